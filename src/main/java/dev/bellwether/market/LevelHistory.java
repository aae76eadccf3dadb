package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.WatchedLevel.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The levels of every session of a listing as they were known before the session began: the same as {@link Levels} finds in a view of
 * that moment, for many sessions at the price of one. The session after bar {@code i} has the levels {@code i}.
 *
 * <p>Immutable. What is asked for lies within the bars; what lacks history is empty.
 */
public final class LevelHistory {
    private static final int ATR_DAYS = 14;
    private static final int CHANNEL_DAYS = 20;
    private static final int VOLUME_DAYS = 20;

    /** How far the first bar may lie within the year, as in {@link YearRange}. */
    private static final int TOLERANCE_DAYS = 7;

    /** A price at which the market turned once is no level yet. */
    private static final int FEWEST_TOUCHES = 2;

    private final List<Bar> bars;
    private final double[] atr;
    private final double[] sums;

    private LevelHistory(List<Bar> bars) {
        this.bars = bars;
        this.atr = Smoothing.wilder(trueRanges(bars), 0, ATR_DAYS);
        this.sums = new double[bars.size() + 1];
        for (int i = 0; i < bars.size(); i++) {
            sums[i + 1] = sums[i] + bars.get(i).close();
        }
    }

    /**
     * A price at which the market turned at least twice.
     *
     * @param price in the listing's currency
     * @param kind highs, lows or both
     */
    public record SwingLevel(double price, Kind kind) {}

    /**
     * The levels of all sessions after the first bar.
     *
     * @param bars closed, dates rising, on one scale
     */
    public static LevelHistory of(List<Bar> bars) {
        return new LevelHistory(List.copyOf(bars));
    }

    private static double[] trueRanges(List<Bar> bars) {
        double[] ranges = new double[bars.size()];
        for (int i = 0; i < ranges.length; i++) {
            Bar bar = bars.get(i);
            double before = i == 0 ? bar.close() : bars.get(i - 1).close();
            double high = i == 0 ? bar.high() : Math.max(bar.high(), before);
            double low = i == 0 ? bar.low() : Math.min(bar.low(), before);
            ranges[i] = high - low;
        }
        return ranges;
    }

    /** The bars, the first of them with index 0. */
    public List<Bar> bars() {
        return bars;
    }

    /** The average true range (ATR 14) up to a bar, in the listing's currency. */
    public OptionalDouble atr(int i) {
        return finite(atr[i]);
    }

    /** Where the line of this kind lies; empty for kinds that are no line. */
    public OptionalDouble line(Kind kind, int i) {
        return switch (kind) {
            case SMA_50 -> average(50, i);
            case SMA_200 -> average(200, i);
            case HIGH_52W -> year(i, Bar::high, 1);
            case LOW_52W -> year(i, Bar::low, -1);
            case DONCHIAN_20_HIGH -> channel(i, Bar::high, 1);
            case DONCHIAN_20_LOW -> channel(i, Bar::low, -1);
            case SWING_HIGHS, SWING_LOWS, SWINGS, PRESS, MEMBER -> OptionalDouble.empty();
        };
    }

    private OptionalDouble average(int days, int i) {
        return i + 1 < days ? OptionalDouble.empty() : finite((sums[i + 1] - sums[i + 1 - days]) / days);
    }

    private OptionalDouble channel(int i, ToDoubleFunction<Bar> part, int sign) {
        return i + 1 < CHANNEL_DAYS ? OptionalDouble.empty() : extreme(i + 1 - CHANNEL_DAYS, i, part, sign);
    }

    private OptionalDouble year(int i, ToDoubleFunction<Bar> part, int sign) {
        LocalDate begin = bars.get(i).date().plusDays(1).minusYears(1);
        if (bars.getFirst().date().isAfter(begin.plusDays(TOLERANCE_DAYS))) {
            return OptionalDouble.empty();
        }
        int first = i;
        while (first > 0 && bars.get(first - 1).date().isAfter(begin)) {
            first--;
        }
        return extreme(first, i, part, sign);
    }

    private OptionalDouble extreme(int first, int last, ToDoubleFunction<Bar> part, int sign) {
        double extreme = part.applyAsDouble(bars.get(first));
        for (int i = first + 1; i <= last; i++) {
            double value = part.applyAsDouble(bars.get(i));
            extreme = sign * value > sign * extreme ? value : extreme;
        }
        return finite(extreme);
    }

    /** Prices at which the market turned at least twice, lowest first; see {@link Levels} for how they are found. */
    public List<SwingLevel> swings(int i) {
        OptionalDouble range = atr(i);
        if (range.isEmpty()) {
            return List.of();
        }
        return Swings.clusters(bars.subList(0, i + 1), range.getAsDouble()).stream()
                .filter(cluster -> cluster.touches() >= FEWEST_TOUCHES)
                .map(cluster -> new SwingLevel(cluster.price(), kind(cluster)))
                .toList();
    }

    private static Kind kind(Swings.Cluster cluster) {
        if (cluster.highs() == 0) {
            return Kind.SWING_LOWS;
        }
        return cluster.lows() == 0 ? Kind.SWING_HIGHS : Kind.SWINGS;
    }

    /**
     * The volume of a bar in averages of the 20 before it, as in {@link Volume}; empty if one of these volumes is not known, or nothing
     * was traded in all of them.
     */
    public OptionalDouble volume(int i) {
        if (i < VOLUME_DAYS || !bars.get(i).hasVolume()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Bar bar : bars.subList(i - VOLUME_DAYS, i)) {
            if (!bar.hasVolume()) {
                return OptionalDouble.empty();
            }
            sum += bar.volume();
        }
        return finite(bars.get(i).volume() / (sum / VOLUME_DAYS));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
