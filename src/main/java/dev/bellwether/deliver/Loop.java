package dev.bellwether.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls a tick again and again on a thread of its own, until it is closed. A tick that throws is repeated after a growing pause: the
 * store may be locked, full or away, and comes back.
 */
final class Loop {
    private final String name;
    private final Supplier<Duration> tick;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Bell bell;
    private @Nullable Thread thread;
    private volatile boolean closed;
    private int failures;
    private volatile @Nullable Failure failure;

    /** What is wrong, and since when. */
    record Failure(Instant since, String what) {}

    /** @param tick gives how long there is nothing to do unless the bell rings */
    Loop(String name, Supplier<Duration> tick, InstantSource clock, Backoff backoff, Bell bell) {
        this.name = name;
        this.tick = tick;
        this.clock = clock;
        this.backoff = backoff;
        this.bell = bell;
    }

    void start() {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                bell.await(once());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One tick; gives how long to wait for the next, unless the bell rings. Never throws for what the tick throws. */
    Duration once() {
        try {
            Duration wait = tick.get();
            if (failure != null) {
                Dispatcher.LOG.info("{} goes on", name);
            }
            failure = null;
            failures = 0;
            return wait;
        } catch (RuntimeException | Error e) {
            failures++;
            Failure before = failure;
            Instant since = before == null ? clock.instant() : before.since();
            failure = new Failure(since, String.valueOf(e.getMessage()));
            if (before == null) {
                Dispatcher.LOG.error("{} failed and will try again", name, e);
            }
            return backoff.pause(failures);
        }
    }

    /** What is wrong now; null if the last tick went well. */
    @Nullable
    Failure failure() {
        return failure;
    }

    /** Ends the thread after its present tick; waits for that, at most so long. */
    void close(Duration most) {
        closed = true;
        bell.ring();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(most)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
