package dev.bellwether.command;

import dev.bellwether.talk.Line;

/**
 * How one part of the bot is doing; read by {@code /status}, and in English by the health pages and {@code ./bot check}.
 *
 * @param name the part, in a word or two
 * @param state how it is
 * @param text one sentence or less for a person: since when, what is wrong and what to do
 */
public record StatusPart(Line name, State state, Line text) {

    /** How a part is. */
    public enum State {
        /** Works. */
        OK,
        /** Works, but somebody should do something before long. */
        WARNING,
        /** Something is wrong that mends itself or that the bot can do without. */
        TROUBLE,
        /** The bot can't do its work. */
        DOWN
    }

    /** A part that works. */
    public static StatusPart ok(Line name, Line text) {
        return new StatusPart(name, State.OK, text);
    }

    /** A part that works, and that somebody should see to before long. */
    public static StatusPart warning(Line name, Line text) {
        return new StatusPart(name, State.WARNING, text);
    }

    /** A part with trouble that the bot can do without for a while. */
    public static StatusPart trouble(Line name, Line text) {
        return new StatusPart(name, State.TROUBLE, text);
    }

    /** A part without which the bot can't work. */
    public static StatusPart down(Line name, Line text) {
        return new StatusPart(name, State.DOWN, text);
    }

    /** A part that works, in words that are the same in every language. */
    public static StatusPart ok(String name, String text) {
        return ok(Line.of(name), Line.of(text));
    }

    /** The same for a part with trouble. */
    public static StatusPart trouble(String name, String text) {
        return trouble(Line.of(name), Line.of(text));
    }

    /** The same for a part that is down. */
    public static StatusPart down(String name, String text) {
        return down(Line.of(name), Line.of(text));
    }
}
