package dev.bellwether.market;

import dev.bellwether.talk.Line;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.num.Num;

/**
 * Bollinger bands 20/2 of the closes, up to the last closed bar: the mean of 20 and two standard deviations around it, those of
 * the population (divided by 20), as Bollinger defines them.
 *
 * @param middle in the listing's currency, as the bands
 * @param percentB where the last close stands: 0 at the lower band, 1 at the upper one, beyond them outside
 */
public record Bollinger(Measure upper, Measure middle, Measure lower, Measure percentB) {
    private static final int DAYS = 20;
    private static final double WIDTH = 2;

    /** Bands narrower than this share of the price are what rounding leaves of a price that stands still. */
    private static final double STANDSTILL = 1e-7;

    static Bollinger missing(Measure.Missing why) {
        return new Bollinger(why, why, why, why);
    }

    static Bollinger of(ClosedBars bars) {
        if (bars.size() < DAYS) {
            return missing(bars.tooShort(DAYS));
        }
        int end = bars.size() - 1;
        Indicator<Num> closes = new ClosePriceIndicator(bars.series());
        double middle = new SMAIndicator(closes, DAYS).getValue(end).doubleValue();
        double deviation =
                new StandardDeviationIndicator(closes, DAYS).getValue(end).doubleValue();
        return around(middle, WIDTH * deviation, bars.get(end).close());
    }

    private static Bollinger around(double middle, double reach, double close) {
        return new Bollinger(
                Measure.of(middle + reach),
                Measure.of(middle),
                Measure.of(middle - reach),
                reach > STANDSTILL * middle
                        ? Measure.of((close - middle + reach) / (2 * reach))
                        : new Measure.Missing(Line.say("market.still")));
    }
}
