package dev.bellwether.watch.level;

import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.fact.WatchedLevel.Kind;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What levels are called, and what follows from their kind. */
final class Levels {
    private static final String MEMBER = "member:";

    /** Which of several levels at one price gives them its name comes first; the same whatever order they are in. */
    static final Comparator<WatchedLevel> BY_RANK =
            Comparator.<WatchedLevel>comparingInt(level -> rank(level.kind())).thenComparing(WatchedLevel::id);

    private Levels() {}

    /** What the level of a member is called. It names neither member nor chat: facts are kept when both are forgotten. */
    static String id(MemberLevel level) {
        return MEMBER + level.id();
    }

    /** Which member's level it is; empty if it is none. */
    static Optional<Long> memberLevel(WatchedLevel level) {
        return level.kind() == Kind.MEMBER
                ? Optional.of(Long.valueOf(level.id().substring(MEMBER.length())))
                : Optional.empty();
    }

    /** The same level at another price. */
    static WatchedLevel at(WatchedLevel level, double price) {
        return new WatchedLevel(
                level.id(), level.kind(), price, level.currency(), level.named(), level.words(), level.link());
    }

    static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    /** Whether bars alone say where it lies, and there is one of the kind at most. */
    static boolean isLine(Kind kind) {
        return switch (kind) {
            case HIGH_52W, LOW_52W, SMA_50, SMA_200, DONCHIAN_20_HIGH, DONCHIAN_20_LOW -> true;
            case SWING_HIGHS, SWING_LOWS, SWINGS, PRESS, MEMBER -> false;
        };
    }

    /** Whether it is made of swings. */
    static boolean isSwings(Kind kind) {
        return kind == Kind.SWING_HIGHS || kind == Kind.SWING_LOWS || kind == Kind.SWINGS;
    }

    /** Whether it lies elsewhere every day by its nature, so that the price is always compared with the day's own. */
    static boolean isAverage(Kind kind) {
        return kind == Kind.SMA_50 || kind == Kind.SMA_200;
    }

    /** Whether a price can go through it upwards. */
    static boolean breaksUpward(Kind kind) {
        return kind != Kind.LOW_52W && kind != Kind.DONCHIAN_20_LOW;
    }

    /** Whether a price can go through it downwards. */
    static boolean breaksDownward(Kind kind) {
        return kind != Kind.HIGH_52W && kind != Kind.DONCHIAN_20_HIGH;
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case MEMBER -> 0;
            case HIGH_52W, LOW_52W -> 1;
            case SMA_200 -> 2;
            case PRESS -> 3;
            case SWINGS -> 4;
            case SWING_HIGHS, SWING_LOWS -> 5;
            case SMA_50 -> 6;
            case DONCHIAN_20_HIGH, DONCHIAN_20_LOW -> 7;
        };
    }
}
