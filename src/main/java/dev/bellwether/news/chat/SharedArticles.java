package dev.bellwether.news.chat;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Transactions;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.FeedState;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one poller keeps what it polls for the group and for single chats: articles of feeds that the settings name belong to
 * all, and go to the chats that follow such a feed as well; items of other feeds belong to their chats alone. So whoever may give a
 * chat a feed can't put words into the group's news.
 */
public final class SharedArticles implements ArticleStore {
    private final ArticleStore articles;
    private final FollowedItems items;
    private final Set<URI> configured;
    private final Transactions transactions;

    /** @param configured addresses of the feeds that the settings name */
    public SharedArticles(ArticleStore articles, FollowedItems items, Set<URI> configured, Transactions transactions) {
        this.articles = articles;
        this.items = items;
        this.configured = Set.copyOf(configured);
        this.transactions = transactions;
    }

    @Override
    public Optional<FeedState> state(URI feed) {
        return articles.state(feed);
    }

    @Override
    public List<FeedState> states() {
        return articles.states();
    }

    @Override
    public List<Article> save(FeedState state, List<Article> polled) {
        if (!configured.contains(state.feed())) {
            return items.save(state, polled);
        }
        return transactions.inOne(() -> {
            List<Article> fresh = articles.save(state, polled);
            items.copy(fresh);
            return fresh;
        });
    }

    @Override
    public List<Article> newest(@Nullable String symbol, Instant until, int limit) {
        List<Article> ofAll = articles.newest(symbol, until, limit);
        return symbol != null
                ? ofAll
                : Stream.concat(ofAll.stream(), items.newest(until, limit).stream())
                        .sorted(Comparator.comparing(Article::when).reversed())
                        .toList();
    }

    @Override
    public List<Article> newestAboutAny(Instant until, int limit) {
        return articles.newestAboutAny(until, limit);
    }

    @Override
    public long count() {
        return articles.count();
    }
}
