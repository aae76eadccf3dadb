package dev.bellwether.fact;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst did to a price target, as a text states it. Nothing is inferred: a value is there only if it is printed.
 *
 * @param firm the broker as printed; null for an average, an end of a range, or an analyst whose firm is not named
 * @param analyst name of the person as printed, null if not named
 * @param company the company as printed, null if the text does not name it
 * @param symbol the ticker as printed, with its suffix or country if it has one; null if none is printed
 * @param action what was done
 * @param oldTarget the target before, in {@code currency}; null if not printed
 * @param newTarget the target now, in {@code currency}; null if not printed or if the target was dropped
 * @param currency ISO 4217 code, or {@code GBX} for pence; null if no number, or a number without currency, is printed
 * @param rating the rating that goes with the target, as printed; null if none is
 * @param stance that rating on the five-step scale; null if there is none or it is on no such scale
 * @param kind whose number it is
 * @param sentence the sentence it stands in, as printed
 * @param confidence from 0 (a guess) to 1 (read without doubt)
 */
public record AnalystCall(
        @Nullable String firm,
        @Nullable String analyst,
        @Nullable String company,
        @Nullable String symbol,
        Action action,
        @Nullable BigDecimal oldTarget,
        @Nullable BigDecimal newTarget,
        @Nullable String currency,
        @Nullable String rating,
        @Nullable Stance stance,
        Kind kind,
        String sentence,
        double confidence) {
    public AnalystCall {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: " + confidence);
        }
    }

    /** What was done to the target. */
    public enum Action {
        /** It went up. */
        RAISE,
        /** It went down. */
        CUT,
        /** It is stated without a direction. */
        SET,
        /** Target or rating was kept. */
        REITERATE,
        /** The firm started, resumed or took over coverage. */
        INITIATE,
        /** It was removed. */
        DROP;

        /** As written in output: {@code raise}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whose number a target is. */
    public enum Kind {
        /** One firm's, or one unnamed analyst's. */
        ANALYST,
        /** An average, mean or median of several. */
        CONSENSUS,
        /** The highest of several. */
        HIGH,
        /** The lowest of several. */
        LOW;

        /** As written in output: {@code consensus}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
