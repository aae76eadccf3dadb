package dev.bellwether.watch.run;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.quote.History;
import dev.bellwether.quote.SplitSuspect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Goes through complete bars in order. Of a day that was watched the close is new. A day that was not, or not all of it, is gone through as
 * its bar tells it: the opening, the one extreme, the other, the close; of a part of a day only what lies beyond the prices that were seen.
 */
final class MissedBars {
    /** A close that comes within this time is as new as sources have it. */
    private static final Duration IN_TIME = Duration.ofHours(2);

    private final Taker taker;
    private final BiFunction<String, Instant, @Nullable LocalDate> earnings;

    /** @param earnings the next report as it was known at a moment */
    MissedBars(Taker taker, BiFunction<String, Instant, @Nullable LocalDate> earnings) {
        this.taker = taker;
        this.earnings = earnings;
    }

    private record Point(Instant at, double price) {}

    /** Takes every bar that was not gone through and is complete; each step in a transaction of its own. */
    void go(Watched watched, History history, Instant now) {
        LocalDate done = Steps.cursor(watched).closed();
        List<Bar> bars = history.bars();
        Set<LocalDate> splits =
                history.splits().stream().map(SplitSuspect::date).collect(Collectors.toUnmodifiableSet());
        for (int i = done == null ? bars.size() - 1 : 0; i >= 0 && i < bars.size(); i++) {
            Bar bar = bars.get(i);
            if (done == null || bar.date().isAfter(done)) {
                go(watched, bars.subList(0, i + 1), splits, history.provenance(), now);
            }
        }
    }

    private void go(Watched watched, List<Bar> bars, Set<LocalDate> splits, Provenance source, Instant now) {
        Bar bar = bars.getLast();
        Session session = session(watched, bar.date());
        if (session.close().isAfter(now)) {
            return;
        }
        Duration age = Duration.between(session.close(), now);
        Duration late = age.compareTo(IN_TIME) > 0 ? age : Duration.ZERO;
        Provenance closing =
                new Provenance(source.source(), session.close(), Duration.ZERO, source.link(), source.sample());
        if (isMissed(watched, session)) {
            dawn(watched, session);
            for (Point point : unseen(watched, bar, session)) {
                Provenance then =
                        new Provenance(source.source(), point.at(), Duration.ZERO, source.link(), source.sample());
                taker.take(Steps.price(
                        watched, point.price(), point.at(), session, then, Duration.between(point.at(), now), now));
            }
        }
        taker.take(Steps.closed(watched, bars, splits, session.close(), closing, late));
    }

    private void dawn(Watched watched, Session session) {
        LocalDate before = Steps.cursor(watched).dawned();
        if (before == null || before.isBefore(session.day())) {
            LocalDate report = earnings.apply(watched.symbol(), session.open());
            taker.take(Steps.dawned(watched, session.day(), report, session.open(), session.open()));
        }
    }

    /** A day that the calendar does not know of and that has a bar all the same had the regular hours. */
    private static Session session(Watched watched, LocalDate day) {
        var exchange = watched.listing().exchange();
        return watched.calendar()
                .session(day)
                .orElseGet(() -> new Session(day, exchange.opening(day), exchange.closing(day), null, null, false));
    }

    /** Whether part of the session went unseen, or all of it. */
    private static boolean isMissed(Watched watched, Session session) {
        Cursor cursor = Steps.cursor(watched);
        if (cursor.session() == null || cursor.session().isBefore(session.day())) {
            return cursor.session() != null;
        }
        Instant end = session.close().minus(watched.every().multipliedBy(2));
        return cursor.session().equals(session.day())
                && (cursor.holes() || cursor.looked().isBefore(end));
    }

    /** The prices of the bar that were not seen, the nearer extreme to the opening first. */
    private static List<Point> unseen(Watched watched, Bar bar, Session session) {
        Cursor cursor = Steps.cursor(watched);
        Duration third = Duration.between(session.open(), session.close()).dividedBy(3);
        Instant first = session.open().plus(third);
        Instant second = first.plus(third);
        boolean highFirst = bar.high() - bar.open() <= bar.open() - bar.low();
        boolean whole = !session.day().equals(cursor.session());
        List<Point> points = new ArrayList<>();
        if (whole) {
            points.add(new Point(session.open(), bar.open()));
        }
        boolean higher = whole || cursor.high() == null || bar.high() > cursor.high();
        boolean lower = whole || cursor.low() == null || bar.low() < cursor.low();
        Point high = new Point(highFirst ? first : second, bar.high());
        Point low = new Point(highFirst ? second : first, bar.low());
        if (higher && highFirst) {
            points.add(high);
        }
        if (lower) {
            points.add(low);
        }
        if (higher && !highFirst) {
            points.add(high);
        }
        return points;
    }
}
