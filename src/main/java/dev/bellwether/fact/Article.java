package dev.bellwether.fact;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed, as clean text.
 *
 * @param key names the item within its feed for ever: its id, else its link, else a hash of its content; never its date
 * @param feed address of the feed it came from
 * @param publisher name of the feed or site, as shown
 * @param title headline without markup
 * @param text summary or body without markup and advertising; may be empty
 * @param link where to read it; http or https, null if the feed gives none
 * @param published when the publisher says it was published; null if it does not say or what it says can't be read
 * @param seen when we first saw it
 * @param language BCP 47 tag, such as {@code en}
 * @param symbols symbols of the instruments it is about
 */
public record Article(
        String key,
        String feed,
        String publisher,
        String title,
        String text,
        @Nullable URI link,
        @Nullable Instant published,
        Instant seen,
        String language,
        Set<String> symbols) {
    public Article {
        symbols = Set.copyOf(symbols);
    }

    /** When it was published as far as we know: its own date, else when we first saw it. */
    public Instant when() {
        return published == null ? seen : published;
    }
}
