package dev.bellwether.app;

import dev.bellwether.deliver.Delayer;
import java.time.Instant;
import java.time.InstantSource;

/** The clocks: the machine's, and that of the sample mode. */
final class Clocks {
    /** The evening of 14 January 2026, when the week's big move is complete: where the sample mode starts. */
    static final Instant SAMPLE_START = Instant.parse("2026-01-14T22:00:00Z");

    private Clocks() {}

    /** The machine's clock. */
    @ReadsTheClock
    static InstantSource real() {
        return InstantSource.system();
    }

    /** Really lets time pass. */
    @ReadsTheClock
    static Delayer delayer() {
        return Thread::sleep;
    }

    /** A clock that stands at {@link #SAMPLE_START} now and goes on like the real one. */
    static InstantSource sample(InstantSource real) {
        Instant begin = real.instant();
        return () -> SAMPLE_START.plusMillis(real.millis() - begin.toEpochMilli());
    }
}
