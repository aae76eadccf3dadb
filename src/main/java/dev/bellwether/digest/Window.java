package dev.bellwether.digest;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that a digest tells of.
 *
 * @param from up to when the digest before told; what was known by then is not told again
 * @param until the moment as of which it speaks; nothing later is in it
 * @param due when it was to be told; earlier than {@code until} if it comes late
 * @param skipped how many digests before it were left out because they would have come too late
 * @param first whether the chat has never had a digest
 */
public record Window(Instant from, Instant until, Instant due, int skipped, boolean first) {
    /** Later than this is late: a scheduler that looks every few seconds is punctual. */
    static final Duration PUNCTUAL = Duration.ofMinutes(2);

    /** A digest that is told at the moment it is due. */
    public static Window punctual(Instant from, Instant due) {
        return new Window(from, due, due, 0, false);
    }

    /** Whether it comes late. */
    public boolean late() {
        return due.plus(PUNCTUAL).isBefore(until);
    }
}
