package dev.bellwether.analyst;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's word that a fact is wrong. It holds in the chat where it was given.
 *
 * @param fact key of the fact
 * @param symbol of the instrument the fact is about
 * @param member who says so
 * @param reason as typed; empty if none was given
 * @param at when
 * @param state what became of it
 * @param settledBy the manager who decided; null while it is open
 */
public record Mark(
        String fact,
        String symbol,
        String member,
        String reason,
        Instant at,
        State state,
        @Nullable String settledBy) {

    /** What became of a mark. */
    public enum State {
        /** No manager has decided. */
        OPEN,
        /** The fact is wrong: it is struck out and no longer counted. */
        ACCEPTED,
        /** The fact stands. */
        REJECTED
    }
}
