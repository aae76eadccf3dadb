package dev.bellwether.digest;

import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A calendar by which everything closes an hour later. */
record Shifted(TradingCalendar usual) implements TradingCalendar {
    private static Session later(Session session) {
        return new Session(
                session.day(), session.open(), session.close().plus(Duration.ofHours(1)), null, null, session.half());
    }

    @Override
    public Optional<Session> session(LocalDate day) {
        return usual.session(day).map(Shifted::later);
    }

    @Override
    public @Nullable String holiday(LocalDate day) {
        return usual.holiday(day);
    }

    @Override
    public Session next(Instant moment) {
        return later(usual.next(moment));
    }

    @Override
    public Session current(Instant moment) {
        return later(usual.current(moment));
    }

    @Override
    public Session lastClosed(Instant moment) {
        return later(usual.lastClosed(moment));
    }

    @Override
    public @Nullable LocalDate validUntil() {
        return null;
    }
}
