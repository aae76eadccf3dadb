package dev.bellwether.market;

import dev.bellwether.talk.Line;

/**
 * The trend in one word, by four votes of +1, 0 or -1: the price against SMA 50, the price against SMA 200, SMA 50 against SMA
 * 200, and SMA 50 against itself 20 bars ago. Less than 1% apart is 0. The sum 4 is strongly up, 2 and 3 up, -2 and -3 down, -4
 * strongly down, between them sideways. Needs 200 bars. Our own rule, made of the common ones; it describes and does not predict.
 */
public enum Trend {
    STRONG_UP,
    UP,
    SIDEWAYS,
    DOWN,
    STRONG_DOWN,
    UNKNOWN;

    private static final double APART = 0.01;
    private static final int SLOPE_BARS = 20;

    /** The trend in a word or two. */
    public Line words() {
        return switch (this) {
            case STRONG_UP -> Line.say("market.trend.up.strong");
            case UP -> Line.say("market.trend.up");
            case SIDEWAYS -> Line.say("market.trend.sideways");
            case DOWN -> Line.say("market.trend.down");
            case STRONG_DOWN -> Line.say("market.trend.down.strong");
            case UNKNOWN -> Line.say("market.trend.unknown");
        };
    }

    static Trend of(ClosedBars bars, Averages averages, LatestPrice now) {
        return averages.sma50().value() instanceof Measure.Known(double sma50)
                        && averages.sma200().value() instanceof Measure.Known(double sma200)
                ? of(vote(now.price(), sma50)
                        + vote(now.price(), sma200)
                        + vote(sma50, sma200)
                        + vote(sma50, mean(bars, bars.size() - SLOPE_BARS, 50)))
                : UNKNOWN;
    }

    private static Trend of(int votes) {
        return switch (votes) {
            case 4 -> STRONG_UP;
            case 2, 3 -> UP;
            case -2, -3 -> DOWN;
            case -4 -> STRONG_DOWN;
            default -> SIDEWAYS;
        };
    }

    private static int vote(double value, double base) {
        double apart = value / base - 1;
        return Math.abs(apart) < APART ? 0 : (int) Math.signum(apart);
    }

    /** The mean of the closes of the {@code n} bars before {@code end}. */
    private static double mean(ClosedBars bars, int end, int n) {
        double sum = 0;
        for (int i = end - n; i < end; i++) {
            sum += bars.get(i).close();
        }
        return sum / n;
    }
}
