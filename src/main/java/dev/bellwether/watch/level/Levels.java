package dev.bellwether.watch.level;

import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.fact.WatchedLevel.Kind;
import java.util.Optional;

/** What levels are called, and what follows from their kind. */
final class Levels {
    private static final String MEMBER = "member:";

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

    /** Which of several levels at one price gives them its name: the smaller the sooner. */
    static int rank(Kind kind) {
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
