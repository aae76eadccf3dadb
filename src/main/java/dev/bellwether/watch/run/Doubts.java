package dev.bellwether.watch.run;

import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.quote.SplitSuspect;
import dev.bellwether.watch.run.HeldBack.Doubt;
import dev.bellwether.watch.run.HeldBack.Why;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a price can be believed at once. The limits are ours: 1% between two sources at one moment is more than any two exchanges
 * differ, 5% more than most prices move in the quarter of an hour by which one source is behind another, 20% from one
 * look to the next is what a price does on news or not at all.
 */
final class Doubts {
    private static final double APART = 0.01;
    private static final double APART_IN_TIME = 0.05;
    private static final double FAR = 0.2;

    /** Prices that are not farther apart in time are of one moment. */
    private static final Duration RECENT = Duration.ofMinutes(2);

    /** A share that is traded at all is traded this often. */
    private static final Duration STALE = Duration.ofMinutes(20);

    /** Nothing follows from the distance to a price older than this. */
    private static final Duration COMPARABLE = Duration.ofDays(7);

    private Doubts() {}

    /**
     * What is wrong with a price.
     *
     * @param last the last price that was believed; null before the first
     * @param other what another source says; null if it was not asked or says nothing
     * @param earlier what was wrong at the last look; null if nothing was
     * @param news whether there was news about the instrument lately
     * @return null if nothing is
     */
    static @Nullable Doubt of(
            Tick tick,
            @Nullable Cursor last,
            Session session,
            @Nullable Tick other,
            @Nullable Doubt earlier,
            boolean news,
            Instant now) {
        Why far = far(tick, last, news);
        Tick witness = other != null && testifies(other, tick) ? other : null;
        if (witness != null && Math.abs(tick.price() / witness.price() - 1) > apart(tick, witness)) {
            return doubt(Why.CONTRADICTED, tick, witness);
        }
        if (far == Why.SPLIT) {
            return doubt(far, tick, witness);
        }
        if (witness != null) {
            return null;
        }
        if (far != null) {
            return confirms(tick, earlier) ? null : doubt(far, tick, null);
        }
        boolean looked = earlier != null && earlier.why() == Why.STALE;
        return isStale(tick, session, now) && !looked ? doubt(Why.STALE, tick, null) : null;
    }

    /** Whether a price is older than its source's delay allows while the exchange trades. */
    static boolean isStale(Tick tick, Session session, Instant now) {
        Provenance source = tick.provenance();
        Instant oldest = now.minus(source.delay()).minus(STALE);
        return session.tradesAt(now)
                && session.open().isBefore(oldest)
                && source.asOf().isBefore(oldest);
    }

    private static @Nullable Why far(Tick tick, @Nullable Cursor last, boolean news) {
        if (last == null || last.price() == null || last.priced() == null) {
            return null;
        }
        boolean comparable = !last.priced().isBefore(tick.provenance().asOf().minus(COMPARABLE));
        if (!comparable || Math.abs(tick.price() / last.price() - 1) < FAR) {
            return null;
        }
        if (SplitSuspect.looksSplit(last.price(), tick.price())) {
            return Why.SPLIT;
        }
        return news ? null : Why.FAR;
    }

    /** What an older price may differ by: in that time the price itself moves. */
    private static double apart(Tick tick, Tick witness) {
        Instant recent = tick.provenance().asOf().minus(RECENT);
        return witness.provenance().asOf().isBefore(recent) ? APART_IN_TIME : APART;
    }

    /** A price in the same currency that is not much older says something about this one. */
    private static boolean testifies(Tick other, Tick tick) {
        Instant oldest =
                tick.provenance().asOf().minus(STALE).minus(other.provenance().delay());
        return other.currency().equals(tick.currency())
                && !other.provenance().asOf().isBefore(oldest);
    }

    /** The same source says nearly the same of a later moment: a single wrong print it was not. */
    private static boolean confirms(Tick tick, @Nullable Doubt earlier) {
        return earlier != null
                && (earlier.why() == Why.FAR || earlier.why() == Why.CONTRADICTED)
                && tick.provenance().asOf().isAfter(earlier.priced())
                && Math.abs(tick.price() / earlier.price() - 1) <= APART;
    }

    private static Doubt doubt(Why why, Tick tick, @Nullable Tick other) {
        return new Doubt(
                why,
                tick.provenance().source(),
                tick.price(),
                tick.provenance().asOf(),
                tick.currency(),
                other == null ? null : other.provenance().source(),
                other == null ? null : Double.valueOf(other.price()));
    }
}
