package dev.bellwether.market;

import dev.bellwether.fact.Listing;
import dev.bellwether.quote.PriceAnswer;

/**
 * What the sources say about one listing and what follows from it.
 *
 * @param listing the listing
 * @param prices what the sources answered, with what failed
 * @param view what was computed from it; without a price if there were none
 */
public record Snapshot(Listing listing, PriceAnswer prices, MarketView view) {
    /** Whether there is a price to show. */
    public boolean hasPrice() {
        return view.price() != null;
    }
}
