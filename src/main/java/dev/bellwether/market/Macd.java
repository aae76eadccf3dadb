package dev.bellwether.market;

import java.util.Arrays;

/**
 * Appel's moving average convergence/divergence 12/26/9 of the closes, up to the last closed bar. Each average starts with the
 * mean of its first values, the signal with that of the first nine values of the line.
 *
 * @param line EMA 12 minus EMA 26, in the listing's currency; needs 26 bars
 * @param signal EMA 9 of the line; needs 34 bars
 * @param histogram line minus signal
 * @param cross the line against its signal
 */
public record Macd(Measure line, Measure signal, Measure histogram, Cross cross) {
    private static final int FAST = 12;
    private static final int SLOW = 26;
    private static final int SIGNAL = 9;
    private static final int NEEDED = SLOW + SIGNAL - 1;

    static Macd missing(Measure.Missing why) {
        return new Macd(why, why, why, Cross.missing(why));
    }

    static Macd of(ClosedBars bars, double[] closes) {
        double[] slow = Smoothing.exponential(closes, 0, SLOW);
        double[] line = Smoothing.exponential(closes, 0, FAST);
        Arrays.setAll(line, i -> line[i] - slow[i]);
        double[] signal = Smoothing.exponential(line, SLOW - 1, SIGNAL);
        Cross cross =
                bars.size() < NEEDED ? Cross.missing(bars.tooShort(NEEDED)) : Cross.of(bars, NEEDED - 1, line, signal);
        return new Macd(
                bars.last(SLOW, end -> line[end]), bars.last(NEEDED, end -> signal[end]), cross.spread(), cross);
    }
}
