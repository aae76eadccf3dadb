package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every weekday is a trading day with the exchange's regular hours. */
record WeekdayCalendar(Exchange exchange) implements TradingCalendar {
    @Override
    public Optional<Session> session(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? Optional.empty() : Optional.of(regular(day));
    }

    private Session regular(LocalDate day) {
        return new Session(day, exchange.opening(day), exchange.closing(day), null, null, false);
    }

    @Override
    public @Nullable String holiday(LocalDate day) {
        return null;
    }

    @Override
    public Session next(Instant moment) {
        LocalDate day = exchange.dayAt(moment);
        while (session(day).filter(session -> session.open().isAfter(moment)).isEmpty()) {
            day = day.plusDays(1);
        }
        return regular(day);
    }

    @Override
    public Session current(Instant moment) {
        LocalDate day = exchange.dayAt(moment);
        while (session(day).filter(session -> !session.open().isAfter(moment)).isEmpty()) {
            day = day.minusDays(1);
        }
        return regular(day);
    }

    @Override
    public Session lastClosed(Instant moment) {
        LocalDate day = exchange.dayAt(moment);
        while (session(day).filter(session -> !session.close().isAfter(moment)).isEmpty()) {
            day = day.minusDays(1);
        }
        return regular(day);
    }

    @Override
    public @Nullable LocalDate validUntil() {
        return null;
    }
}
