package dev.bellwether.news;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as a format gives it, before it has a key.
 *
 * @param id its own id; null or blank if it has none
 * @param title clean, on one line; may be empty
 * @param text clean; may be empty
 * @param link absolute; null if there is none
 * @param published null if unknown
 * @param language null if it is the feed's
 */
record RawItem(
        @Nullable String id,
        String title,
        String text,
        @Nullable URI link,
        @Nullable Instant published,
        @Nullable String language) {

    boolean saysNothing() {
        return title.isEmpty() && text.isEmpty() && link == null;
    }
}
