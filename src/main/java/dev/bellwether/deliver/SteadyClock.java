package dev.bellwether.deliver;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that never jumps: it begins with the time of another and goes on by counting. It is what a {@link Pacer} wants, for which only
 * what has passed matters; over days it may part from the true time by seconds.
 */
public final class SteadyClock implements InstantSource {
    private final Instant begin;
    private final long zero;
    private final LongSupplier nanos;

    /** Begins now. */
    public SteadyClock(InstantSource clock) {
        this(clock, System::nanoTime);
    }

    /** @param nanos counts nanoseconds evenly */
    SteadyClock(InstantSource clock, LongSupplier nanos) {
        this.begin = clock.instant();
        this.zero = nanos.getAsLong();
        this.nanos = nanos;
    }

    @Override
    public Instant instant() {
        return begin.plusNanos(nanos.getAsLong() - zero);
    }
}
