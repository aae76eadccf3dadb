package dev.bellwether.watch.alert;

import dev.bellwether.watch.rule.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks back: when would a rule have fired, and what did the price do then? Safe for threads. */
@FunctionalInterface
public interface Backtests {
    /**
     * Goes through the stored bars of the last 12 months with the code that fires alerts.
     *
     * @return empty if it can't be said: there are no bars, or what the rule looks at is not in bars
     */
    Optional<Result> lookBack(Rule rule, String listing, Instant now);

    /** Nothing can be looked up. */
    static Backtests none() {
        return (rule, listing, now) -> Optional.empty();
    }

    /**
     * What came of looking back.
     *
     * @param from the first day that was looked at
     * @param to the last
     * @param days on which it would have fired, the earliest first
     * @param after what the price did afterwards, the shortest time first
     * @param trueNow whether the rule's condition holds at this moment, so that it has to become false before it can fire; null if that is
     *     not known
     */
    record Result(
            LocalDate from,
            LocalDate to,
            List<LocalDate> days,
            List<After> after,
            @Nullable Boolean trueNow) {
        public Result {
            days = List.copyOf(days);
            after = List.copyOf(after);
        }
    }

    /**
     * What the price did after the rule would have fired.
     *
     * @param bars how many trading days later
     * @param cases how many firings are that long ago
     * @param median of the changes, in percent of the price at which it fired
     * @param rose share of the cases in which the price stood higher, in percent
     */
    record After(int bars, int cases, double median, double rose) {}
}
