package dev.bellwether.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text in one style, cleaned and not yet escaped.
 *
 * @param href where it leads, an http or https address; null if nowhere
 */
record Run(String text, Style style, @Nullable String href) {
    /** How it is shown, each by one tag of Telegram's HTML mode. */
    enum Style {
        PLAIN(""),
        STRONG("b"),
        EMPHASIS("i"),
        CODE("code"),
        STRUCK("s"),
        LINK("a");

        private final String tag;

        Style(String tag) {
            this.tag = tag;
        }

        /** The name of its tag; empty if it needs none. */
        String tag() {
            return tag;
        }
    }

    static Run plain(String text) {
        return new Run(text, Style.PLAIN, null);
    }

    static Run strong(String text) {
        return new Run(text, Style.STRONG, null);
    }

    static Run small(String text) {
        return new Run(text, Style.EMPHASIS, null);
    }

    static Run link(String text, String href) {
        return new Run(text, Style.LINK, href);
    }

    /** A part of it in the same style. */
    Run part(int from, int to) {
        return new Run(text.substring(from, to), style, href);
    }

    /** What Telegram counts of its text: UTF-16 units. */
    int units() {
        return text.length();
    }

    /** Whether it becomes an entity of the message. */
    boolean isEntity() {
        return style != Style.PLAIN && !text.isEmpty();
    }
}
