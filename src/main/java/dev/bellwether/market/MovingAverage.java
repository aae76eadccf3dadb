package dev.bellwether.market;

/**
 * A moving average of the closes, up to the last closed bar.
 *
 * @param days how many bars it spans
 * @param value in the listing's currency
 * @param distance the price against the average, in percent of the average; positive above it
 */
public record MovingAverage(int days, Measure value, Measure distance) {
    static MovingAverage of(int days, Measure value, LatestPrice now) {
        return new MovingAverage(days, value, value.map(average -> (now.price() / average - 1) * 100));
    }

    static MovingAverage missing(int days, Measure.Missing why) {
        return new MovingAverage(days, why, why);
    }
}
