package dev.bellwether.news;

import dev.bellwether.fact.Article;
import dev.bellwether.talk.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of polling one feed.
 *
 * @param feed as configured
 * @param fresh the articles to announce, in the order of the feed; empty at a first poll, though all were stored
 * @param first whether this was its first good poll
 * @param problem what is wrong, in one sentence; null if nothing is
 */
public record PollOutcome(
        Feed feed,
        List<Article> fresh,
        boolean first,
        @Nullable Line problem) {
    public PollOutcome {
        fresh = List.copyOf(fresh);
    }
}
