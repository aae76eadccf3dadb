package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import org.jspecify.annotations.Nullable;

/** Says a rule back in a plain sentence, in whatever language the reader has. */
public final class RuleReading {
    private final Listings listings;

    /** @param listings where the currencies of symbols are found */
    public RuleReading(Listings listings) {
        this.listings = listings;
    }

    /** The whole rule: which listing, when, on which prices, how often, for how long, the note. */
    public Line of(Rule rule) {
        throw new UnsupportedOperationException();
    }

    /**
     * One condition in a few words, such as "RSI 14 below 30".
     *
     * @param currency of the listing; null if there are several
     */
    public static Line of(Condition.Atom atom, @Nullable String currency) {
        throw new UnsupportedOperationException();
    }

    /** What a quantity is called, such as "RSI 14" or "SMA 200". */
    public static Line of(Quantity quantity) {
        throw new UnsupportedOperationException();
    }

    /**
     * A number of a quantity with its unit.
     *
     * @param currency of the listing; null if not known
     */
    public static Line value(Quantity quantity, double value, @Nullable String currency) {
        throw new UnsupportedOperationException();
    }

    /**
     * How far a condition is from being true: "RSI 14 31.2, needs < 30"; for one without a number what it waits for.
     *
     * @param quantity what is looked at; null for a condition without a number
     * @param value of the quantity now; null if missing
     * @param threshold as a number now; null if missing or without
     * @param currency of the listing; null if not known
     */
    public static Line progress(
            Condition.Atom atom,
            @Nullable Quantity quantity,
            @Nullable Double value,
            @Nullable Double threshold,
            @Nullable String currency) {
        throw new UnsupportedOperationException();
    }
}
