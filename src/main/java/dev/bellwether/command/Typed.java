package dev.bellwether.command;

import dev.bellwether.reading.CleanText;
import java.util.List;
import java.util.regex.Pattern;

/** What members type: its words, and how one of them is said back. */
final class Typed {
    /** Phones and Asian keyboards type other blanks than the plain one. */
    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z},;]++");

    private static final int LONGEST_SHOWN = 40;

    private Typed() {}

    /**
     * A word and where it stands.
     *
     * @param start index of its first character in the text it was taken from
     */
    record Word(String text, int start) {
        int end() {
            return start + text.length();
        }
    }

    /** The words between blanks, commas and semicolons. */
    static List<Word> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(match -> new Word(match.group(), match.start()))
                .toList();
    }

    /** A word for a sentence that repeats it: on one line, without invisible characters, cut if it is very long. */
    static String shown(String word) {
        return CleanText.shortened(CleanText.onOneLine(word), LONGEST_SHOWN);
    }
}
