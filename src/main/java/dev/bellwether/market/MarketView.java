package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that prices say about one listing at one moment. Immutable; takes time linear in the bars and keeps none of them.
 *
 * <p>Indicators ({@code averages}, {@code momentum}, {@code volatility}, {@code volume}) are values of the last closed bar; their
 * distances, {@code changes}, {@code year} and {@code levels} are measured from {@code price}, which may be live.
 *
 * <p>Before a suspected split prices are in another scale: bars before the last one are left out of everything, and
 * what then lacks history is missing for that reason.
 *
 * @param listing whose prices they are; all amounts are in its currency
 * @param at the moment of the view; what was not known then is not in it
 * @param price null if there is neither a bar nor a live price; everything else is then missing
 * @param lastBar the last closed bar, which the indicators belong to unless a split cut it off; null if there is none
 * @param bars how many closed bars the indicators had
 * @param changes 1d, 7d, 1m, ytd, 12m, in this order
 * @param notes what a person should know about the input, a sentence each
 */
public record MarketView(
        Listing listing,
        Instant at,
        @Nullable LatestPrice price,
        @Nullable Bar lastBar,
        int bars,
        List<Change> changes,
        YearRange year,
        Averages averages,
        Momentum momentum,
        Volatility volatility,
        Volume volume,
        Trend trend,
        Levels levels,
        List<Line> notes) {
    public MarketView {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * Computes the view.
     *
     * @param bars closed daily bars, dates rising; those not closed at {@code at} are ignored
     * @param tick a live price; used if it is of a later session than the last bar, not later than {@code at} and in the
     *     listing's currency; one that does not fit is left out with a note
     * @param splitDates the first days of suspected new price scales
     * @throws IllegalArgumentException if the dates of the bars don't rise or a price is not above zero
     */
    public static MarketView of(
            Listing listing, List<Bar> bars, @Nullable Tick tick, Set<LocalDate> splitDates, Instant at) {
        List<Line> notes = new ArrayList<>();
        List<Bar> known = closed(bars, listing.exchange(), at);
        Tick usable = usable(tick, listing, at, notes);
        LatestPrice now = latest(known, usable, listing.exchange());
        if (now == null) {
            return empty(listing, at, notes);
        }
        ClosedBars closed = ClosedBars.of(known, splitDates, now.day());
        if (closed.split() != null) {
            notes.add(Line.say("market.note.split", new Value.Day(closed.split())));
        }
        return of(listing, at, now, known.isEmpty() ? null : known.getLast(), closed, notes);
    }

    /** The change over a period such as {@code 7d}. */
    public Change change(String period) {
        return changes.stream()
                .filter(change -> change.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such period: " + period));
    }

    private static MarketView of(
            Listing listing, Instant at, LatestPrice now, @Nullable Bar lastBar, ClosedBars bars, List<Line> notes) {
        YearRange year = YearRange.of(bars, now);
        Averages averages = Averages.of(bars, now);
        Volatility volatility = Volatility.of(bars, now);
        return new MarketView(
                listing,
                at,
                now,
                lastBar,
                bars.size(),
                Change.all(bars, now),
                year,
                averages,
                Momentum.of(bars),
                volatility,
                Volume.of(bars),
                Trend.of(bars, averages, now),
                PriceLine.levels(bars, now, year, averages, volatility),
                notes);
    }

    private static MarketView empty(Listing listing, Instant at, List<Line> notes) {
        Measure.Missing why = new Measure.Missing(Line.say("market.prices.none"), 1);
        return new MarketView(
                listing,
                at,
                null,
                null,
                0,
                Change.none(why),
                YearRange.missing(why),
                Averages.missing(why),
                Momentum.missing(why),
                Volatility.missing(why),
                Volume.missing(why),
                Trend.UNKNOWN,
                new Levels(List.of()),
                notes);
    }

    /** Bars are in order, so those that were not closed yet stand at the end. */
    private static List<Bar> closed(List<Bar> bars, Exchange exchange, Instant at) {
        int end = bars.size();
        while (end > 0 && exchange.closing(bars.get(end - 1).date()).isAfter(at)) {
            end--;
        }
        return bars.subList(0, end);
    }

    private static @Nullable Tick usable(@Nullable Tick tick, Listing listing, Instant at, List<Line> notes) {
        if (tick == null || tick.provenance().asOf().isAfter(at)) {
            return null;
        }
        boolean fits =
                tick.listing().equals(listing.symbol()) && tick.currency().equals(listing.currency());
        if (!fits || !ClosedBars.isPrice(tick.price())) {
            notes.add(Line.say(
                    "market.note.tick",
                    Double.toString(tick.price()),
                    tick.currency(),
                    tick.listing(),
                    listing.symbol(),
                    listing.currency()));
            return null;
        }
        return tick;
    }

    /** The live price if its session is later than the last closed one, else the last close; null if there is neither. */
    private static @Nullable LatestPrice latest(List<Bar> known, @Nullable Tick tick, Exchange exchange) {
        LatestPrice close = known.isEmpty() ? null : LatestPrice.close(known.getLast(), exchange);
        LatestPrice live = tick == null ? null : LatestPrice.of(tick, exchange);
        return live == null || (close != null && !live.day().isAfter(close.day())) ? close : live;
    }
}
