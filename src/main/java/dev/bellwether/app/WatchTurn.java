package dev.bellwether.app;

import dev.bellwether.deliver.Leases;
import dev.bellwether.deliver.OwnerName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whose turn it is to watch, of all processes on one database: a lease, asked for before each tick and again in each transaction, so that a
 * process that slept over its end writes nothing after another one has begun.
 */
final class WatchTurn {
    private static final String NAME = "watch";
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final Leases leases;
    private final InstantSource clock;
    private final String owner = OwnerName.ofThisProcess();

    /** @param clock the machine's */
    WatchTurn(Leases leases, InstantSource clock) {
        this.leases = leases;
        this.clock = clock;
    }

    /** Thrown where another process watches now. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Lost() {
            super("another process watches");
        }
    }

    /** Takes or keeps the turn; false if another process has it. */
    boolean take() {
        return hold() || inherit();
    }

    private boolean hold() {
        return leases.hold(NAME, owner, clock.instant(), LENGTH);
    }

    /** A process that was killed on this machine does not need its turn any more. */
    private boolean inherit() {
        Optional<String> dead = leases.holder(NAME).filter(OwnerName::isDead);
        dead.ifPresent(holder -> leases.release(NAME, holder));
        return dead.isPresent() && hold();
    }

    /** @throws Lost if another process has it */
    void check() {
        if (!hold()) {
            throw new Lost();
        }
    }

    void giveBack() {
        leases.release(NAME, owner);
    }
}
