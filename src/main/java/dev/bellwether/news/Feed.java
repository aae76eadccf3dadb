package dev.bellwether.news;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * A feed to follow.
 *
 * @param address where it is: http, https, or {@code sample:} for a bundled one
 * @param every how often to look
 * @param symbols the instruments all of its items belong to; empty when they are recognised from each item's text
 * @param language BCP 47 tag of its items, used where the feed itself does not say
 */
public record Feed(URI address, Duration every, Set<String> symbols, String language) {
    public Feed {
        symbols = Set.copyOf(symbols);
    }
}
