package dev.bellwether.bot.console;

import org.jline.utils.WCWidth;

/** How much room text takes on a terminal: Chinese characters take two columns, accents put on a letter none. */
final class Columns {
    private Columns() {}

    /** The columns of a text without control characters. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    static int of(int character) {
        return Math.max(0, WCWidth.wcwidth(character));
    }
}
