package dev.bellwether.watch.rule;

import dev.bellwether.market.calendar.TradingCalendar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions about rules that several others ask. */
public final class Rules {
    private Rules() {}

    /** The conditions without parts, in the order typed. */
    public static List<Condition.Atom> atoms(Condition condition) {
        throw new UnsupportedOperationException();
    }

    /** Whether anything in it happens rather than lasts. */
    public static boolean hasEvents(Condition condition) {
        throw new UnsupportedOperationException();
    }

    /** The quantities that are looked at, on either side. */
    public static Set<Quantity> quantities(Condition condition) {
        throw new UnsupportedOperationException();
    }

    /** On which prices a condition must be checked at least: closes if a part only exists for complete bars. */
    public static Rule.Basis basis(Condition condition) {
        throw new UnsupportedOperationException();
    }

    /** The same condition as the parser makes it: no {@code All} in an {@code All}, no {@code Any} in an {@code Any}, no double {@code Not}. */
    public static Condition normal(Condition condition) {
        throw new UnsupportedOperationException();
    }

    /**
     * Whether a rule whose condition became true may tell so: it is not over, not resting, and has not fired as often as it was asked
     * to.
     *
     * @param lastFired when it fired last; null for never
     * @param at when its condition became true
     * @param calendar of the listing, whose trading days {@code DAILY} counts; a day lasts until the next session opens
     * @param zone the chat's, in which its last day ends
     */
    public static boolean mayFire(
            Rule rule, @Nullable Instant lastFired, Instant at, TradingCalendar calendar, ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    /** Whether a rule can never fire again after a moment: its last day is over, or it fired and was to fire once. */
    public static boolean over(Rule rule, @Nullable Instant lastFired, Instant now, ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
