package dev.bellwether.market;

import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;

/**
 * Donchian's channel: highest high and lowest low of the 20 closed bars before the price's own day, as in his breakout rule and
 * the turtles'. So a price above the upper line has broken out, whether it is live or the last close.
 *
 * @param upper in the listing's currency, as the others
 * @param middle half-way between the lines
 */
public record Donchian(Measure upper, Measure middle, Measure lower) {
    private static final int DAYS = 20;

    static Donchian missing(Measure.Missing why) {
        return new Donchian(why, why, why);
    }

    static Donchian of(ClosedBars bars, LatestPrice now) {
        int before = bars.countBefore(now.day());
        if (before < DAYS) {
            return missing(bars.tooShort(bars.size() - before + DAYS));
        }
        var highs = new HighestValueIndicator(new HighPriceIndicator(bars.series()), DAYS);
        var lows = new LowestValueIndicator(new LowPriceIndicator(bars.series()), DAYS);
        double upper = highs.getValue(before - 1).doubleValue();
        double lower = lows.getValue(before - 1).doubleValue();
        return new Donchian(Measure.of(upper), Measure.of(lower + (upper - lower) / 2), Measure.of(lower));
    }
}
