package dev.bellwether.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the clock jumps, by comparing it with one that only counts. After a jump forward nothing expires for a while, so that a
 * wrong time costs no message; it may only make some late. Safe for threads.
 */
final class JumpWatch {
    /** Smaller differences are a clock being corrected, or a thread that waited. */
    private static final Duration SMALL = Duration.ofSeconds(30);

    private static final Duration HELD = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant lastTime;
    private long lastCount;
    private @Nullable Duration jump;
    private long jumpedAt;

    /** @param nanos counts nanoseconds evenly, whatever the clock does */
    JumpWatch(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.lastTime = clock.instant();
        this.lastCount = nanos.getAsLong();
    }

    /** Looks at the clock; gives how far it has jumped since the last look, negative for back, zero if it has not. */
    synchronized Duration look() {
        Instant time = clock.instant();
        long count = nanos.getAsLong();
        Duration passed = Duration.ofNanos(count - lastCount);
        Duration jumped = Duration.between(lastTime, time).minus(passed);
        lastTime = time;
        lastCount = count;
        if (jumped.abs().compareTo(SMALL) <= 0) {
            return Duration.ZERO;
        }
        jump = jumped;
        jumpedAt = count;
        return jumped;
    }

    /** Whether messages may expire now. */
    synchronized boolean mayExpire() {
        return !recently() || jump == null || jump.isNegative();
    }

    /** How far the clock jumped in the last minutes; null if it did not. */
    synchronized @Nullable Duration recent() {
        return recently() ? jump : null;
    }

    private boolean recently() {
        return jump != null && nanos.getAsLong() - jumpedAt < HELD.toNanos();
    }
}
