package dev.bellwether.talk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value with all that is needed to understand it, so that every front can format it for its reader and programs get
 * numbers as numbers. Numbers are finite (others are refused); what is unknown is {@link Missing}, never 0.
 */
public sealed interface Value extends Datum {

    /**
     * A price or sum.
     *
     * @param currency ISO 4217 code, or {@code GBX} for pence
     */
    record Price(double amount, String currency) implements Value {
        public Price {
            mustBeFinite(amount);
        }
    }

    /**
     * A percentage.
     *
     * @param value in percent: 6.2 is 6.2%
     * @param period what a change spans, such as {@code 1d}, {@code 7d}, {@code 1m}, {@code ytd}, {@code 12m}; null where it is
     *     no change over time
     * @param signed whether a plus is shown
     */
    record Percent(double value, @Nullable String period, boolean signed) implements Value {
        public Percent {
            mustBeFinite(value);
        }

        /** A change over a period. */
        public static Percent change(double value, String period) {
            return new Percent(value, period, true);
        }

        /** How far one price is above (positive) or below another. */
        public static Percent distance(double value) {
            return new Percent(value, null, true);
        }

        /** A part of a whole. */
        public static Percent share(double value) {
            return new Percent(value, null, false);
        }
    }

    /**
     * A plain number.
     *
     * @param decimals how many decimals are worth showing
     * @param unit what it counts, such as {@code x} for a multiple; null for an index such as the RSI
     */
    record Figure(double value, int decimals, @Nullable String unit) implements Value {
        public Figure {
            mustBeFinite(value);
        }
    }

    /**
     * How many of something; shown short (15.7M) where room is short.
     *
     * @param unit what is counted, such as {@code shares}
     */
    record Count(long value, String unit) implements Value {}

    /** A calendar day at the exchange that the card names. */
    record Day(LocalDate date) implements Value {}

    /** A moment, shown in the reader's zone. */
    record Moment(Instant at) implements Value {}

    /** A word or name that is a value, such as a trend or an exchange. */
    record Words(String text) implements Value {}

    /**
     * A value that is not known, shown as "n/a".
     *
     * @param why the reason, in a few words that can stand in brackets; empty if there is nothing to say
     */
    record Missing(Line why) implements Value {
        /** Missing for a reason that is the same in every language. */
        public Missing(String why) {
            this(Line.of(why));
        }
    }

    private static void mustBeFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("no number for a card: " + number);
        }
    }
}
