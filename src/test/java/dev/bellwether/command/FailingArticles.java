package dev.bellwether.command;

import dev.bellwether.fact.Article;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.FeedState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store on a disk that is gone. */
final class FailingArticles implements ArticleStore {
    @Override
    public Optional<FeedState> state(URI feed) {
        throw new IllegalStateException("secret path of the disk");
    }

    @Override
    public List<FeedState> states() {
        throw new IllegalStateException("secret path of the disk");
    }

    @Override
    public List<Article> save(FeedState state, List<Article> articles) {
        throw new IllegalStateException("secret path of the disk");
    }

    @Override
    public List<Article> newest(@Nullable String symbol, Instant until, int limit) {
        throw new IllegalStateException("secret path of the disk");
    }

    @Override
    public List<Article> newestAboutAny(Instant until, int limit) {
        throw new IllegalStateException("secret path of the disk");
    }

    @Override
    public long count() {
        throw new IllegalStateException("secret path of the disk");
    }
}
