package dev.bellwether.market.calendar;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What is special about a day.
 *
 * @param name why, such as {@code Christmas Day}
 * @param close when trading ends, in the exchange's zone; null if there is none
 * @param expected whether it follows from custom or reports and is not official yet
 */
record Special(String name, @Nullable LocalTime close, boolean expected) {
    /** Of two reasons to trade less, the one that leaves less. */
    static Special shorter(Special one, Special other) {
        if (one.close == null) {
            return one;
        }
        return other.close == null || other.close.isBefore(one.close) ? other : one;
    }
}
