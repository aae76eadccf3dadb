package dev.bellwether.fact;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company or fund as the group knows it, with every place where it trades.
 *
 * @param symbol the symbol the group uses, such as {@code BABA}
 * @param name its full name
 * @param aliases other names it goes by in the press; matched as whole words, upper and lower case as written
 * @param isin its ISIN, if known
 * @param listings where it trades, the main one first; never empty
 * @param peers symbols of instruments it is compared with
 */
public record Instrument(
        String symbol,
        String name,
        List<String> aliases,
        @Nullable Isin isin,
        List<Listing> listings,
        List<String> peers) {
    public Instrument {
        aliases = List.copyOf(aliases);
        listings = List.copyOf(listings);
        peers = List.copyOf(peers);
        if (listings.isEmpty()) {
            throw new IllegalArgumentException(symbol + " has no listing");
        }
    }

    /** The main listing: the first one. */
    public Listing primary() {
        return listings.getFirst();
    }

    /** The listing with this symbol, in any case. */
    public Optional<Listing> listing(String symbol) {
        return listings.stream()
                .filter(listing -> listing.symbol().equalsIgnoreCase(symbol))
                .findFirst();
    }
}
