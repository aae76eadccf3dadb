package dev.bellwether.market;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a fast line stands to a slow one at the last closed bar.
 *
 * @param side where the fast line is
 * @param since the day of the first bar on this side after one on the other; null if the history shows no such change
 * @param spread fast minus slow, in the listing's currency
 */
public record Cross(Side side, @Nullable LocalDate since, Measure spread) {

    /** Lines closer than this share of the price are the same but for rounding. */
    private static final double ROUNDING = 1e-10;

    /** Where the fast line is. */
    public enum Side {
        ABOVE,
        BELOW,
        EQUAL,
        UNKNOWN
    }

    static Cross missing(Measure.Missing why) {
        return new Cross(Side.UNKNOWN, null, why);
    }

    /** Two lines with a value for each bar from the first usable one on. Bars on which they are equal change no side. */
    static Cross of(ClosedBars bars, int first, double[] fast, double[] slow) {
        int end = bars.size() - 1;
        Side side = side(bars, end, fast, slow);
        LocalDate since = null;
        Side before = Side.EQUAL;
        for (int i = first; i <= end; i++) {
            Side here = side(bars, i, fast, slow);
            if (here != Side.EQUAL) {
                since = before != Side.EQUAL && here != before ? bars.get(i).date() : since;
                before = here;
            }
        }
        return new Cross(side, side == Side.EQUAL ? null : since, Measure.of(fast[end] - slow[end]));
    }

    private static Side side(ClosedBars bars, int i, double[] fast, double[] slow) {
        double spread = fast[i] - slow[i];
        if (Math.abs(spread) <= ROUNDING * bars.get(i).close()) {
            return Side.EQUAL;
        }
        return spread > 0 ? Side.ABOVE : Side.BELOW;
    }
}
