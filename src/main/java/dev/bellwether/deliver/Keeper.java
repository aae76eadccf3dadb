package dev.bellwether.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps the queues moving: says that this process is alive, frees what belonged to dead ones, makes queues ready whose pause is over,
 * mends what must not be broken, and forgets what is old.
 */
final class Keeper {
    /** No pause is meant to last longer; quiet hours may last almost a day. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(25);

    private static final Duration MENDING = Duration.ofMinutes(10);
    private static final Duration FORGETTING = Duration.ofMinutes(1);
    private static final int WAKES_AT_ONCE = 50;

    private final Outbox outbox;
    private final Queues queues;
    private final JumpWatch jumps;
    private final InstantSource clock;
    private final DeliverySettings settings;
    private final String owner;
    private Instant nextBeat = Instant.MIN;
    private Instant nextMending = Instant.MIN;
    private Instant nextForgetting = Instant.MIN;
    private boolean begun;

    Keeper(
            Outbox outbox,
            Queues queues,
            JumpWatch jumps,
            InstantSource clock,
            DeliverySettings settings,
            String owner) {
        this.outbox = outbox;
        this.queues = queues;
        this.jumps = jumps;
        this.clock = clock;
        this.settings = settings;
        this.owner = owner;
    }

    /** Does what is due; whether queues became ready by it. */
    boolean tick() {
        Instant now = clock.instant();
        Duration jump = jumps.look();
        boolean ready = !jump.isZero() && jumped(jump, now);
        if (!begun) {
            queues.alive(owner, now.plus(settings.lease()));
            // Where there can be only one process, what others own belongs to its predecessors.
            ready = queues.alone() && queues.reapOthers(owner) > 0;
            nextMending = now.plus(Duration.ofMinutes(1));
            begun = true;
        }
        if (!now.isBefore(nextBeat)) {
            nextBeat = now.plus(settings.lease().dividedBy(3));
            queues.alive(owner, now.plus(settings.lease()));
            ready |= queues.reap(owner, now) > 0;
        }
        for (int i = 0; i < WAKES_AT_ONCE && queues.wake(now) > 0; i++) {
            ready = true;
        }
        boolean mended = tidy(now);
        return ready || mended;
    }

    private boolean tidy(Instant now) {
        boolean mended = false;
        if (!now.isBefore(nextMending)) {
            nextMending = now.plus(MENDING);
            int lost = queues.mend();
            if (lost > 0) {
                Dispatcher.LOG.error("{} chats had envelopes that no queue held; they are queued again", lost);
                mended = true;
            }
        }
        if (!now.isBefore(nextForgetting) && outbox.purge(now.minus(settings.kept())) == 0) {
            nextForgetting = now.plus(FORGETTING);
        }
        return mended;
    }

    private boolean jumped(Duration jump, Instant now) {
        Dispatcher.LOG.warn("The clock jumped by {}; for some minutes nothing expires", jump);
        nextBeat = now;
        nextMending = now.plus(MENDING);
        nextForgetting = now.plus(FORGETTING);
        return jump.isNegative() && queues.wakeBeyond(now.plus(LONGEST_PAUSE)) + wakeRetries(now) > 0;
    }

    /** After a jump back what was to be tried within minutes would wait for the length of the jump. */
    private int wakeRetries(Instant now) {
        return queues.wakeBeyond(now.plus(settings.longestPause().multipliedBy(2)));
    }
}
