package dev.bellwether.app.replay;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is set. Safe for threads. */
public final class DrivenClock implements InstantSource {
    private volatile Instant now;

    /** A clock that stands at a moment. */
    public DrivenClock(Instant start) {
        this.now = start;
    }

    /** Sets it. */
    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
