package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

/**
 * Moving averages of the closes. SMA n is the plain mean of the last n; EMA n starts with the mean of the first n closes and
 * gives each later one the weight 2 / (n + 1).
 *
 * @param cross SMA 50 against SMA 200: above since a golden cross, below since a death cross
 */
public record Averages(
        MovingAverage sma20,
        MovingAverage sma50,
        MovingAverage sma200,
        MovingAverage ema12,
        MovingAverage ema26,
        Cross cross) {

    static Averages missing(Measure.Missing why) {
        return new Averages(
                MovingAverage.missing(20, why),
                MovingAverage.missing(50, why),
                MovingAverage.missing(200, why),
                MovingAverage.missing(12, why),
                MovingAverage.missing(26, why),
                Cross.missing(why));
    }

    static Averages of(ClosedBars bars, LatestPrice now) {
        Indicator<Num> closes = new ClosePriceIndicator(bars.series());
        Indicator<Num> sma50 = new SMAIndicator(closes, 50);
        Indicator<Num> sma200 = new SMAIndicator(closes, 200);
        return new Averages(
                MovingAverage.of(20, bars.last(20, new SMAIndicator(closes, 20)), now),
                MovingAverage.of(50, bars.last(50, sma50), now),
                MovingAverage.of(200, bars.last(200, sma200), now),
                exponential(12, bars, now),
                exponential(26, bars, now),
                cross(bars, sma50, sma200));
    }

    private static Cross cross(ClosedBars bars, Indicator<Num> sma50, Indicator<Num> sma200) {
        return bars.size() < 200
                ? Cross.missing(bars.tooShort(200))
                : Cross.of(bars, 199, bars.all(sma50), bars.all(sma200));
    }

    private static MovingAverage exponential(int days, ClosedBars bars, LatestPrice now) {
        double[] average = Smoothing.exponential(bars.all(Bar::close), 0, days);
        return MovingAverage.of(days, bars.last(days, end -> average[end]), now);
    }
}
