package dev.bellwether.analyst;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.quote.History;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one target.
 *
 * <p>A target above the last close before the call is reached when a session's high touches it, one below by the low. Only
 * sessions that opened after the call count, up to the day 12 months later; nothing is judged before that day, since of young
 * calls only the reached ones would be known.
 *
 * @param outcome what became of it
 * @param days calendar days from the call to the first session that reached it; null if none did so far
 * @param error how far the target lay above (negative: below) the close 12 months later, in percent of that close; null if it
 *     is not judged
 */
public record Judgement(
        Outcome outcome, @Nullable Integer days, @Nullable Double error) {
    private static final int MONTHS = 12;

    /** Longer than any holidays: a bigger hole means that prices are missing. */
    private static final int HOLE = 15;

    /** What became of a target. */
    public enum Outcome {
        REACHED,
        MISSED,
        /** The 12 months are not over. */
        TOO_YOUNG,
        /** There are no prices of that time, or a split lies between. */
        NO_PRICES
    }

    private static final Judgement NO_PRICES = new Judgement(Outcome.NO_PRICES, null, null);

    /**
     * Judges a call that names a target.
     *
     * @param listing the one that trades in the target's currency
     * @param history its closed bars in the scale of the call
     * @param at the moment of judgement; bars that were not closed by then don't count
     */
    static Judgement of(Fact.Call fact, double target, Listing listing, History history, Instant at) {
        Exchange exchange = listing.exchange();
        LocalDate day = exchange.dayAt(fact.at());
        LocalDate end = day.plusMonths(MONTHS);
        List<Bar> bars = history.bars().stream()
                .filter(bar -> !exchange.closing(bar.date()).isAfter(at))
                .toList();
        Bar before = last(bars, exchange, fact.at());
        if (before == null || before.date().plusDays(HOLE).isBefore(day)) {
            return NO_PRICES;
        }
        List<Bar> after = bars.stream()
                .filter(bar -> !exchange.opening(bar.date()).isBefore(fact.at()))
                .filter(bar -> !bar.date().isAfter(end))
                .toList();
        LocalDate newest = after.isEmpty() ? before.date() : after.getLast().date();
        if (history.spansSplit(before.date(), newest)) {
            return NO_PRICES;
        }
        Integer days = reached(target, before, after)
                .map(bar -> (int) ChronoUnit.DAYS.between(day, bar.date()))
                .orElse(null);
        if (exchange.closing(end).isAfter(at)) {
            return new Judgement(Outcome.TOO_YOUNG, days, null);
        }
        if (newest.plusDays(HOLE).isBefore(end)) {
            return NO_PRICES;
        }
        double close = after.isEmpty() ? before.close() : after.getLast().close();
        return new Judgement(days == null ? Outcome.MISSED : Outcome.REACHED, days, (target / close - 1) * 100);
    }

    private static @Nullable Bar last(List<Bar> bars, Exchange exchange, Instant until) {
        Bar last = null;
        for (Bar bar : bars) {
            if (!exchange.closing(bar.date()).isAfter(until)) {
                last = bar;
            }
        }
        return last;
    }

    private static Optional<Bar> reached(double target, Bar before, List<Bar> after) {
        boolean up = target >= before.close();
        return after.stream()
                .filter(bar -> up ? bar.high() >= target : bar.low() <= target)
                .findFirst();
    }
}
