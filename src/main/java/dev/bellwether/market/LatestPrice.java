package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Tick;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * The price that everything is measured from.
 *
 * @param price in the listing's currency
 * @param day the trading day at the exchange that it belongs to
 * @param asOf the moment of the trade; for a close the end of regular trading
 * @param tick the live price it is; null if it is the close of the last bar
 */
public record LatestPrice(
        double price, LocalDate day, Instant asOf, @Nullable Tick tick) {

    /** Whether it is a live price of a session whose bar is not closed yet, rather than a close. */
    public boolean live() {
        return tick != null;
    }

    /** The trading day at the exchange that a price of a moment belongs to. */
    public static LocalDate dayOf(Instant moment, Exchange exchange) {
        return session(exchange.dayAt(moment));
    }

    static LatestPrice close(Bar bar, Exchange exchange) {
        return new LatestPrice(bar.close(), bar.date(), exchange.closing(bar.date()), null);
    }

    static LatestPrice of(Tick tick, Exchange exchange) {
        Instant asOf = tick.provenance().asOf();
        return new LatestPrice(tick.price(), dayOf(asOf, exchange), asOf, tick);
    }

    /** A price stamped at a weekend is Friday's: some sources stamp the moment they were asked. */
    private static LocalDate session(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return weekend ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : day;
    }
}
