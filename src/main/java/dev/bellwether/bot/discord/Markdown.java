package dev.bellwether.bot.discord;

import java.net.URI;
import java.util.Locale;

/** Discord's markdown, written so that data in it stays data. Takes texts that went through {@link CleanCharacters}. */
final class Markdown {
    /** What means something wherever it stands. */
    private static final String SPECIAL = "\\*_`[]<";

    /** What means something in pairs. */
    private static final String PAIRED = "~|";

    private static final char END = 0;

    private Markdown() {}

    /**
     * Text that reads as it stands: no emphasis, no link, no mention, no timestamp, no emoji, no heading, list or quotation.
     *
     * @param lineStart whether it begins a line, where a number with a dot or a dash would begin a list
     */
    static String escape(String clean, boolean lineStart) {
        StringBuilder escaped = new StringBuilder(clean.length() + 8);
        boolean begin = lineStart;
        for (int i = 0; i < clean.length(); i++) {
            char each = clean.charAt(i);
            boolean marks = SPECIAL.indexOf(each) >= 0 || isPair(clean, i) || isAddress(clean, i);
            if (marks || (begin && beginsLine(clean, i))) {
                escaped.append('\\');
            }
            escaped.append(each);
            begin = begin && (each == ' ' || Character.isDigit(each));
        }
        return escaped.toString();
    }

    private static boolean isPair(String text, int at) {
        char each = text.charAt(at);
        return PAIRED.indexOf(each) >= 0 && ((at > 0 && text.charAt(at - 1) == each) || next(text, at) == each);
    }

    /** The colon of {@code https://}: only links of the bot's own lead somewhere. */
    private static boolean isAddress(String text, int at) {
        return text.charAt(at) == ':' && text.startsWith("//", at + 1);
    }

    /** A heading, a quotation, small print, or an item of a list. */
    private static boolean beginsLine(String text, int at) {
        char next = next(text, at);
        return switch (text.charAt(at)) {
            case '#', '>' -> true;
            case '-', '+' -> next == ' ' || next == '#' || next == END;
            case '.' -> next == ' ' || next == END;
            default -> false;
        };
    }

    private static char next(String text, int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : END;
    }

    static String strong(String escaped) {
        return around("**", escaped);
    }

    static String emphasis(String escaped) {
        return around("*", escaped);
    }

    static String struck(String escaped) {
        return around("~~", escaped);
    }

    /** As typed; a backtick can't stand in it and becomes an apostrophe. */
    static String code(String clean) {
        return around("`", clean.replace('`', '\''));
    }

    /** Blanks at the ends stay outside, where the marks still count. */
    private static String around(String mark, String text) {
        String core = text.strip();
        if (core.isEmpty()) {
            return text;
        }
        int start = text.indexOf(core);
        return text.substring(0, start) + mark + core + mark + text.substring(start + core.length());
    }

    /** Words that lead to a page; only the words, as text, if it is none that may be linked. */
    static String link(String clean, URI target, boolean lineStart) {
        String words = clean.strip();
        String address = address(target);
        return address.isEmpty() || words.isEmpty()
                ? escape(words, lineStart)
                : "[" + escape(words, false) + "](" + address + ")";
    }

    /**
     * The address as it can stand in a link; empty for what is no web page, shows another host than it leads to, or is too long.
     */
    static String address(URI target) {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = (scheme.equals("http") || scheme.equals("https"))
                && target.getHost() != null
                && target.getRawUserInfo() == null;
        if (!web) {
            return "";
        }
        StringBuilder address = new StringBuilder();
        for (char each : target.toASCIIString().toCharArray()) {
            if ("()<>[]*~`|\\\"'".indexOf(each) >= 0) {
                address.append('%').append(String.format(Locale.ROOT, "%02X", (int) each));
            } else if (each > ' ' && each < 0x7F) {
                address.append(each);
            }
        }
        return address.length() <= Limits.LINK ? address.toString() : "";
    }
}
