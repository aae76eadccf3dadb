package dev.bellwether.command;

import dev.bellwether.reading.CleanText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What members type: its words, and how one of them is said back. */
final class Typed {
    /** Phones and Asian keyboards type other blanks than the plain one. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},;]+");

    private static final int LONGEST_SHOWN = 40;

    private Typed() {}

    /** The words between blanks, commas and semicolons. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A word for a sentence that repeats it: on one line, without invisible characters, cut if it is very long. */
    static String shown(String word) {
        return CleanText.shortened(CleanText.onOneLine(word), LONGEST_SHOWN);
    }
}
