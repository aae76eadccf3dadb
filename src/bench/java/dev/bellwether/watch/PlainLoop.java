package dev.bellwether.watch;

import dev.bellwether.watch.engine.Observation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one would write first: each price goes through all rules, and those of its listing are compared with it. */
final class PlainLoop {
    private final List<PlainRule> rules;

    PlainLoop(int size) {
        rules = new ArrayList<>(size);
    }

    private static final class PlainRule {
        final String listing;
        final double threshold;
        final boolean above;
        boolean truth;

        PlainRule(String listing, double threshold, boolean above) {
            this.listing = listing;
            this.threshold = threshold;
            this.above = above;
        }
    }

    void add(String listing, double threshold, boolean above) {
        rules.add(new PlainRule(listing, threshold, above));
    }

    /** Prices a second. */
    double measure(Observation[] prices, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        long begun = processorTime();
        long count = 0;
        while (System.nanoTime() < until) {
            Observation.Priced price = (Observation.Priced) prices[(int) (count % prices.length)];
            if (fired(price) > 0) {
                throw new IllegalStateException("crossed something: " + price);
            }
            count++;
        }
        return count * 1e9 / (processorTime() - begun);
    }

    /** Nanoseconds of this thread on a processor. */
    static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private int fired(Observation.Priced price) {
        int fired = 0;
        for (PlainRule rule : rules) {
            if (rule.listing.equals(price.listing())) {
                boolean truth = rule.above ? price.price() > rule.threshold : price.price() < rule.threshold;
                fired += truth && !rule.truth ? 1 : 0;
                rule.truth = truth;
            }
        }
        return fired;
    }
}
