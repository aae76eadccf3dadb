package dev.bellwether.market;

import org.ta4j.core.indicators.helpers.TRIndicator;

/**
 * How far the price swings.
 *
 * @param bollinger up to the last closed bar
 * @param atr14 Wilder's average true range up to the last closed bar, in the listing's currency: the mean of the first 14 true
 *     ranges, each later one counting 1/14; the first bar's is its high minus its low
 * @param atrPercent the average true range in percent of the price
 * @param donchian the channel of the 20 closed bars before the price
 */
public record Volatility(Bollinger bollinger, Measure atr14, Measure atrPercent, Donchian donchian) {
    static final int DAYS = 14;

    static Volatility missing(Measure.Missing why) {
        return new Volatility(Bollinger.missing(why), why, why, Donchian.missing(why));
    }

    static Volatility of(ClosedBars bars, LatestPrice now) {
        double[] atr = Smoothing.wilder(bars.all(new TRIndicator(bars.series())), 0, DAYS);
        Measure atr14 = bars.last(DAYS, end -> atr[end]);
        return new Volatility(
                Bollinger.of(bars), atr14, atr14.map(range -> range / now.price() * 100), Donchian.of(bars, now));
    }
}
