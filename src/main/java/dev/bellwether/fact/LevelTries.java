package dev.bellwether.fact;

import java.time.LocalDate;
import java.util.List;

/**
 * How often a level was tried from the same side before, and how those tries ended.
 *
 * @param since the first day that was looked at
 * @param all the earliest first
 */
public record LevelTries(LocalDate since, List<Attempt> all) {
    public LevelTries {
        all = List.copyOf(all);
    }

    /** How many of them ended so. */
    public int count(End end) {
        return (int) all.stream().filter(attempt -> attempt.end() == end).count();
    }

    /**
     * One try.
     *
     * @param day on which the price went through the level
     */
    public record Attempt(LocalDate day, End end) {}

    /** How a try ended. */
    public enum End {
        /** As {@link Fact.LevelMet.Stage#CONFIRMED}. */
        CONFIRMED,
        /** As {@link Fact.LevelMet.Stage#FAILED}. */
        FAILED,
        /** The price stayed beyond the level, but without the volume. */
        UNDECIDED
    }
}
