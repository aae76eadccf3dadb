package dev.bellwether.command;

/**
 * How one part of the bot is doing; read by {@code /status} and by the health pages.
 *
 * @param name the part, in a word or two
 * @param state how it is
 * @param text one sentence or less for a person: since when, what is wrong and what to do
 */
public record StatusPart(String name, State state, String text) {

    /** How a part is. */
    public enum State {
        /** Works. */
        OK,
        /** Something is wrong that mends itself or that the bot can do without. */
        TROUBLE,
        /** The bot can't do its work. */
        DOWN
    }

    /** A part that works. */
    public static StatusPart ok(String name, String text) {
        return new StatusPart(name, State.OK, text);
    }

    /** A part with trouble that the bot can do without for a while. */
    public static StatusPart trouble(String name, String text) {
        return new StatusPart(name, State.TROUBLE, text);
    }

    /** A part without which the bot can't work. */
    public static StatusPart down(String name, String text) {
        return new StatusPart(name, State.DOWN, text);
    }
}
