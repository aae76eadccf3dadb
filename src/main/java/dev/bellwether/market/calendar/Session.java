package dev.bellwether.market.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One trading day's regular session.
 *
 * @param day at the exchange
 * @param open its first moment
 * @param close the first moment after it; earlier on a half day
 * @param breakFrom when the lunch break begins; null if there is none that day
 * @param breakTo when it ends; null if there is none that day
 * @param half whether it ends early
 */
public record Session(
        LocalDate day,
        Instant open,
        Instant close,
        @Nullable Instant breakFrom,
        @Nullable Instant breakTo,
        boolean half) {
    /** Whether there is trading at a moment. */
    public boolean tradesAt(Instant moment) {
        boolean within = !moment.isBefore(open) && moment.isBefore(close);
        boolean pausing =
                breakFrom != null && breakTo != null && !moment.isBefore(breakFrom) && moment.isBefore(breakTo);
        return within && !pausing;
    }
}
