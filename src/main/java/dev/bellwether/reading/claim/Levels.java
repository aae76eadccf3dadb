package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import org.jspecify.annotations.Nullable;

/** A level of which the words around say whether it supports or resists: "the $155 level is viewed as a key signal zone". */
final class Levels {
    private static final int NEAR = 14;

    private Levels() {}

    static @Nullable Found read(Steps steps, int at, Amount amount) {
        boolean named = steps.get(at + 1).is(Sense.LEVEL)
                || (steps.get(at - 1).among(Sense.LINK, Sense.HEDGE)
                        && steps.get(at - 2).is(Sense.LEVEL));
        if (!named || !amount.price() || !amount.money()) {
            return null;
        }
        Sense side = side(steps, at);
        return switch (side) {
            case SUPPORT -> Found.of(Kind.LEVEL_SUPPORT, amount, at, 0.7);
            case RESISTANCE -> Found.of(Kind.LEVEL_RESISTANCE, amount, at, 0.7);
            default -> null;
        };
    }

    private static Sense side(Steps steps, int at) {
        int right = steps.right(at, NEAR, Sense.SUPPORT, Sense.RESISTANCE);
        int left = steps.left(at, NEAR, Sense.SUPPORT, Sense.RESISTANCE);
        if (right >= 0 && (left < 0 || right - at <= at - left)) {
            return steps.get(right).sense();
        }
        Steps previous = steps.previous();
        if (left >= 0 || previous == null) {
            return steps.get(left).sense();
        }
        return previous.get(previous.left(previous.size(), NEAR, Sense.SUPPORT, Sense.RESISTANCE))
                .sense();
    }
}
