package dev.bellwether.reading.call;

import org.jspecify.annotations.Nullable;

/** What a passage has been talking about so far, for "the firm", "its target" and "the stock". */
final class Discourse {
    @Nullable
    Chunk firm;

    @Nullable
    String analyst;

    @Nullable
    Chunk company;

    int companyWeight;
    /** Whether the last sentence said something of the firm. */
    boolean firmFresh;

    @Nullable
    Verb verb;
    /** The new rating of the last sentence. */
    @Nullable
    Chunk rating;
    /** Whether that rating is one of several analysts. */
    boolean ratingOfMany;
    /** Whether a target of an analyst was read already. */
    boolean targetSeen;
    /** Whether the passage speaks of charts or options. */
    boolean charts;

    /** The firm as printed; null if none was named. */
    @Nullable
    String firmName() {
        return firm == null ? null : firm.text();
    }
}
