package dev.bellwether.watch.level;

import dev.bellwether.fact.Bar;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.level.ListingState.Rescaled;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Notices that prices are on another scale than before. A source that adjusts for splits changes all its bars overnight: then a bar that was
 * gone through before has another close now. In the bars of one that does not, a split shows as a jump, which the observation names.
 */
final class Scales {
    /** Sources correct their bars now and then, by less than this; even a stock dividend of one for twenty is more. */
    private static final double CORRECTION = 0.04;

    /** How near a jump must come to a ratio to be taken for it: the price moves overnight as well. */
    private static final double ROUGHLY = 0.12;

    private static final double[] RATIOS = {1.5, 2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100};

    private Scales() {}

    /** The bars on the present scale: those since the last suspected split. */
    static List<Bar> present(Observation.Closed closed) {
        int first = 0;
        List<Bar> bars = closed.bars();
        for (int i = 1; i < bars.size(); i++) {
            first = closed.splitDates().contains(bars.get(i).date()) ? i : first;
        }
        return bars.subList(first, bars.size());
    }

    /**
     * What happened to the scale since a bar; empty if nothing did.
     *
     * @param lastBar day of that bar
     * @param lastClose its close as it was then
     */
    static Optional<Rescaled> change(Observation.Closed closed, LocalDate lastBar, double lastClose) {
        double factor = 1;
        LocalDate day = null;
        Bar before = null;
        for (Bar bar : closed.bars()) {
            if (bar.date().equals(lastBar) && Math.abs(bar.close() / lastClose - 1) > CORRECTION) {
                factor *= bar.close() / lastClose;
                day = lastBar.plusDays(1);
            }
            if (bar.date().isAfter(lastBar)
                    && before != null
                    && closed.splitDates().contains(bar.date())) {
                factor *= ratio(bar.open() / before.close());
                day = bar.date();
            }
            before = bar;
        }
        return day == null || factor == 1 ? Optional.empty() : Optional.of(new Rescaled(day, factor));
    }

    private static double ratio(double seen) {
        for (double ratio : RATIOS) {
            if (Math.abs(seen * ratio - 1) <= ROUGHLY) {
                return 1 / ratio;
            }
            if (Math.abs(seen / ratio - 1) <= ROUGHLY) {
                return ratio;
            }
        }
        return seen;
    }
}
