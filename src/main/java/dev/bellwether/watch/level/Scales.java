package dev.bellwether.watch.level;

import dev.bellwether.fact.Bar;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.level.ListingState.Close;
import dev.bellwether.watch.level.ListingState.Rescaled;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices that prices are on another scale than before. A source that adjusts for splits changes all its bars overnight: then the bars that
 * were gone through before have other closes now, all by the same factor; one bar alone was corrected. In the bars of one that does not, a split shows as a jump, which the observation names.
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
     * What happened to the scale since some bars were gone through; empty if nothing did.
     *
     * @param closes of the last of them, the latest last, as they were then; at least one
     */
    static Optional<Rescaled> change(Observation.Closed closed, List<Close> closes) {
        LocalDate lastBar = closes.getLast().day();
        double factor = adjusted(closed, closes);
        LocalDate day = lastBar.plusDays(1);
        Bar before = null;
        for (Bar bar : closed.bars()) {
            if (before != null
                    && bar.date().isAfter(lastBar)
                    && closed.splitDates().contains(bar.date())) {
                factor *= ratio(bar.open() / before.close());
                day = bar.date();
            }
            before = bar;
        }
        return factor == 1 ? Optional.empty() : Optional.of(new Rescaled(day, factor));
    }

    /** By what factor all of these closes are others now; 1 if they are not, or only some are, or there is only one. */
    private static double adjusted(Observation.Closed closed, List<Close> closes) {
        Map<LocalDate, Double> now = new HashMap<>();
        closed.bars().forEach(bar -> now.put(bar.date(), bar.close()));
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        int found = 0;
        for (Close then : closes) {
            Double price = now.get(then.day());
            if (price != null) {
                least = Math.min(least, price / then.price());
                most = Math.max(most, price / then.price());
                found++;
            }
        }
        boolean same = found > 1 && most / least - 1 <= CORRECTION / 4;
        double factor = Math.sqrt(least * most);
        return same && Math.abs(factor - 1) > CORRECTION ? factor : 1;
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
