package dev.bellwether.bot.discord;

import dev.bellwether.bot.FrontState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How the front is, and since when. A new reason for the same trouble does not make the trouble new. Safe for threads. */
final class Life {
    private final InstantSource clock;
    private volatile FrontState state;

    Life(InstantSource clock) {
        this.clock = clock;
        this.state = new FrontState.Connecting(clock.instant());
    }

    FrontState state() {
        return state;
    }

    synchronized void up(String bot) {
        if (!(state instanceof FrontState.Stopped)) {
            Instant since = state instanceof FrontState.Up before ? before.since() : clock.instant();
            state = new FrontState.Up(since, bot);
        }
    }

    /** @param nextTry null if JDA knows when */
    synchronized void lost(String why, @Nullable Duration nextTry) {
        if (!(state instanceof FrontState.Stopped)) {
            Instant now = clock.instant();
            Instant since = state instanceof FrontState.Lost before ? before.since() : now;
            state = new FrontState.Lost(since, why, nextTry == null ? null : now.plus(nextTry));
        }
    }

    synchronized void stopped(String why) {
        if (!(state instanceof FrontState.Stopped)) {
            state = new FrontState.Stopped(clock.instant(), why);
        }
    }
}
