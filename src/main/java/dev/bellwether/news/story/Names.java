package dev.bellwether.news.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which words of an article are names. A capital inside a sentence makes a name. At the beginning of a sentence, or in a
 * headline, where many write every word with a capital, it does only if the word is nowhere written without. An ordinary word
 * is never one, whatever its letters.
 */
final class Names {
    private final Set<String> names = new HashSet<>();
    private final Set<String> sure = new HashSet<>();

    Names(List<Word> words) {
        Set<String> small = new HashSet<>();
        for (Word word : words) {
            if (word.isWord() && !word.capital()) {
                small.add(word.stem());
            }
        }
        for (Word word : words) {
            if (word.isWord() && word.capital() && !Commonness.isOrdinary(word.stem())) {
                boolean certain = !word.begins() && !word.inTitle();
                if (certain) {
                    sure.add(word.stem());
                }
                if (certain || word.allCapitals() || !small.contains(word.stem())) {
                    names.add(word.stem());
                }
            }
        }
    }

    boolean isName(Word word) {
        return names.contains(word.stem());
    }

    /** A name for certain: written with a capital where the language asks for none but in names. */
    boolean isSure(Word word) {
        return sure.contains(word.stem());
    }
}
