package dev.bellwether.watch.engine;

import dev.bellwether.fact.Bar;
import dev.bellwether.market.BarHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds splits and brings bars to the newest scale of prices. {@code market.MarketView} leaves bars before a suspected split out, and much is
 * missing for months then. A rule can't go without: what is unknown and becomes known again would fire for no other reason than the split. So
 * here earlier bars are divided by the round ratio that the jump looks like, as the rules' own amounts are.
 */
final class Scales {
    /** Old by new price, or the inverse: what splits are made of. */
    private static final double[] RATIOS = {
        1.1, 1.2, 1.25, 4 / 3.0, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 18, 20, 25, 30, 40, 50, 100
    };

    /** The smallest ratio that is ever suspected. */
    private static final double SUSPECTED = 1.5;

    /** What a jump over a night may differ from the ratio, since the market moves besides. */
    private static final double ROUGHLY = 0.12;

    /** What two sources' prices of one day may differ. */
    private static final double ROUNDING = 0.01;

    /** The closes of a day that was known differ by more than this only if the scale is another. */
    private static final double SMALLEST = 0.04;

    private Scales() {}

    /**
     * The bars in the scale of the last one.
     *
     * @param ahead a split that only a price has shown so far
     */
    static List<Bar> newest(List<Bar> bars, Set<LocalDate> splitDates, Split ahead) {
        List<Bar> scaled = bars;
        for (LocalDate date : splitDates.stream().sorted().toList()) {
            int first = firstFrom(scaled, date);
            double factor = first == scaled.size() && date.toEpochDay() == ahead.day() ? ahead.factor() : 1;
            if (first > 0 && first < scaled.size()) {
                factor = ratio(scaled.get(first - 1).close(), scaled.get(first).close());
            }
            scaled = factor == 1 ? scaled : scaled(scaled, first, factor);
        }
        return scaled;
    }

    private static int firstFrom(List<Bar> bars, LocalDate date) {
        int first = 0;
        while (first < bars.size() && bars.get(first).date().isBefore(date)) {
            first++;
        }
        return first;
    }

    private static List<Bar> scaled(List<Bar> bars, int before, double factor) {
        List<Bar> scaled = new ArrayList<>(bars);
        for (int i = 0; i < before; i++) {
            Bar bar = bars.get(i);
            scaled.set(
                    i,
                    new Bar(
                            bar.date(),
                            bar.open() / factor,
                            bar.high() / factor,
                            bar.low() / factor,
                            bar.close() / factor,
                            bar.hasVolume() ? Math.round(bar.volume() * factor) : Bar.NO_VOLUME));
        }
        return scaled;
    }

    /** The ratio of a split that a jump of the price looks like; 1 if it looks like none. */
    static double ratio(double before, double after) {
        return nearest(before / after, SUSPECTED, ROUGHLY, 1);
    }

    /**
     * By what the prices of days that were known before have been divided since; 1 if they are what they were. One day that differs was
     * corrected; two in the same way are in another scale.
     */
    static double between(BarHistory before, BarHistory after) {
        double last = Double.NaN;
        for (int i = before.size() - 1; i >= 0 && i > before.size() - 10; i--) {
            int same = after.countBefore(before.day(i));
            if (same < after.size() && after.day(same) == before.day(i)) {
                double factor = before.close(i) / after.close(same);
                if (!Double.isNaN(last)) {
                    return Math.abs(factor / last - 1) < ROUNDING ? nearest(last, 1, ROUNDING / 2, last) : 1;
                }
                if (Math.abs(factor - 1) < SMALLEST) {
                    return 1;
                }
                last = factor;
            }
        }
        return 1;
    }

    private static double nearest(double seen, double smallest, double tolerance, double otherwise) {
        double nearest = otherwise;
        double distance = tolerance;
        for (double ratio : RATIOS) {
            if (ratio < smallest) {
                continue;
            }
            for (double each : new double[] {ratio, 1 / ratio}) {
                double here = Math.abs(seen / each - 1);
                if (here < distance) {
                    nearest = each;
                    distance = here;
                }
            }
        }
        return nearest;
    }

    /**
     * A split that a price has shown before the bars do.
     *
     * @param day its first one
     * @param factor old price by new price
     */
    record Split(int day, double factor) {
        static final Split NONE = new Split(Tape.NO_DAY, 1);
    }
}
