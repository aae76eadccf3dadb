package dev.bellwether.bot.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that begins at a moment of the test's choice, runs, and can be moved on. */
final class FlowingClock implements InstantSource {
    private final long begin = System.nanoTime();
    private volatile Instant base;

    FlowingClock(Instant base) {
        this.base = base;
    }

    void move(Duration length) {
        base = base.plus(length);
    }

    @Override
    public Instant instant() {
        return base.plusNanos(System.nanoTime() - begin);
    }
}
