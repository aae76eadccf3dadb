package dev.bellwether.bot.telegram;

import dev.bellwether.bot.FrontState;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the front is, and since when; each change goes to the log once. Thread-safe. */
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final InstantSource clock;
    private FrontState state;

    Link(InstantSource clock) {
        this.clock = clock;
        this.state = new FrontState.Connecting(clock.instant());
    }

    synchronized FrontState state() {
        return state;
    }

    /** Whether it gave up. */
    synchronized boolean isStopped() {
        return state instanceof FrontState.Stopped;
    }

    synchronized void up(String bot) {
        if (state instanceof FrontState.Up || state instanceof FrontState.Stopped) {
            return;
        }
        LOG.info("Telegram: connected as {}", bot);
        state = new FrontState.Up(clock.instant(), bot);
    }

    /** @param why in one sentence without secrets */
    synchronized void lost(String why, @Nullable Instant next) {
        if (state instanceof FrontState.Stopped) {
            return;
        }
        if (state instanceof FrontState.Lost before) {
            state = new FrontState.Lost(before.since(), why, next);
            if (!before.why().equals(why)) {
                LOG.warn("Telegram: {}", why);
            }
            return;
        }
        LOG.warn("Telegram: {}", why);
        state = new FrontState.Lost(clock.instant(), why, next);
    }

    /** @param why in one sentence that says what to do */
    synchronized void stopped(String why) {
        if (!(state instanceof FrontState.Stopped)) {
            LOG.error("Telegram: {}", why);
            state = new FrontState.Stopped(clock.instant(), why);
        }
    }
}
