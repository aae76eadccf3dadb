package dev.bellwether.watch.engine;

import dev.bellwether.fact.Exchange;
import dev.bellwether.market.BarHistory;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.watch.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one listing, and the conditions on it. */
final class Ticker {
    private static final BarHistory NO_BARS = BarHistory.of(List.of(), Set.of());

    final String listing;
    private final Exchange exchange;
    private final Rates rates;
    final Tape ticks = new Tape();
    final Tape closes = new Tape();
    private @Nullable Side onTicks;
    private @Nullable Side onCloses;

    BarHistory bars = NO_BARS;
    Scales.Split ahead = Scales.Split.NONE;

    /** A day that may be the first of another scale, after the last bar; {@link Tape#NO_DAY} if there is none. */
    int suspected = Tape.NO_DAY;

    double parity = Double.NaN;
    double otherParity = Double.NaN;
    Instant comparedAt = Instant.MIN;

    int today = Tape.NO_DAY;

    /** The day on which the company is said to report; {@link Tape#NO_DAY} if nobody says. */
    int report = Tape.NO_DAY;

    /** How many rules are armed here. */
    int rules;

    private long dayFrom;
    private long dayTo;
    private int cachedDay;

    Ticker(String listing, Exchange exchange, Rates rates) {
        this.listing = listing;
        this.exchange = exchange;
        this.rates = rates;
    }

    BarHistory bars() {
        return bars;
    }

    /** In percent; NaN if not known. */
    double parity() {
        return parity;
    }

    /** The last parity that was not the present one; NaN if there was none. */
    double otherParity() {
        return otherParity;
    }

    /** Until the company is said to report. */
    double days() {
        if (today == Tape.NO_DAY) {
            return Double.NaN;
        }
        return report == Tape.NO_DAY ? Double.POSITIVE_INFINITY : report - today;
    }

    double rate(String currency) {
        return rates.rate(listing, currency).orElse(Double.NaN);
    }

    /** The day of the last bar; {@link Tape#NO_DAY} if there is none. */
    int lastDay() {
        return bars.size() == 0 ? Tape.NO_DAY : bars.day(bars.size() - 1);
    }

    @Nullable
    Side side(Rule.Basis basis) {
        return basis == Rule.Basis.TICKS ? onTicks : onCloses;
    }

    /** The conditions on a basis, to add one. */
    Side make(Rule.Basis basis) {
        Side known = side(basis);
        if (known != null) {
            return known;
        }
        Side made = new Side(this, basis, basis == Rule.Basis.TICKS ? ticks : closes);
        if (basis == Rule.Basis.TICKS) {
            onTicks = made;
        } else {
            onCloses = made;
        }
        return made;
    }

    /** Looks by which prices of the running day nothing can change. */
    void settleDown() {
        ticks.never();
        if (ticks.day > lastDay() && ticks.day == cachedDay) {
            ticks.between(dayFrom, dayTo);
            if (onTicks != null) {
                onTicks.narrow();
            }
        }
    }

    /** The trading day that a price of a moment belongs to. */
    int dayOf(Instant moment) {
        long second = moment.getEpochSecond();
        if (second < dayFrom || second >= dayTo) {
            LocalDate day = exchange.dayAt(moment);
            ZoneId zone = exchange.zone();
            dayFrom = day.atStartOfDay(zone).toEpochSecond();
            dayTo = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
            cachedDay = (int) LatestPrice.dayOf(moment, exchange).toEpochDay();
        }
        return cachedDay;
    }
}
