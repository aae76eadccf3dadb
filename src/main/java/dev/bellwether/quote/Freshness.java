package dev.bellwether.quote;

import dev.bellwether.fact.Exchange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How long an answer stays good, by the hours of the listing's exchange. Holidays are not known and count as open: that asks
 * too often, never too seldom.
 */
record Freshness(QuoteSettings settings) {
    /** Sources take their time to publish a close; meanwhile bars are asked for again with every load. */
    private static final Duration SETTLING = Duration.ofMinutes(45);

    private static final Duration HISTORY_KEPT = Duration.ofHours(6);

    /** Until when an answer is fresh that came at a moment. */
    Instant until(Exchange exchange, Instant now, boolean failed) {
        if (failed) {
            return now.plus(settings.failure());
        }
        if (exchange.inRegularHours(now)) {
            return now.plus(settings.whileOpen());
        }
        Instant calm = now.plus(settings.whileClosed());
        Instant opening = nextOpening(exchange, now);
        return opening.isBefore(calm) ? opening : calm;
    }

    /** From when on a fresh answer is renewed ahead while it is still given: half its time, while the exchange is open. */
    Instant renewFrom(Exchange exchange, Instant now, boolean failed) {
        return failed || !exchange.inRegularHours(now)
                ? Instant.MAX
                : now.plus(settings.whileOpen().dividedBy(2));
    }

    private static Instant nextOpening(Exchange exchange, Instant now) {
        LocalDate day = exchange.dayAt(now);
        while (isWeekend(day) || !exchange.opening(day).isAfter(now)) {
            day = day.plusDays(1);
        }
        return exchange.opening(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether bars that were loaded at one moment may lack one at another: a session has ended in between or just before. */
    boolean isHistoryDue(Exchange exchange, Instant loaded, Instant now) {
        if (Duration.between(loaded, now).compareTo(HISTORY_KEPT) >= 0) {
            return true;
        }
        LocalDate today = exchange.dayAt(now);
        return exchange.dayAt(loaded)
                .minusDays(1)
                .datesUntil(today.plusDays(1))
                .map(exchange::closing)
                .anyMatch(close -> !close.isAfter(now) && close.isAfter(loaded.minus(SETTLING)));
    }
}
