package dev.bellwether.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The memory of what the bot saw itself. Facts are added and never changed. Safe for threads. */
public interface SeenFacts {
    /**
     * Keeps a fact.
     *
     * @return false if one with this key is kept already: nothing was done, and nobody need be told
     */
    boolean add(Fact.Seen fact);

    /**
     * The facts of one kind of a stretch of time, the earliest first.
     *
     * @param kind such as {@code Fact.LevelMet.class}
     * @param symbol only those about this instrument; null for all
     * @param after those at this moment are not in it
     * @param until those at this moment are
     */
    <F extends Fact.Seen> List<F> between(Class<F> kind, @Nullable String symbol, Instant after, Instant until);

    /** Facts kept in memory, for tests and for runs that keep nothing. */
    static SeenFacts inMemory() {
        return new InMemorySeenFacts();
    }
}
