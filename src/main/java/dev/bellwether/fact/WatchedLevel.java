package dev.bellwether.fact;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A price that is watched for a break.
 *
 * @param id names it within its listing for as long as it is the same level, such as {@code 52w-high} or {@code press:155}
 * @param kind what it is
 * @param price in {@code currency}
 * @param currency ISO 4217 code, or {@code GBX}
 * @param named who names it: the publisher for a level of the press, the member for one set in a chat; empty for one that is computed
 * @param words the words that name it, as printed or typed; empty for one that is computed
 * @param link where to read them; null if nowhere
 */
public record WatchedLevel(
        String id,
        Kind kind,
        double price,
        String currency,
        String named,
        String words,
        @Nullable URI link) {
    /** What a level is. */
    public enum Kind {
        HIGH_52W,
        LOW_52W,
        SMA_50,
        SMA_200,
        DONCHIAN_20_HIGH,
        DONCHIAN_20_LOW,
        SWING_HIGHS,
        SWING_LOWS,
        SWINGS,
        PRESS,
        MEMBER
    }
}
