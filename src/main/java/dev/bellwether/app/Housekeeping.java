package dev.bellwether.app;

import dev.bellwether.store.Store;
import dev.bellwether.store.Tidied;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws away every hour what is kept for a time only. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Store store;
    private final InstantSource clock;
    private @Nullable Instant last;

    Housekeeping(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Does so if it is time; a clock that was set back makes it time. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.plus(EVERY)) && !now.isBefore(last)) {
            return;
        }
        last = now;
        Tidied gone = store.tidy(now);
        if (!gone.isNothing()) {
            LOG.info(
                    "Thrown away: {} chats, {} updates, {} buttons, {} alerts, {} facts, {} items of feeds",
                    gone.chats(),
                    gone.updates(),
                    gone.buttons(),
                    gone.alerts(),
                    gone.facts(),
                    gone.items());
        }
    }
}
