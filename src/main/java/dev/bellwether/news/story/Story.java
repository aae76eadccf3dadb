package dev.bellwether.news.story;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as all outlets tell it.
 *
 * @param key names it for ever: the id of the article that opened it
 * @param headline the best of the headlines, see {@link StoryBook}; empty if no article has one
 * @param outlets how many outlets tell it; articles without a named outlet count as one
 * @param first when the oldest article was published; null if none says when
 * @param newest when the newest article was published; null if none says when
 * @param links where to read it, in the order the articles came
 * @param members ids of its articles, in the order they came
 */
public record Story(
        String key,
        String headline,
        int outlets,
        @Nullable Instant first,
        @Nullable Instant newest,
        List<URI> links,
        List<String> members) {
    public Story {
        links = List.copyOf(links);
        members = List.copyOf(members);
    }
}
