package dev.bellwether.talk;

/**
 * The answer to an {@link Ask}.
 *
 * @param card what to show
 * @param failed whether the member did not get what was asked for; the command line then exits with 1
 */
public record Answer(Card card, boolean failed) {
    /** An answer that gives what was asked for. */
    public static Answer of(Card card) {
        return new Answer(card, false);
    }

    /** An answer that says why it can't be given. */
    public static Answer failure(Card card) {
        return new Answer(card, true);
    }
}
