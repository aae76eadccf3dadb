package dev.bellwether.fact;

import java.time.LocalDate;

/**
 * One trading day of one listing, in the listing's currency.
 *
 * @param date the day at the exchange
 * @param open first price of the regular session
 * @param high highest price
 * @param low lowest price
 * @param close last price, adjusted for splits but not for dividends
 * @param volume shares (units of the listing) traded, or {@link #NO_VOLUME} where the source does not say
 */
public record Bar(LocalDate date, double open, double high, double low, double close, long volume) {
    /** Stands for a volume that the source does not give; never 0, which is a day without a trade. */
    public static final long NO_VOLUME = -1;

    /** Whether the source gave a volume. */
    public boolean hasVolume() {
        return volume != NO_VOLUME;
    }
}
