package dev.bellwether.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A statement about a stock that can be checked: a change, a price, an average, a level, a date.
 *
 * @param kind what is stated
 * @param value the number: percents are signed (a fall is negative), prices are in {@code currency}, a multiple of volume is 2 for
 *     twice the average; null for a date
 * @param date the day, for {@link Kind#EARNINGS_DATE}; null otherwise
 * @param currency ISO 4217 code, or {@code GBX} for pence; null where the value is no price
 * @param period days of a moving average or RSI; null if not printed
 * @param company the company as printed, null if the text does not name it
 * @param symbol the ticker as printed, null if none is printed
 * @param sentence the sentence it stands in, as printed
 * @param confidence from 0 (a guess) to 1 (read without doubt)
 */
public record Claim(
        Kind kind,
        @Nullable BigDecimal value,
        @Nullable LocalDate date,
        @Nullable String currency,
        @Nullable Integer period,
        @Nullable String company,
        @Nullable String symbol,
        String sentence,
        double confidence) {
    public Claim {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence: " + confidence);
        }
        if ((kind == Kind.EARNINGS_DATE) != (date != null) || (value == null) != (date != null)) {
            throw new IllegalArgumentException(kind + " with value " + value + " and date " + date);
        }
    }

    /** What a claim states. */
    public enum Kind {
        DAY_CHANGE_PCT,
        WEEK_CHANGE_PCT,
        MONTH_CHANGE_PCT,
        YEAR_CHANGE_PCT,
        YTD_CHANGE_PCT,
        PRICE,
        SMA,
        RSI,
        HIGH_52W,
        LOW_52W,
        LEVEL_SUPPORT,
        LEVEL_RESISTANCE,
        VOLUME,
        VOLUME_MULTIPLE,
        PE,
        EARNINGS_DATE,
        MARKET_CAP;

        /** As written in output: {@code day_change_pct}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
