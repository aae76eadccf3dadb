package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Tells a split that a source has not adjusted for from a crash or a jump. Our own rule, with these thoughts behind it:
 *
 * <ul>
 *   <li>A split has a round ratio. Old by new price must be within 3 % of 3:2, 2:1, 3:1 … 100:1 or of the inverse, at the open or
 *       at the close; the other of the two may be off by 10 %, because the day also moves. A stock that opens 20 % lower and
 *       falls by half in the course of the day has not been split. A fall of 45 % is a ratio of 1.82 and near none of them.
 *   <li>A split moves no money. Close times volume stays about what it was, as the shares become more by the same ratio. Bad
 *       news makes it many times the usual. The usual is the median of the 20 days before; the limit is 2.5 times up to 3:1 and
 *       6 times above, where no real move is likely any more.
 *   <li>Without volumes a fall by a third is taken for real, and only 2:1 and more for a split.
 *   <li>The two days must be neighbours: at most ten calendar days apart.
 * </ul>
 */
final class Splits {
    private static final double[] RATIOS = {1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100};
    private static final double NEAR = 0.03;
    private static final double ROUGHLY = 0.10;
    private static final double SURE_WITHOUT_VOLUME = 2;
    private static final double SURE_FROM_A_TICK = 3;
    private static final int USUAL_DAYS = 20;
    private static final int FEWEST_DAYS = 5;
    private static final int NEIGHBOURS = 10;

    private Splits() {}

    /** The suspects in bars whose dates rise. */
    static List<SplitSuspect> in(List<Bar> bars) {
        List<SplitSuspect> suspects = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            at(bars, i).ifPresent(suspects::add);
        }
        return suspects;
    }

    /** Whether a running price against the last close looks like a split of at least 3:1; a tick has no volume to ask. */
    static OptionalDouble between(double close, double price) {
        OptionalDouble ratio = near(close / price);
        return ratio.isPresent() && size(ratio.getAsDouble()) >= SURE_FROM_A_TICK ? ratio : OptionalDouble.empty();
    }

    private static Optional<SplitSuspect> at(List<Bar> bars, int i) {
        Bar before = bars.get(i - 1);
        Bar day = bars.get(i);
        OptionalDouble ratio = ratio(before, day);
        if (ratio.isEmpty() || ChronoUnit.DAYS.between(before.date(), day.date()) > NEIGHBOURS) {
            return Optional.empty();
        }
        return explainedByTrading(bars, i, size(ratio.getAsDouble()))
                ? Optional.empty()
                : Optional.of(new SplitSuspect(day.date(), ratio.getAsDouble()));
    }

    private static OptionalDouble ratio(Bar before, Bar day) {
        double atOpen = before.close() / day.open();
        double atClose = before.close() / day.close();
        OptionalDouble byClose = near(atClose).stream()
                .filter(ratio -> isWithin(atOpen, ratio, ROUGHLY))
                .findFirst();
        return byClose.isPresent()
                ? byClose
                : near(atOpen).stream()
                        .filter(ratio -> isWithin(atClose, ratio, ROUGHLY))
                        .findFirst();
    }

    private static OptionalDouble near(double seen) {
        return DoubleStream.of(RATIOS)
                .flatMap(ratio -> DoubleStream.of(ratio, 1 / ratio))
                .filter(ratio -> isWithin(seen, ratio, NEAR))
                .findFirst();
    }

    private static boolean isWithin(double seen, double ratio, double tolerance) {
        return Math.abs(seen / ratio - 1) <= tolerance;
    }

    /** The ratio, or its inverse for a reverse split: always above 1. */
    private static double size(double ratio) {
        return Math.max(ratio, 1 / ratio);
    }

    private static boolean explainedByTrading(List<Bar> bars, int i, double size) {
        Bar day = bars.get(i);
        OptionalDouble usual = usualTurnover(bars.subList(Math.max(0, i - USUAL_DAYS), i));
        if (usual.isEmpty() || !day.hasVolume() || day.volume() == 0) {
            return size < SURE_WITHOUT_VOLUME;
        }
        double limit = size <= 3 ? 2.5 : 6;
        return day.close() * day.volume() > limit * usual.getAsDouble();
    }

    private static OptionalDouble usualTurnover(List<Bar> bars) {
        double[] turnovers = bars.stream()
                .filter(bar -> bar.volume() > 0)
                .mapToDouble(bar -> bar.close() * bar.volume())
                .sorted()
                .toArray();
        return turnovers.length < FEWEST_DAYS
                ? OptionalDouble.empty()
                : OptionalDouble.of(turnovers[turnovers.length / 2]);
    }
}
