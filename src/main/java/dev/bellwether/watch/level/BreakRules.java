package dev.bellwether.watch.level;

/**
 * What counts as a break, and what becomes of it. Distances are in average true ranges (ATR 14); why these, says
 * {@code docs/decisions/033}.
 *
 * @param closes how many sessions have to close beyond a level, the breaking one included, to confirm the break
 * @param volume what the volume of the breaking day, or of the day on which enough sessions have closed beyond, must be at least, in
 *     averages of the 20 days before
 * @param within how many sessions a try lasts, the breaking one included: one that is neither confirmed nor failed by then has ended
 */
public record BreakRules(int closes, double volume, int within) {
    /** Nearer than this is near. */
    static final double NEAR_ATRS = 0.5;

    /** Farther than this is through, or {@link #NOISE_SHARE}, whichever is more. */
    static final double NOISE_ATRS = 0.1;

    /** The same as a part of the level. */
    static final double NOISE_SHARE = 0.0025;

    /** Farther than this is away: a level that was told of can be met again. */
    static final double AWAY_ATRS = 1;

    /** After so many sessions a level can be met again even if the price never went away. */
    static final int REST = 20;

    /** @throws IllegalArgumentException if a break could never be confirmed */
    public BreakRules {
        if (closes < 1 || within < closes || !(volume >= 0) || volume == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(closes + " closes within " + within + ", volume " + volume);
        }
    }

    /** Two closes with one and a half times the usual volume, within five sessions. */
    public static BreakRules defaults() {
        return new BreakRules(2, 1.5, 5);
    }
}
