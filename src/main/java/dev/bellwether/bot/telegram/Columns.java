package dev.bellwether.bot.telegram;

import java.lang.Character.UnicodeBlock;
import java.util.Set;

/** How much room text takes in a fixed-width font: Chinese characters and emoji two columns, accents put on a letter none. */
final class Columns {
    private static final Set<UnicodeBlock> WIDE = Set.of(
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.CJK_COMPATIBILITY_FORMS,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.EMOTICONS,
            UnicodeBlock.MISCELLANEOUS_SYMBOLS_AND_PICTOGRAPHS,
            UnicodeBlock.SUPPLEMENTAL_SYMBOLS_AND_PICTOGRAPHS,
            UnicodeBlock.TRANSPORT_AND_MAP_SYMBOLS);

    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        if (point >= 0xFF61 && point <= 0xFFDC) {
            return false; // the half-width half of that block
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> WIDE.contains(UnicodeBlock.of(point));
        };
    }

    /** The beginning of a text that takes no more than this room, with a sign that something is missing. */
    static String cut(String text, int room) {
        if (of(text) <= room) {
            return text;
        }
        int end = 0;
        int used = 1;
        while (used + of(text.codePointAt(end)) <= room) {
            used += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
