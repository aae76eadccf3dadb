package dev.bellwether.bot.discord;

import dev.bellwether.bot.SeenText;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of feeds and people made harmless before it is marked up, and cut where no character is harmed. */
final class CleanCharacters {
    private static final Pattern BLANKS = Pattern.compile(" {3,}");

    /** Discord looks for these two words itself; whatever stands between hides them from it. */
    private static final Pattern ALL = Pattern.compile("@(?=(everyone|here))", Pattern.CASE_INSENSITIVE);

    private CleanCharacters() {}

    /**
     * On one line, without what is not seen: control characters, zero-width and direction characters, lone surrogates. Of a
     * run of blanks two are left, as cards set values apart, and {@code @everyone} calls nobody.
     */
    static String of(String text) {
        return ALL.matcher(BLANKS.matcher(SeenText.of(text)).replaceAll("  ")).replaceAll("@\u200b");
    }

    /** At most so many characters, cut between what readers see as characters and marked with an ellipsis. */
    static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, cut(text, most - 1)).stripTrailing() + "…";
    }

    /**
     * Where to cut a text that is longer than there is room: at most {@code most}, not inside what readers see as one character
     * and, if there is another place, not inside a number. Always more than 0.
     */
    static int cut(String text, int most) {
        if (text.length() <= most) {
            return text.length();
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int whole = characters.isBoundary(most) ? most : characters.preceding(most);
        if (whole <= 0) {
            return Character.isLowSurrogate(text.charAt(most)) && most > 1 ? most - 1 : most;
        }
        int cut = whole;
        while (cut > 0 && isInNumber(text, cut)) {
            cut = characters.preceding(cut);
        }
        return cut > 0 ? cut : whole;
    }

    /** Whether a figure would be torn: {@code 1,2|34} or {@code 3|.5}. */
    private static boolean isInNumber(String text, int cut) {
        char before = text.charAt(cut - 1);
        char behind = text.charAt(cut);
        return belongs(before) && belongs(behind) && (Character.isDigit(before) || Character.isDigit(behind));
    }

    private static boolean belongs(char each) {
        return Character.isDigit(each) || each == '.' || each == ',' || each == '%' || each == '-' || each == '+';
    }
}
