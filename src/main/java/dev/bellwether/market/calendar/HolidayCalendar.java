package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weekdays with the exchange's regular hours, but for the days that are special. */
final class HolidayCalendar implements TradingCalendar {
    private final Exchange exchange;
    private final CalendarFile file;
    private final Map<LocalDate, Special> days;

    /** @param extra closures of this exchange that the file does not know; where both know one, trading ends at the earlier */
    HolidayCalendar(Exchange exchange, CalendarFile file, List<Closure> extra) {
        this.exchange = exchange;
        this.file = file;
        Map<LocalDate, Special> known = new HashMap<>(file.days());
        extra.forEach(closure ->
                known.merge(closure.day(), new Special(closure.why(), closure.from(), false), Special::shorter));
        this.days = Map.copyOf(known);
    }

    @Override
    public Optional<Session> session(LocalDate day) {
        if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            return Optional.empty();
        }
        Special special = days.get(day);
        if (special == null) {
            return Optional.of(session(day, exchange.closing(day), false));
        }
        LocalTime early = special.close();
        if (early == null || !at(day, early).isAfter(exchange.opening(day))) {
            return Optional.empty();
        }
        Instant close = at(day, early);
        return close.isBefore(exchange.closing(day))
                ? Optional.of(session(day, close, true))
                : Optional.of(session(day, exchange.closing(day), false));
    }

    /** A session that ends in what would be the lunch break has none, and ends before it. */
    private Session session(LocalDate day, Instant close, boolean half) {
        Instant open = exchange.opening(day);
        LocalTime from = file.breakFrom();
        LocalTime to = file.breakTo();
        if (from == null || to == null || !close.isAfter(at(day, from))) {
            return new Session(day, open, close, null, null, half);
        }
        return close.isAfter(at(day, to))
                ? new Session(day, open, close, at(day, from), at(day, to), half)
                : new Session(day, open, at(day, from), null, null, half);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(exchange.zone()).toInstant();
    }

    @Override
    public @Nullable String holiday(LocalDate day) {
        Special special = days.get(day);
        return special == null ? null : special.name();
    }

    @Override
    public boolean expected(LocalDate day) {
        Special special = days.get(day);
        return special != null && special.expected();
    }

    @Override
    public Session next(Instant moment) {
        LocalDate day = exchange.dayAt(moment);
        Optional<Session> found = session(day).filter(session -> session.open().isAfter(moment));
        while (found.isEmpty()) {
            day = day.plusDays(1);
            found = session(day);
        }
        return found.get();
    }

    @Override
    public Session current(Instant moment) {
        LocalDate day = exchange.dayAt(moment);
        Optional<Session> found = session(day).filter(session -> !session.open().isAfter(moment));
        while (found.isEmpty()) {
            day = day.minusDays(1);
            found = session(day);
        }
        return found.get();
    }

    @Override
    public Session lastClosed(Instant moment) {
        LocalDate day = exchange.dayAt(moment);
        Optional<Session> found =
                session(day).filter(session -> !session.close().isAfter(moment));
        while (found.isEmpty()) {
            day = day.minusDays(1);
            found = session(day);
        }
        return found.get();
    }

    @Override
    public @Nullable LocalDate validUntil() {
        return file.until();
    }
}
