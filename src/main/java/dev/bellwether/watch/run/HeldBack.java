package dev.bellwether.watch.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A firing that waits for a second look, because the price behind it is doubtful.
 *
 * @param alert the rule's id
 * @param listing for which of its listings
 * @param since when it was held back
 * @param doubt what is wrong with the price
 */
public record HeldBack(long alert, String listing, Instant since, Doubt doubt) {
    /** What can be wrong with a price. */
    public enum Why {
        /** Older than the source's delay allows while the exchange trades. */
        STALE,
        /** Two sources are more than 1% apart. */
        CONTRADICTED,
        /** 20% or more off the last price, and neither news nor a second source say why. */
        FAR,
        /** As far off as after a split for which the source has not adjusted its bars. */
        SPLIT
    }

    /**
     * A doubtful price.
     *
     * @param source who gave the price, as shown
     * @param price in {@code currency}
     * @param priced moment of the price
     * @param currency ISO 4217 code, or {@code GBX}
     * @param other who gave another one; null if nobody did
     * @param otherPrice in {@code currency}; null with {@code other}
     */
    public record Doubt(
            Why why,
            String source,
            double price,
            Instant priced,
            String currency,
            @Nullable String other,
            @Nullable Double otherPrice) {}
}
