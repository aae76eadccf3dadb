package dev.bellwether.deliver;

/**
 * What a platform's refusals teach: after each the pace is slower by a step, and each step within a minute of the last is twice as
 * large: one refusal may be chance, several mean that less is allowed than was thought. Every minute without one takes half of it back.
 * Not safe for threads.
 */
final class Caution {
    private static final double FIRST_STEP = 0.02;
    private static final double LARGEST_STEP = 0.5;
    private static final double MOST = 4;
    private static final double ENOUGH = 0.005;
    private static final long PATIENCE = 60_000_000_000L;

    private double slower;
    private double step = FIRST_STEP;
    private long since;

    /** The platform refused. */
    void refused(long now) {
        double before = factor(now) - 1;
        slower = Math.min(MOST - 1, before + step);
        step = Math.min(LARGEST_STEP, step * 2);
        since = now;
    }

    /** How many times as long as its limits say everything takes; at least 1. */
    double factor(long now) {
        if (now < since) {
            since = now; // the clock was set back
        }
        while (slower > 0 && now - since >= PATIENCE) {
            slower = slower < ENOUGH ? 0 : slower / 2;
            step = FIRST_STEP;
            since += PATIENCE;
        }
        return 1 + slower;
    }
}
