package dev.bellwether.quote;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.LocalDate;

/**
 * A jump between two closes that looks like a split the source has not adjusted for. Nothing that is computed from prices
 * on both sides of it means anything.
 *
 * @param date the first day at the new price level
 * @param ratio old price divided by new price, as the round number it looks like: 8 for 8:1, 1.5 for 3:2, 0.1 for a reverse
 *     split 1:10
 */
public record SplitSuspect(LocalDate date, double ratio) {
    /** The ratio as people write it, new shares first: {@code 8:1}, {@code 3:2}, {@code 1:10}. */
    public String ratioText() {
        if (ratio < 1) {
            return reversed(Math.round(2 / ratio));
        }
        long halves = Math.round(2 * ratio);
        return halves % 2 == 0 ? halves / 2 + ":1" : halves + ":2";
    }

    private static String reversed(long halves) {
        return halves % 2 == 0 ? "1:" + halves / 2 : "2:" + halves;
    }

    /** Whether a price against an earlier one looks like a split of at least 3:1 and like nothing else. */
    public static boolean looksSplit(double earlier, double price) {
        return Splits.between(earlier, price).isPresent();
    }

    /** What it means, in a sentence for a person. */
    public Line sentence() {
        return Line.say("source.split", new Value.Day(date), ratioText());
    }

    /** Whether a change from the close of one day to the close of another would span the jump. */
    public boolean between(LocalDate earlier, LocalDate later) {
        return date.isAfter(earlier) && !date.isAfter(later);
    }
}
