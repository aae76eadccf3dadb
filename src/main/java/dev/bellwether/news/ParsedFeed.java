package dev.bellwether.news;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a feed.
 *
 * @param title its own title on one line; null if it has none
 * @param language BCP 47 tag; null if it does not say
 * @param items in the order of the feed, each key once
 * @param problems what is wrong with it; empty if nothing is
 */
public record ParsedFeed(
        @Nullable String title, @Nullable String language, List<FeedItem> items, List<FeedProblem> problems) {
    public ParsedFeed {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** Whether this is no feed, or nothing of it could be read. A feed without items and without problems is a good one. */
    public boolean failed() {
        return items.isEmpty() && !problems.isEmpty();
    }

    static ParsedFeed failure(FeedProblem problem) {
        return new ParsedFeed(null, null, List.of(), List.of(problem));
    }

    static ParsedFeed failure(FeedProblem.Kind kind) {
        return failure(FeedProblem.of(kind));
    }
}
