package dev.bellwether.deliver;

/**
 * What a platform's refusals teach: after each the pace is slower by a step, and it comes back a step at a time while nothing is
 * refused. Not safe for threads.
 */
final class Caution {
    private static final double STEP = 1.15;
    private static final double MOST = 4;

    /** A minute without a refusal takes one step back. */
    private static final long PATIENCE = 60_000_000_000L;

    private double factor = 1;
    private long since;

    /** The platform refused. */
    void refused(long now) {
        factor = Math.min(MOST, factor(now) * STEP);
        since = now;
    }

    /** How many times as long as its limits say everything takes; at least 1. */
    double factor(long now) {
        if (factor > 1 && now < since) {
            since = now; // the clock was set back
        }
        while (factor > 1 && now - since >= PATIENCE) {
            factor = Math.max(1, factor / STEP);
            since += PATIENCE;
        }
        return factor;
    }
}
