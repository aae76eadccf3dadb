package dev.bellwether.news;

import dev.bellwether.fact.Article;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The articles and the state of the feeds they came from. */
public interface ArticleStore {
    /** What is remembered of a feed; empty if it was never polled. */
    Optional<FeedState> state(URI feed);

    /** What is remembered of every feed ever polled. */
    List<FeedState> states();

    /**
     * Keeps the outcome of one poll, all or nothing: the feed's state and those of its articles whose key is new. An article
     * whose key is known stays as it was first seen.
     *
     * @return the articles that were new, in the order given
     */
    List<Article> save(FeedState state, List<Article> articles);

    /**
     * The newest articles published (or, where they have no date, seen) at or before a moment, newest first.
     *
     * @param symbol only those about this instrument; null for all
     * @param limit how many at the most
     */
    List<Article> newest(@Nullable String symbol, Instant until, int limit);

    /** The same of all articles that are about at least one instrument. */
    List<Article> newestAboutAny(Instant until, int limit);

    /** How many articles are kept. */
    long count();
}
