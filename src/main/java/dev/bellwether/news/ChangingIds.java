package dev.bellwether.news;

import dev.bellwether.fact.Article;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises articles whose publisher gives them a new id at every poll, so that they are not announced again and again: an
 * article with the same link, title and text as one seen under another key goes on under that key.
 *
 * <p>Remembers some hundred articles of each feed. After a restart it begins with the newest of the store.
 */
final class ChangingIds {
    private static final int REMEMBERED = 500;

    private final Map<String, Map<Content, String>> keys = new HashMap<>();

    private record Content(@Nullable URI link, String title, String text) {
        static Content of(Article article) {
            return new Content(article.link(), article.title(), article.text());
        }
    }

    private static final class Latest extends LinkedHashMap<Content, String> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, String> eldest) {
            return size() > REMEMBERED;
        }
    }

    /** The articles under the keys they are known by, each once, in their order; they are remembered from now on. */
    synchronized List<Article> settled(List<Article> articles) {
        Map<String, Article> settled = new LinkedHashMap<>();
        for (Article article : articles) {
            Article known = settled(article);
            settled.putIfAbsent(known.key(), known);
        }
        return List.copyOf(settled.values());
    }

    private Article settled(Article article) {
        Map<Content, String> known = keys.computeIfAbsent(article.feed(), _ -> new Latest());
        String key = known.putIfAbsent(Content.of(article), article.key());
        return key == null || key.equals(article.key()) ? article : withKey(article, key);
    }

    private static Article withKey(Article article, String key) {
        return new Article(
                key,
                article.feed(),
                article.publisher(),
                article.title(),
                article.text(),
                article.link(),
                article.published(),
                article.seen(),
                article.language(),
                article.symbols());
    }
}
