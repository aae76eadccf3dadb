package dev.bellwether.bot.telegram;

import java.time.Duration;

/** Pauses that double from one to the next, up to a longest one. Thread-safe. */
final class Pauses {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The next pause; longer if that was asked for. */
    synchronized Duration next(Duration askedFor) {
        Duration pause = next.compareTo(askedFor) > 0 ? next : askedFor;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return pause;
    }

    /** All is well: the next pause is the first again. */
    synchronized void reset() {
        next = first;
    }
}
