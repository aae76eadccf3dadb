package dev.bellwether.app;

import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedSource;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Rates;
import dev.bellwether.quote.TickStream;
import java.time.InstantSource;
import java.util.List;

/** Where news and prices come from. */
public interface Supplies {
    /** The feeds to follow. */
    List<Feed> feeds();

    /** Where their bytes come from. */
    FeedSource feedSource();

    /** The price sources, the one to ask first in front. */
    List<PriceSource> sources();

    /** Exchange rates. */
    Rates rates(InstantSource clock);

    /** Prices that come by themselves, if any do. */
    TickStream stream();

    /** How long a price stays fresh. */
    QuoteSettings freshness();
}
