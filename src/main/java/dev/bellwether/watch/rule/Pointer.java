package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;

/**
 * Two rows of code: a part of a text and under it {@code ----^^^}. The row below begins with dashes, not with blanks, because chat platforms
 * take blanks away at the beginning of a line.
 */
final class Pointer {
    /** A phone shows about so many letters of one width in a row. */
    private static final int WIDTH = 36;

    private static final int BEFORE = 20;

    private Pointer() {}

    static List<Line> rows(String typed, int start, int end) {
        int from = whole(typed, start <= BEFORE || typed.length() <= WIDTH ? 0 : start - BEFORE);
        int to = whole(typed, Math.min(typed.length(), from + WIDTH));
        String head = from > 0 ? "…" : "";
        String text = head + visible(typed.substring(from, to)) + (to < typed.length() ? "…" : "");
        int lead = head.length() + columns(typed.substring(from, start));
        int marked = Math.max(1, columns(typed.substring(start, Math.max(start, Math.min(end, to)))));
        String pointer = "-".repeat(lead) + "^".repeat(marked);
        return List.of(Line.empty().code(text), Line.empty().code(pointer));
    }

    /** The same place, or the one before if it is in the middle of a pair. */
    private static int whole(String typed, int index) {
        boolean middle = index > 0 && index < typed.length() && Character.isLowSurrogate(typed.charAt(index));
        return middle ? index - 1 : index;
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> visible.appendCodePoint(columns(c) > 0 && !Character.isWhitespace(c) ? c : ' '));
        return visible.toString();
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> Math.max(1, columns(c))).sum();
    }

    /** Chinese and full-width letters take two columns; what is not seen takes none, and is shown as a blank. */
    private static int columns(int c) {
        if (Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE) {
            return 0;
        }
        boolean wide = !Character.isWhitespace(c)
                && (Character.isIdeographic(c)
                        || (c >= 0x3000 && c <= 0x30FF)
                        || (c >= 0xFF01 && c <= 0xFF60)
                        || c >= 0x1F300);
        return wide ? 2 : 1;
    }
}
