package dev.bellwether.reading.claim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the patterns about each number of a sentence; the first that knows it takes it. */
final class Numbers {
    private Numbers() {}

    static List<Found> read(Steps steps) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < steps.size(); at++) {
            Found one = one(steps, at);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    private static @Nullable Found one(Steps steps, int at) {
        if (steps.percent(at)) {
            Found multiple = Multiples.percent(steps, at);
            return multiple == null ? Changes.read(steps, at) : multiple;
        }
        Found multiple = Multiples.times(steps, at);
        multiple = multiple == null ? Attributes.times(steps, at) : multiple;
        if (multiple != null) {
            return multiple;
        }
        Amount amount = steps.amount(at);
        return amount == null ? null : amount(steps, at, amount);
    }

    private static @Nullable Found amount(Steps steps, int at, Amount amount) {
        Found found = Ranges.read(steps, at, amount);
        found = found == null ? Attributes.read(steps, at, amount) : found;
        found = found == null ? Volumes.read(steps, at, amount) : found;
        found = found == null ? Levels.read(steps, at, amount) : found;
        return found == null ? Prices.read(steps, at, amount) : found;
    }
}
