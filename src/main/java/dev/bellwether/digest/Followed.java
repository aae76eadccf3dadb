package dev.bellwether.digest;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;

/**
 * Something a digest can be about.
 *
 * @param instrument as the group knows it
 * @param listing of it, whose prices are shown
 */
public record Followed(Instrument instrument, Listing listing) {
    /** Its main listing. */
    public static Followed of(Instrument instrument) {
        return new Followed(instrument, instrument.primary());
    }

    /** By which it is named in a digest. */
    public String symbol() {
        return listing.symbol();
    }
}
