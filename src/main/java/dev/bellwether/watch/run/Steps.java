package dev.bellwether.watch.run;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.watch.engine.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes steps: what is new about a listing, in the order of its moments. A listing that is asked about here has a cursor. */
final class Steps {
    private static final Provenance NOWHERE = new Provenance("", Instant.EPOCH, Duration.ZERO, null, false);

    private Steps() {}

    static Cursor cursor(Watched watched) {
        return Objects.requireNonNull(watched.cursor, watched.name());
    }

    /**
     * A price.
     *
     * @param late how long ago it was; zero for one that is as new as the source has it
     */
    static Step price(
            Watched watched,
            double price,
            Instant moment,
            Session session,
            Provenance source,
            Duration late,
            Instant now) {
        Cursor cursor = cursor(watched);
        Instant at = inOrder(watched, moment);
        boolean first = !session.day().equals(cursor.session());
        boolean opening =
                first && !moment.isAfter(session.open().plus(watched.every().multipliedBy(2)));
        Observation seen = new Observation.Priced(watched.name(), at, price, opening, source);
        Cursor after = cursor.priced(price, at, session.day(), source.source());
        boolean hole = first
                ? moment.isAfter(
                        session.open().plus(watched.every().multipliedBy(2)).plus(source.delay()))
                : cursor.looked().isBefore(now.minus(watched.every().multipliedBy(2)));
        Instant looked = late.isZero() ? now : at;
        Instant origin = late.isZero() ? now : at;
        return new Step(watched, seen, after.looked(looked, hole), late, source, origin, cursor.price() == null);
    }

    /** A complete bar, the last of these. */
    static Step closed(
            Watched watched, List<Bar> bars, Set<LocalDate> splits, Instant close, Provenance source, Duration late) {
        Cursor cursor = cursor(watched);
        Bar bar = bars.getLast();
        Instant at = inOrder(watched, close);
        Observation seen = new Observation.Closed(watched.name(), at, bars, splits, source);
        Cursor after = cursor.closed(bar.date(), bar.close(), at, source.source());
        return new Step(watched, seen, after, late, source, at, cursor.closed() == null);
    }

    /**
     * A day that began.
     *
     * @param origin alerts that were set later do not fire
     */
    static Step dawned(Watched watched, LocalDate day, @Nullable LocalDate earnings, Instant moment, Instant origin) {
        Cursor cursor = cursor(watched);
        Instant at = inOrder(watched, moment);
        Observation seen = new Observation.Dawned(watched.name(), at, day, earnings);
        return new Step(
                watched,
                seen,
                cursor.dawned(day, earnings, at),
                Duration.ZERO,
                source(watched),
                origin,
                cursor.dawned() == null);
    }

    /** How far a listing stands above what its other one implies, at its latest price. */
    static Step compared(Watched watched, double percent, Instant now) {
        Cursor cursor = cursor(watched);
        Instant at = cursor.at();
        Observation seen = new Observation.Compared(watched.name(), at, percent, source(watched));
        return new Step(
                watched,
                seen,
                cursor.compared(percent, at),
                Duration.ZERO,
                source(watched),
                now,
                cursor.parity() == null);
    }

    /** A fact of the press. */
    static Step learned(Watched watched, Fact.Printed fact, Instant now) {
        Observation seen = new Observation.Learned(watched.name(), inOrder(watched, now), fact);
        return news(watched, seen, fact.at(), provenance(fact));
    }

    /** An article. */
    static Step told(Watched watched, Article article, Instant now) {
        Observation seen = new Observation.Told(watched.name(), inOrder(watched, now), article);
        Provenance source = new Provenance(article.publisher(), article.when(), Duration.ZERO, article.link(), false);
        return news(watched, seen, article.when(), source);
    }

    /** The cursor stays: a source that runs behind brings prices from before the news. */
    private static Step news(Watched watched, Observation seen, Instant origin, Provenance source) {
        return new Step(watched, seen, cursor(watched), Duration.ZERO, source, origin, false);
    }

    private static Provenance provenance(Fact.Printed fact) {
        return new Provenance(
                fact.mentions().getFirst().publisher(),
                fact.at(),
                Duration.ZERO,
                fact.mentions().getFirst().link(),
                false);
    }

    private static Provenance source(Watched watched) {
        return watched.source == null ? NOWHERE : watched.source;
    }

    /** Moments are kept to the microsecond, and never go back. */
    private static Instant inOrder(Watched watched, Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.MILLIS);
        Instant last = cursor(watched).at();
        return at.isAfter(last) ? at : last;
    }
}
