package dev.bellwether.watch.rule;

import dev.bellwether.reading.CleanText;

/** Typed words for a sentence that repeats them. */
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    /** On one line, without invisible characters, cut if it is very long. */
    static String text(String typed) {
        return CleanText.shortened(CleanText.onOneLine(typed), LONGEST);
    }
}
