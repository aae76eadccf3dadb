package dev.bellwether.watch.rule;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a member means it.
 *
 * @param scope which listings it is about
 * @param when what has to be so
 * @param basis on which prices it is checked
 * @param repeat how often it fires
 * @param cooldown how long it rests after it fired; null for not at all
 * @param until the last day on which it is armed, in the chat's zone; null for ever
 * @param note the member's own words, shown when it fires; null if there are none
 */
public record Rule(
        Scope scope,
        Condition when,
        Basis basis,
        Repeat repeat,
        @Nullable Duration cooldown,
        @Nullable LocalDate until,
        @Nullable String note) {

    /** On which prices a rule is checked. */
    public enum Basis {
        /** Each price that comes in. */
        TICKS,
        /** The close of each trading day, once its bar is complete. */
        CLOSES
    }

    /** How often a rule fires. */
    public enum Repeat {
        /** Once, then it is done. */
        ONCE,
        /** Whenever it becomes true again. */
        EVERY_TIME,
        /** At most once a trading day of the listing. */
        DAILY
    }
}
