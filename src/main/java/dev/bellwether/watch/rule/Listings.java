package dev.bellwether.watch.rule;

import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import java.util.List;
import java.util.Optional;

/** What the reader of rules asks about symbols. Safe for threads. */
@FunctionalInterface
public interface Listings {
    /**
     * The listing that is meant.
     *
     * @param typed a symbol, with or without {@code $}, or a name, perhaps of several words, in any case
     */
    Optional<Listing> find(String typed);

    /** Symbols near to what was typed, nearest first; empty if there are none. */
    default List<String> near(String typed) {
        return List.of();
    }

    /** Symbols that complete what was typed, likeliest first; all of them for nothing. */
    default List<String> beginning(String typed) {
        return List.of();
    }

    /** Where the company of a listing trades, the listing itself among them. */
    default List<Listing> siblings(Listing listing) {
        return List.of(listing);
    }

    /** Those of the configured instruments, by symbol, name or another name. */
    static Listings of(Instruments instruments) {
        return new ConfiguredListings(instruments);
    }
}
