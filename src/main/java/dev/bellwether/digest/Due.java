package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When digests are due. Pure: the same question has the same answer, whatever was asked before.
 *
 * <p>A time of day that a change of clocks leaves out is due at the moment of the change, which is the next time that exists; one that
 * comes twice is due the first time. Two times that fall together this way are one moment.
 */
public final class Due {
    /** A year and a month: what is not due within it, such as the trading days of an exchange that closed, is never due. */
    private static final int FURTHEST_DAYS = 400;

    private final TradingCalendars calendars;

    /** @param calendars tell when sessions are */
    public Due(TradingCalendars calendars) {
        this.calendars = calendars;
    }

    /**
     * The first moment after another at which a digest is due; empty if there is none within a year.
     *
     * @param zone the chat's
     */
    public Optional<Instant> next(When when, ZoneId zone, Instant after) {
        return switch (when) {
            case When.AtTimes at -> next(at, zone, after);
            case When.AtSession at -> next(at, after);
        };
    }

    /** The last moment up to another at which a digest was due, that moment too; empty if there is none within 400 days. */
    public Optional<Instant> last(When when, ZoneId zone, Instant until) {
        for (int days = 8; days <= FURTHEST_DAYS; days *= 3) {
            List<Instant> between = between(when, zone, until.minus(Duration.ofDays(days)), until);
            if (!between.isEmpty()) {
                return Optional.of(between.getLast());
            }
        }
        return Optional.empty();
    }

    /** All moments after one and up to another at which a digest is due, rising; the second moment too. */
    public List<Instant> between(When when, ZoneId zone, Instant after, Instant until) {
        List<Instant> moments = new ArrayList<>();
        Optional<Instant> next = next(when, zone, after);
        while (next.isPresent() && !next.get().isAfter(until)) {
            moments.add(next.get());
            next = next(when, zone, next.get());
        }
        return moments;
    }

    private Optional<Instant> next(When.AtTimes at, ZoneId zone, Instant after) {
        // From the day before: a change of clocks can move a moment into the next day.
        LocalDate first = after.atZone(zone).toLocalDate().minusDays(1);
        return days(first)
                .filter(day -> at.days().contains(day.getDayOfWeek()))
                .filter(day -> trades(at, day))
                .flatMap(day -> at.times().stream().map(time -> moment(day, time, zone)))
                .filter(moment -> moment.isAfter(after))
                .findFirst();
    }

    private boolean trades(When.AtTimes at, LocalDate day) {
        return at.trading() == null || calendars.of(at.trading()).session(day).isPresent();
    }

    private static Stream<LocalDate> days(LocalDate first) {
        return Stream.iterate(first, day -> day.plusDays(1)).limit(FURTHEST_DAYS);
    }

    static Instant moment(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private Optional<Instant> next(When.AtSession at, Instant after) {
        Exchange exchange = at.exchange();
        TradingCalendar calendar = calendars.of(exchange);
        return days(exchange.dayAt(after).minusDays(7))
                .flatMap(day -> session(calendar, at, day).stream())
                .map(session -> (at.edge() == When.Edge.OPEN ? session.open() : session.close()).plus(at.offset()))
                .filter(moment -> moment.isAfter(after))
                .findFirst();
    }

    private static Optional<Session> session(TradingCalendar calendar, When.AtSession at, LocalDate day) {
        if (!at.days().contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        Optional<Session> session = calendar.session(day);
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate before = day;
        while (at.days().size() == 1 && session.isEmpty() && before.isAfter(monday)) {
            before = before.minusDays(1);
            session = calendar.session(before);
        }
        return session;
    }
}
