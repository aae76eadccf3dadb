package dev.bellwether.store;

import dev.bellwether.fact.Article;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.FeedState;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code articles} and {@code article_symbols}, and {@code feeds} by {@link FeedTable}. */
final class ArticleTable implements ArticleStore {
    /** Stands between the symbols of an article in one column of a query; no symbol holds it. */
    private static final String BETWEEN = "\n";

    private final Access access;

    ArticleTable(Access access) {
        this.access = access;
    }

    @Override
    public Optional<FeedState> state(URI feed) {
        return access.read(handle -> FeedTable.find(handle, feed));
    }

    @Override
    public List<FeedState> states() {
        return access.read(FeedTable::all);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The state is written first: its row is then locked, so two polls of one feed follow each other and can't wait for
     * each other's articles. Of two that bring the same article the first to commit has it as new.
     */
    @Override
    public List<Article> save(FeedState state, List<Article> articles) {
        Map<String, Article> offered = new LinkedHashMap<>();
        articles.forEach(article -> offered.putIfAbsent(Fingerprint.of(article), article));
        return access.write(handle -> {
            FeedTable.save(handle, state);
            Map<String, Article> added = insert(handle, offered);
            insertSymbols(handle, added);
            return List.copyOf(added.values());
        });
    }

    /** Goes backwards: of articles of the same moment the first in the feed gets the highest id and so counts as newest. */
    private static Map<String, Article> insert(Handle handle, Map<String, Article> offered) {
        if (offered.isEmpty()) {
            return Map.of();
        }
        List<String> backwards = new ArrayList<>(offered.keySet()).reversed();
        int[] counts;
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO articles (fingerprint, feed, item_key, publisher, title, body, link, published, seen, moment,
                    language)
                VALUES (:fingerprint, :feed, :key, :publisher, :title, :text, :link, :published, :seen, :when, :language)
                ON CONFLICT (fingerprint) DO NOTHING
                """)) {
            for (String fingerprint : backwards) {
                batch.bindMethods(offered.get(fingerprint))
                        .bind("fingerprint", fingerprint)
                        .add();
            }
            counts = batch.execute();
        }
        Map<String, Article> added = new LinkedHashMap<>(offered);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                added.remove(backwards.get(i));
            }
        }
        return added;
    }

    private static void insertSymbols(Handle handle, Map<String, Article> added) {
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO article_symbols (symbol, moment, article_id)
                SELECT :symbol, moment, id FROM articles WHERE fingerprint = :fingerprint
                ON CONFLICT (symbol, moment, article_id) DO NOTHING
                """)) {
            added.forEach((fingerprint, article) -> article.symbols()
                    .forEach(symbol -> batch.bind("symbol", symbol)
                            .bind("fingerprint", fingerprint)
                            .add()));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    @Override
    public List<Article> newest(@Nullable String symbol, Instant until, int limit) {
        return symbol == null
                ? newest(until, limit, "", "FROM articles a WHERE a.moment <= :until ORDER BY a.moment DESC, a.id DESC")
                : newest(until, limit, symbol, """
                FROM article_symbols s JOIN articles a ON a.id = s.article_id
                WHERE s.symbol = :symbol AND s.moment <= :until ORDER BY s.moment DESC, s.article_id DESC
                """);
    }

    @Override
    public List<Article> newestAboutAny(Instant until, int limit) {
        return newest(until, limit, "", """
                FROM articles a WHERE a.moment <= :until
                AND EXISTS (SELECT 1 FROM article_symbols s WHERE s.article_id = a.id)
                ORDER BY a.moment DESC, a.id DESC
                """);
    }

    private List<Article> newest(Instant until, int limit, String symbol, String wanted) {
        if (limit <= 0) {
            return List.of();
        }
        return access.read(handle -> {
            Query query = select(handle, wanted, limit).bind("until", until);
            return (symbol.isEmpty() ? query : query.bind("symbol", symbol))
                    .map(ArticleTable::map)
                    .list();
        });
    }

    /** @param wanted from {@code FROM articles a} on */
    static Query select(Handle handle, String wanted, int limit) {
        return select(handle, "", wanted, limit);
    }

    /** @param more further columns, with a comma before them */
    static Query select(Handle handle, String more, String wanted, int limit) {
        return handle.createQuery("""
                SELECT a.*, (SELECT string_agg(t.symbol, :between) FROM article_symbols t WHERE t.article_id = a.id)
                    AS symbols
                """ + more + " " + wanted + " LIMIT :limit")
                .bind("between", BETWEEN)
                .bind("limit", limit);
    }

    @Override
    public long count() {
        return access.read(handle -> handle.createQuery("SELECT COUNT(*) FROM articles")
                .mapTo(Long.class)
                .one());
    }

    static Article map(ResultSet row, StatementContext context) throws SQLException {
        String symbols = row.getString("symbols");
        return new Article(
                row.getString("item_key"),
                row.getString("feed"),
                row.getString("publisher"),
                row.getString("title"),
                row.getString("body"),
                Bindings.addressOrNull(row, "link"),
                Bindings.momentOrNull(row, "published"),
                Bindings.moment(row, "seen"),
                row.getString("language"),
                symbols == null ? Set.of() : Set.copyOf(Arrays.asList(symbols.split(BETWEEN, -1))));
    }
}
