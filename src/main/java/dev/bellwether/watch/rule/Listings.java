package dev.bellwether.watch.rule;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the reader of rules asks about symbols. Safe for threads. */
@FunctionalInterface
public interface Listings {
    /**
     * The listing that is meant.
     *
     * @param typed a symbol, with or without {@code $}, or a name, perhaps of several words
     */
    Optional<Listing> find(String typed);

    /** Symbols near to what was typed, nearest first; empty if there are none. */
    default List<String> near(String typed) {
        return List.of();
    }

    /** Where the company of a listing trades, the listing itself among them. */
    default List<Listing> siblings(Listing listing) {
        return List.of(listing);
    }

    /** Those of the configured instruments, by symbol. */
    static Listings of(Instruments instruments) {
        return new Listings() {
            @Override
            public Optional<Listing> find(String typed) {
                String code = typed.startsWith("$") ? typed.substring(1) : typed;
                return instruments.find(code).map(found -> found.listing(code).orElse(found.primary()));
            }

            @Override
            public List<String> near(String typed) {
                return Nearest.to(typed, symbols().toList(), 3);
            }

            @Override
            public List<Listing> siblings(Listing listing) {
                return instruments
                        .find(listing.symbol())
                        .map(Instrument::listings)
                        .orElse(List.of(listing));
            }

            private Stream<String> symbols() {
                return instruments.all().stream()
                        .flatMap(instrument -> Stream.concat(
                                Stream.of(instrument.symbol()),
                                instrument.listings().stream().map(Listing::symbol)));
            }
        };
    }
}
