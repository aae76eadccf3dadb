package dev.bellwether.talk;

/**
 * The answer to an {@link Ask}.
 *
 * @param card what to show
 * @param failed whether the member did not get what was asked for; the command line then exits with 1
 * @param reach who is to see it
 */
public record Answer(Card card, boolean failed, Reach reach) {
    /** Who is to see an answer. */
    public enum Reach {
        /** The whole chat. */
        CHAT,
        /** Who asked, where the front can do that: it concerns one person only. */
        ASKER
    }

    /** An answer for the chat. */
    public Answer(Card card, boolean failed) {
        this(card, failed, Reach.CHAT);
    }

    /** An answer that gives what was asked for. */
    public static Answer of(Card card) {
        return new Answer(card, false);
    }

    /** The same for who asked alone. */
    public static Answer privately(Card card) {
        return new Answer(card, false, Reach.ASKER);
    }

    /** An answer that says why it can't be given. It helps nobody but who asked. */
    public static Answer failure(Card card) {
        return new Answer(card, true, Reach.ASKER);
    }

    /** The same answer with another card. */
    public Answer with(Card other) {
        return new Answer(other, failed, reach);
    }
}
