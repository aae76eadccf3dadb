package dev.bellwether.news;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed as it was read.
 *
 * @param key what names it within its feed: its id, else its link, else a hash of its content; never its date
 * @param title headline on one line, as clean text; never empty
 * @param text summary or body as clean text without advertising, whichever is longer; may be empty
 * @param link http or https, absolute; null if there is none
 * @param published null if not said, not readable, or not between 1980 and 2100
 * @param language BCP 47 tag; null if the feed does not say
 */
public record FeedItem(
        String key,
        String title,
        String text,
        @Nullable URI link,
        @Nullable Instant published,
        @Nullable String language) {}
