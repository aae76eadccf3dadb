package dev.bellwether.bot.console;

import dev.bellwether.talk.Span;
import dev.bellwether.talk.Tone;

/** How a terminal shows what stands out. */
public enum Paint {
    /** Not at all. */
    PLAIN,
    /** With the sixteen colours that every terminal has. */
    COLOUR;

    String title(String text, Tone tone) {
        String sign = switch (tone) {
            case UP -> "▲ ";
            case DOWN -> "▼ ";
            case NEUTRAL, NOTICE, ERROR -> "";
        };
        String code = switch (tone) {
            case UP -> "1;32";
            case DOWN, ERROR -> "1;31";
            case NOTICE -> "1;33";
            case NEUTRAL -> "1";
        };
        return in(code, sign + text);
    }

    String strong(String text) {
        return in("1", text);
    }

    String faint(String text) {
        return in("2", text);
    }

    String label(String text) {
        return text.isEmpty() ? text : in("36", text);
    }

    String styled(String text, Span.Style style) {
        return switch (style) {
            case PLAIN -> text;
            case STRONG -> in("1", text);
            case EMPHASIS -> in("3", text);
            case CODE -> in("36", text);
            case STRUCK -> in("9", text);
        };
    }

    private String in(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
