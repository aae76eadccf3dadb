package dev.bellwether.news;

import dev.bellwether.fact.Article;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps articles in memory, for tests and for running without a data folder. For any thread. */
public final class InMemoryArticleStore implements ArticleStore {
    private final Map<URI, FeedState> states = new LinkedHashMap<>();
    private final Map<Key, Article> articles = new LinkedHashMap<>();

    private record Key(String feed, String key) {}

    @Override
    public synchronized Optional<FeedState> state(URI feed) {
        return Optional.ofNullable(states.get(feed));
    }

    @Override
    public synchronized List<FeedState> states() {
        return List.copyOf(states.values());
    }

    @Override
    public synchronized List<Article> save(FeedState state, List<Article> polled) {
        List<Article> fresh = new ArrayList<>();
        for (Article article : polled) {
            if (articles.putIfAbsent(new Key(article.feed(), article.key()), article) == null) {
                fresh.add(article);
            }
        }
        states.put(state.feed(), state);
        return List.copyOf(fresh);
    }

    @Override
    public List<Article> newest(@Nullable String symbol, Instant until, int limit) {
        return newest(article -> symbol == null || article.symbols().contains(symbol), until, limit);
    }

    @Override
    public List<Article> newestAboutAny(Instant until, int limit) {
        return newest(article -> !article.symbols().isEmpty(), until, limit);
    }

    private synchronized List<Article> newest(Predicate<Article> wanted, Instant until, int limit) {
        return articles.values().stream()
                .filter(wanted)
                .filter(article -> !article.when().isAfter(until))
                .sorted(Comparator.comparing(Article::when).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long count() {
        return articles.size();
    }
}
