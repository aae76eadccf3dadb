package dev.bellwether.fact;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One place where a fact was read.
 *
 * @param feed address of the feed the article came from
 * @param article the article's key within its feed
 * @param publisher as shown
 * @param link where to read it; null if the feed gave none
 * @param at when it was published, else when we first saw it
 * @param sentence the words that state the fact, as printed
 */
public record Mention(
        String feed,
        String article,
        String publisher,
        @Nullable URI link,
        Instant at,
        String sentence) {}
