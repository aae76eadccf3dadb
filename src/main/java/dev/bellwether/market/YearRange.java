package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The highest high and lowest low of the 52 weeks up to the price: bars of the days after the same day one year before, and
 * the live price if it goes beyond them. Missing where the history does not reach back a year (a week of tolerance).
 *
 * @param high in the listing's currency
 * @param highOn the last day on which it was reached; null if missing
 * @param low in the listing's currency
 * @param lowOn the last day on which it was reached; null if missing
 * @param fromHigh the price against the high in percent of the high, 0 or negative
 * @param fromLow the price against the low in percent of the low, 0 or positive
 * @param position where the price stands between low (0) and high (100), in percent
 */
public record YearRange(
        Measure high,
        @Nullable LocalDate highOn,
        Measure low,
        @Nullable LocalDate lowOn,
        Measure fromHigh,
        Measure fromLow,
        Measure position) {

    static final int TOLERANCE_DAYS = 7;

    static YearRange missing(Measure.Missing why) {
        return new YearRange(why, null, why, null, why, why, why);
    }

    static YearRange of(ClosedBars bars, LatestPrice now) {
        LocalDate begin = now.day().minusYears(1);
        if (bars.size() == 0 || bars.get(0).date().isAfter(begin.plusDays(TOLERANCE_DAYS))) {
            return missing(bars.notBackTo(begin, now.day()));
        }
        Extreme high = new Extreme(now.price(), now.day());
        Extreme low = high;
        int first = bars.countBefore(begin.plusDays(1));
        for (int i = bars.size() - 1; i >= first; i--) {
            Bar bar = bars.get(i);
            high = bar.high() > high.price() ? new Extreme(bar.high(), bar.date()) : high;
            low = bar.low() < low.price() ? new Extreme(bar.low(), bar.date()) : low;
        }
        return between(high, low, now.price());
    }

    private static YearRange between(Extreme high, Extreme low, double price) {
        double width = high.price() - low.price();
        return new YearRange(
                Measure.of(high.price()),
                high.day(),
                Measure.of(low.price()),
                low.day(),
                Percent.above(high.price(), price),
                Percent.above(low.price(), price),
                width > 0
                        ? Measure.of((price - low.price()) / width * 100)
                        : new Measure.Missing(Line.say("market.still")));
    }

    private record Extreme(double price, LocalDate day) {}
}
