package dev.bellwether.analyst;

import dev.bellwether.fact.Article;
import dev.bellwether.news.NewsDesk;
import java.time.Instant;
import java.util.List;

/** Stories where nothing puts articles together: each article is one of its own. */
public final class ArticleStories implements StoryFinder {
    private static final int MOST = 500;

    private final NewsDesk news;

    public ArticleStories(NewsDesk news) {
        this.news = news;
    }

    @Override
    public List<Story> about(String symbol, Instant from, Instant until) {
        return news.newest(symbol, until, MOST).stream()
                .filter(article -> !article.when().isBefore(from))
                .map(ArticleStories::story)
                .toList();
    }

    private static Story story(Article article) {
        return new Story(
                article.title(),
                article.text(),
                1,
                article.publisher(),
                article.when(),
                article.when(),
                article.link() == null ? List.of() : List.of(article.link()),
                article.symbols(),
                article.feed().startsWith("sample:"));
    }
}
