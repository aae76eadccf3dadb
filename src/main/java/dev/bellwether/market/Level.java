package dev.bellwether.market;

import dev.bellwether.talk.Line;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A price at which the market has turned before, or that many look at.
 *
 * @param price in the listing's currency
 * @param kind whether it lies under or over the price
 * @param origin what it is, in words: "swing lows", "52-week high", "SMA 200"; several if they meet in one price
 * @param touches how many swings turned at it; 0 for a mere line
 * @param last the day on which the price last turned at it or, for a 52-week extreme, reached it; null for other lines
 * @param score the touches, each counting half as much for every half year (125 bars) of age; 0 for a line
 * @param distance the level against the price in percent of the price: negative for a support
 * @param distanceAtr the same distance in average true ranges
 */
public record Level(
        double price,
        Kind kind,
        Line origin,
        int touches,
        @Nullable LocalDate last,
        double score,
        double distance,
        Measure distanceAtr) {

    /** On which side of the price a level lies. */
    public enum Kind {
        /** At the price or below it. */
        SUPPORT,
        /** Above the price. */
        RESISTANCE
    }
}
