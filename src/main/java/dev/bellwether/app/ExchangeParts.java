package dev.bellwether.app;

import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.calendar.Hours;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Places;
import dev.bellwether.talk.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** The exchanges in use: whether they are open, and whether their holidays will be known for long enough. */
record ExchangeParts(TradingCalendars calendars, Instruments instruments, InstantSource clock) {
    /** How long before its last day a calendar is worth a word. */
    private static final Duration AHEAD = Duration.ofDays(60);

    List<StatusPart> parts() {
        Instant now = clock.instant();
        return instruments.all().stream()
                .flatMap(instrument -> instrument.listings().stream())
                .map(Listing::exchange)
                .distinct()
                .sorted()
                .map(exchange -> part(exchange, now))
                .toList();
    }

    private StatusPart part(Exchange exchange, Instant now) {
        TradingCalendar calendar = calendars.of(exchange);
        Line name = Line.say("calendar.part", Places.of(exchange));
        Line hours = new Hours(exchange, calendar, now).words();
        LocalDate until = calendar.validUntil();
        if (until == null) {
            return StatusPart.ok(name, Line.say("calendar.weekdays", hours));
        }
        LocalDate today = exchange.dayAt(now);
        if (today.isAfter(until)) {
            return StatusPart.warning(name, Line.say("calendar.over", hours, new Value.Day(until)));
        }
        return today.plusDays(AHEAD.toDays()).isAfter(until)
                ? StatusPart.warning(name, Line.say("calendar.soon", hours, new Value.Day(until)))
                : StatusPart.ok(name, hours);
    }
}
