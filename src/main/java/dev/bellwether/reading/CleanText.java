package dev.bellwether.reading;

/**
 * Text for reading: no markup, one form of each character, a line for each block, no advertising behind it.
 * Pure functions that take time in proportion to the text, whatever it holds.
 */
public final class CleanText {
    /** Markup beyond this many characters is not looked at; no article is that long. */
    private static final int LONGEST_HTML = 500_000;

    private CleanText() {}

    /** The text of an HTML fragment; blocks and {@code <br>} become lines, scripts and styles go, entities are decoded. */
    public static String ofHtml(String html) {
        return ofPlain(HtmlLines.of(html.length() > LONGEST_HTML ? html.substring(0, LONGEST_HTML) : html));
    }

    /** The text of what is not markup: the same form of characters, blanks and lines. */
    public static String ofPlain(String text) {
        return Characters.normalised(text);
    }

    /** The text on a single line, as a headline. */
    public static String onOneLine(String text) {
        return Characters.normalised(text).replace('\n', ' ');
    }

    /**
     * A clean text without the advertising and the "read more" that publishers hang behind their articles, and without lines
     * that only promote. The rules are in {@code tails.txt}. Never cuts the whole text: then it is returned as it was.
     */
    public static String withoutTail(String text) {
        return Tails.RULES.cut(text);
    }

    /**
     * A clean text of at most {@code max} characters, cut behind a sentence where one ends in the second half, else behind a
     * word and marked with an ellipsis.
     */
    public static String shortened(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int sentence = lastBreak(text, max, true);
        if (sentence > max / 2) {
            return text.substring(0, sentence).stripTrailing();
        }
        int word = lastBreak(text, max - 1, false);
        int end = word > max / 2 ? word : max - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** The last place up to {@code max} at which a blank or a line end follows, behind the end of a sentence if wanted. */
    private static int lastBreak(String text, int max, boolean sentence) {
        for (int end = max; end > 0; end--) {
            boolean gap = Character.isWhitespace(text.charAt(end));
            if (gap && (!sentence || text.charAt(end) == '\n' || ".!?".indexOf(text.charAt(end - 1)) >= 0)) {
                return end;
            }
        }
        return 0;
    }
}
