package dev.bellwether.bot.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts rows that are longer than a message: between words; where there are none for long, as in Chinese, between characters as
 * people see them. Never inside a number, and inside a link only if the link alone is too long.
 */
final class RowCut {
    private RowCut() {}

    /** The row in pieces of at most {@code most} UTF-16 units, the first of at most {@code first}. */
    static List<Row> cut(Row row, int first, int most) {
        List<Row> pieces = new ArrayList<>();
        String text = row.text();
        int from = 0;
        int room = first;
        while (text.length() - from > room) {
            int to = place(row, text, from, from + room);
            if (to > from) {
                pieces.add(row.part(from, to));
            }
            from = to;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            room = most;
        }
        if (from < text.length()) {
            pieces.add(row.part(from, text.length()));
        }
        return pieces;
    }

    /** Where to cut: after {@code from} and not after {@code limit}, if there is any such place. */
    private static int place(Row row, String text, int from, int limit) {
        int wanted = beforeLink(row, from, limit);
        int space = text.lastIndexOf(' ', wanted);
        if (space > from + (wanted - from) / 2) {
            return space;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int at = characters.isBoundary(wanted) ? wanted : characters.preceding(wanted);
        while (at > from && isInNumber(text, at)) {
            at = characters.preceding(at);
        }
        if (at > from) {
            return at;
        }
        return limit > from + 1 && Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    /** The limit, or the beginning of the link that stands across it. */
    private static int beforeLink(Row row, int from, int limit) {
        int at = 0;
        for (Run run : row.runs()) {
            int end = at + run.units();
            if (at > from && at < limit && end > limit && run.style() == Run.Style.LINK) {
                return at;
            }
            at = end;
        }
        return limit;
    }

    private static boolean isInNumber(String text, int at) {
        return at < text.length() && isOfNumber(text.charAt(at - 1)) && isOfNumber(text.charAt(at));
    }

    private static boolean isOfNumber(char character) {
        return Character.isDigit(character) || ".,%+-$€£¥".indexOf(character) >= 0;
    }
}
