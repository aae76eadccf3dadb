package dev.bellwether.deliver;

import java.time.Duration;

/**
 * How delivery works.
 *
 * @param pageSize how many envelopes are made in one transaction
 * @param ahead how many envelopes of a front are claimed before their turn; an urgent one waits behind at most so many
 * @param inFlight how many calls to a platform run at once at most
 * @param lease for how long what a process owns stays its own if nothing is heard of it; renewed every third of it
 * @param firstPause after a first failure
 * @param longestPause between two tries
 * @param lastly how long a stop waits for calls that are under way
 * @param kept how long it is remembered what became of notices
 */
public record DeliverySettings(
        int pageSize,
        int ahead,
        int inFlight,
        Duration lease,
        Duration firstPause,
        Duration longestPause,
        Duration lastly,
        Duration kept) {
    /** What serves unless told otherwise. */
    public static DeliverySettings defaults() {
        return new DeliverySettings(
                1_000,
                24,
                512,
                Duration.ofSeconds(15),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofSeconds(8),
                Duration.ofDays(30));
    }
}
