package dev.bellwether.watch.rule;

import dev.bellwether.reading.CleanText;

/** Texts in quotes, of whatever keyboard: {@code "…"}, {@code “…”}, {@code „…“}, {@code «…»}, {@code 「…」}, {@code '…'}. */
final class Quotes {
    private static final String OPENING = "\"“„”‟«»「『《＂'‘‚＇";

    private static final String DOUBLE = "\"“”„‟＂";
    private static final String SINGLE = "'’‘＇";

    private Quotes() {}

    /** Whether a text in quotes begins at a place. */
    static boolean opens(String typed, int at) {
        return OPENING.indexOf(typed.charAt(at)) >= 0;
    }

    /** Where the text that begins at a place is closed; negative if nowhere. A backslash keeps the next character from closing it. */
    static int close(String typed, int open) {
        String marks = closing(typed.charAt(open));
        for (int at = open + 1; at < typed.length(); at++) {
            if (typed.charAt(at) == '\\') {
                at++;
            } else if (marks.indexOf(typed.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    /** A plain quote is closed by a plain one, so that a text may hold others; what a phone opened with “ is often closed with ". */
    private static String closing(char open) {
        return switch (open) {
            case '"', '＂' -> "\"＂";
            case '«' -> "»";
            case '»' -> "«";
            case '「' -> "」";
            case '『' -> "』";
            case '《' -> "》";
            case '\'', '‘', '‚', '＇' -> SINGLE;
            default -> DOUBLE;
        };
    }

    /** What stands between two quotes, on one line, without the backslashes. */
    static String inner(String typed, int open, int close) {
        StringBuilder inner = new StringBuilder();
        for (int at = open + 1; at < close; at++) {
            boolean escape = typed.charAt(at) == '\\' && at + 1 < close && "\"\\".indexOf(typed.charAt(at + 1)) >= 0;
            at = escape ? at + 1 : at;
            inner.append(typed.charAt(at));
        }
        return CleanText.onOneLine(inner.toString()).strip();
    }

    /** A text in plain quotes, which reads as the same text again. */
    static String around(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
