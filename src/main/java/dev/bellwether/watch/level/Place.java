package dev.bellwether.watch.level;

import dev.bellwether.fact.WatchedLevel.Kind;

/**
 * Where a level lies on one day, and what is near and far on that day.
 *
 * @param kind of the level
 * @param level its price
 * @param atr average true range up to the day before, above or equal to zero
 */
record Place(Kind kind, double level, double atr) {
    /** What is within this is the level itself. Prices that never move have no range; a part of the price stands in for it. */
    double noise() {
        return Math.max(BreakRules.NOISE_ATRS * atr, BreakRules.NOISE_SHARE * level);
    }

    double near() {
        return Math.max(BreakRules.NEAR_ATRS * atr, noise());
    }

    double away() {
        return Math.max(BreakRules.AWAY_ATRS * atr, 2 * noise());
    }

    /** Whether a break from this side means anything: nobody breaks a 52-week high from above. */
    boolean counts(boolean below) {
        return below ? Levels.breaksUpward(kind) : Levels.breaksDownward(kind);
    }
}
