package dev.bellwether.watch.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only moves when told. */
final class DrivenClock implements InstantSource {
    private final AtomicReference<Instant> now;

    DrivenClock(String now) {
        this.now = new AtomicReference<>(Instant.parse(now));
    }

    void moveTo(String moment) {
        now.set(Instant.parse(moment));
    }

    void move(Duration by) {
        now.updateAndGet(moment -> moment.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
