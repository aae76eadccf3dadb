package dev.bellwether.news;

import dev.bellwether.fact.Article;
import dev.bellwether.talk.Line;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The news as the commands see them: kept articles, looked for anew first where nobody else does so. */
public final class NewsDesk {
    private final List<Feed> feeds;
    private final ArticleStore store;
    private final Runnable refresh;

    /**
     * @param feeds the feeds that are followed
     * @param refresh brings in what is due, in bounded time; does nothing where a poller runs by itself
     */
    public NewsDesk(List<Feed> feeds, ArticleStore store, Runnable refresh) {
        this.feeds = List.copyOf(feeds);
        this.store = store;
        this.refresh = refresh;
    }

    /**
     * The newest articles published at or before a moment, newest first.
     *
     * @param symbol only those about this instrument; null for all that are about any
     */
    public List<Article> newest(@Nullable String symbol, Instant at, int limit) {
        refresh.run();
        return symbol == null ? store.newestAboutAny(at, limit) : store.newest(symbol, at, limit);
    }

    /** What is wrong with the feeds, each sentence once however many feeds it is about. */
    public List<Line> troubles() {
        return feeds.stream()
                .map(feed -> store.state(feed.address()))
                .flatMap(Optional::stream)
                .filter(state -> state.failures() > 0)
                .map(FeedState::problem)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Why there may be no story at all. */
    public Line explainNothing() {
        if (feeds.isEmpty()) {
            return Line.say("news.feeds.none");
        }
        long answered = feeds.stream()
                .map(feed -> store.state(feed.address()))
                .flatMap(Optional::stream)
                .filter(state -> state.succeeded() != null)
                .count();
        return Line.say("news.feeds.answered", answered, feeds.size());
    }
}
