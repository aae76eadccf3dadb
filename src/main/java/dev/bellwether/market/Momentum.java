package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;

/**
 * Oscillators of the closes, up to the last closed bar.
 *
 * @param rsi14 Wilder's relative strength index over 14 changes, 0 to 100; missing if the price has not moved at all
 */
public record Momentum(Measure rsi14, Macd macd) {
    private static final int DAYS = 14;

    /** Average moves below this share of the price are what rounding leaves of a price that stands still. */
    private static final double STANDSTILL = 1e-9;

    static Momentum missing(Measure.Missing why) {
        return new Momentum(why, Macd.missing(why));
    }

    static Momentum of(ClosedBars bars) {
        double[] closes = bars.all(Bar::close);
        return new Momentum(rsi(bars, closes), Macd.of(bars, closes));
    }

    /**
     * Wilder 1978: 100 - 100 / (1 + average gain / average loss), which is 100 * gain / (gain + loss); both averages start with
     * the mean of the first 14 changes, so 15 closes are needed.
     */
    private static Measure rsi(ClosedBars bars, double[] closes) {
        if (closes.length <= DAYS) {
            return bars.tooShort(DAYS + 1);
        }
        double rsi = rsi(closes);
        return Double.isNaN(rsi) ? new Measure.Missing(Line.say("market.still")) : Measure.of(rsi);
    }

    /** The index at the last of these closes; NaN if they are too few or do not move. */
    static double rsi(double[] closes) {
        int end = closes.length - 1;
        if (end < DAYS) {
            return Double.NaN;
        }
        double gain = Smoothing.wilder(moves(closes, 1), 1, DAYS)[end];
        double loss = Smoothing.wilder(moves(closes, -1), 1, DAYS)[end];
        return gain + loss <= STANDSTILL * closes[end] ? Double.NaN : 100 * gain / (gain + loss);
    }

    /** What each close moved in one direction since the one before, never negative; the first did not move. */
    private static double[] moves(double[] closes, int sign) {
        double[] moves = new double[closes.length];
        for (int i = 1; i < closes.length; i++) {
            moves[i] = Math.max(0, sign * (closes[i] - closes[i - 1]));
        }
        return moves;
    }
}
