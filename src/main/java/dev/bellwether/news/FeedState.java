package dev.bellwether.news;

import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between two polls.
 *
 * @param feed its configured address
 * @param title its own title; null before the first success
 * @param etag of the last answer, or null
 * @param lastModified of the last answer, as sent, or null
 * @param polled when it was last asked; null before the first time
 * @param succeeded when it last answered well; null before the first success
 * @param due when to ask next
 * @param failures how many polls in a row failed; 0 after a success
 * @param problem what is wrong, in one sentence; null if nothing is
 * @param movedTo where it says it lives now; null if it did not move
 */
public record FeedState(
        URI feed,
        @Nullable String title,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Instant polled,
        @Nullable Instant succeeded,
        Instant due,
        int failures,
        @Nullable Line problem,
        @Nullable URI movedTo) {

    /** The state of a feed that was never asked and is due at once. */
    public static FeedState fresh(URI feed) {
        return new FeedState(feed, null, null, null, null, null, Instant.EPOCH, 0, null, null);
    }
}
