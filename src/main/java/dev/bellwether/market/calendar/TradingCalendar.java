package dev.bellwether.market.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When one exchange trades. Immutable, safe for threads. */
public interface TradingCalendar {
    /** The session of a day; empty if the exchange is closed that day. */
    Optional<Session> session(LocalDate day);

    /** Why a day has no session, or a short one, such as {@code Christmas Day}; null if it is a usual day, a weekend or not known. */
    @Nullable
    String holiday(LocalDate day);

    /** Whether what is special about a day follows from custom or reports and is not official yet. */
    default boolean expected(LocalDate day) {
        return false;
    }

    /** The first session that opens after a moment. */
    Session next(Instant moment);

    /** The last session that opened at or before a moment; it may still run. */
    Session current(Instant moment);

    /** The last session that has closed at a moment. */
    Session lastClosed(Instant moment);

    /** The last day for which the holidays are known; null if none are known and only weekends count. */
    @Nullable
    LocalDate validUntil();

    /** Whether there is trading at a moment. */
    default boolean openAt(Instant moment) {
        return current(moment).tradesAt(moment);
    }
}
