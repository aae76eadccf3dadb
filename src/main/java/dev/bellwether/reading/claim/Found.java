package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim before it is known of whom.
 *
 * @param step index of the number it was read from, in its sentence
 */
record Found(
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable LocalDate date,
        @Nullable String currency,
        @Nullable Integer period,
        int step,
        double confidence) {
    static Found of(Kind kind, Amount amount, int step, double confidence) {
        return new Found(kind, amount.value(), null, amount.currency(), null, step, confidence);
    }

    static Found plain(Kind kind, BigDecimal value, int step, double confidence) {
        return new Found(kind, value, null, null, null, step, confidence);
    }

    static Found day(LocalDate date, int step, double confidence) {
        return new Found(Kind.EARNINGS_DATE, null, date, null, null, step, confidence);
    }

    Found over(int days) {
        return new Found(kind, value, date, currency, days > 0 ? Integer.valueOf(days) : null, step, confidence);
    }
}
