package dev.bellwether.reading.claim;

import dev.bellwether.reading.token.Token;

/**
 * One step of a sentence: a phrase of the lexicon, a number, a mark, or a word that is in no list.
 *
 * @param from index of its first token in the text
 * @param to index after its last token
 * @param sense what it means
 * @param word in lower case; of a phrase the words with one blank between them
 * @param token its first token
 * @param argument what the lexicon says beside the sense; empty if nothing
 * @param number the number in a phrase, such as the 50 of "50-day moving average"; 0 if none
 */
record Step(int from, int to, Sense sense, String word, Token token, String argument, int number) {
    boolean is(Sense wanted) {
        return sense == wanted;
    }

    boolean is(String wanted) {
        return word.equals(wanted);
    }

    boolean among(Sense... wanted) {
        for (Sense each : wanted) {
            if (each == sense) {
                return true;
            }
        }
        return false;
    }

    boolean amongWords(String... wanted) {
        for (String each : wanted) {
            if (each.equals(word)) {
                return true;
            }
        }
        return false;
    }
}
