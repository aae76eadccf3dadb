package dev.bellwether.store;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.watch.press.PressStore;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables {@code articles}, {@code facts} and {@code press_turn}, as far as it is about what was told. */
final class PressTable implements PressStore {
    /** Whether an article was seen at the first good answer of its feed {@code f}, or before anything is known of that. */
    private static final String PAST = "(f.begun IS NULL OR a.seen <= f.begun)";

    private final Access access;

    PressTable(Access access) {
        this.access = access;
    }

    @Override
    public long turn() {
        return access.read(handle -> handle.createQuery("SELECT taken FROM press_turn")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public boolean take(long turn) {
        return access.write(handle -> handle.createUpdate("UPDATE press_turn SET taken = taken + 1 WHERE taken = :turn")
                        .bind("turn", turn)
                        .execute()
                > 0);
    }

    @Override
    public FactPage newFacts(int most) {
        return access.read(handle -> {
            List<String> keys = handle.createQuery("SELECT fact_key FROM facts WHERE told = 0 ORDER BY id LIMIT :most")
                    .bind("most", most)
                    .mapTo(String.class)
                    .list();
            if (keys.isEmpty()) {
                return new FactPage(keys, List.of());
            }
            Set<String> fresh = new HashSet<>(handle.createQuery("""
                            SELECT DISTINCT x.fact_key FROM facts x JOIN fact_mentions m ON m.fact_id = x.id
                            JOIN articles a ON a.fingerprint = m.fingerprint LEFT JOIN feeds f ON f.feed = a.feed
                            WHERE x.fact_key IN (<keys>) AND NOT
                            """.replace("<keys>", Lists.names(keys)) + PAST)
                    .bindMap(Lists.values(keys))
                    .mapTo(String.class)
                    .list());
            List<NewFact> facts = keys.stream()
                    .flatMap(key -> FactTable.withKey(handle, key).stream())
                    .map(fact -> new NewFact(fact, !fresh.contains(fact.key())))
                    .toList();
            return new FactPage(keys, facts);
        });
    }

    @Override
    public List<NewArticle> newArticles(int most) {
        return access.read(handle -> ArticleTable.select(
                        handle,
                        ", CASE WHEN " + PAST + " THEN 1 ELSE 0 END AS past",
                        "FROM articles a LEFT JOIN feeds f ON f.feed = a.feed WHERE a.story IS NULL ORDER BY a.id",
                        most)
                .map((row, context) -> new NewArticle(ArticleTable.map(row, context), row.getInt("past") == 1))
                .list());
    }

    @Override
    public void told(Collection<String> facts) {
        access.write(handle -> {
            facts.forEach(key -> handle.createUpdate("UPDATE facts SET told = 1 WHERE fact_key = :key")
                    .bind("key", key)
                    .execute());
            return 0;
        });
    }

    @Override
    public void place(Article article, String story) {
        access.write(
                handle -> handle.createUpdate("UPDATE articles SET story = :story WHERE fingerprint = :fingerprint")
                        .bind("story", story)
                        .bind("fingerprint", Fingerprint.of(article))
                        .execute());
    }

    @Override
    public List<Placed> placed(Collection<String> symbols, Instant from, int most) {
        if (symbols.isEmpty()) {
            return List.of();
        }
        List<String> names = List.copyOf(symbols);
        return access.read(handle -> ArticleTable.select(
                        handle, ", a.story", """
                        FROM articles a WHERE a.story IS NOT NULL AND a.id IN (
                            SELECT s.article_id FROM article_symbols s
                            WHERE s.symbol IN (<symbols>) AND s.moment >= :from)
                        ORDER BY a.moment DESC, a.id DESC
                        """.replace("<symbols>", Lists.names(names)), most)
                .bindMap(Lists.values(names))
                .bind("from", from)
                .map((row, context) -> new Placed(ArticleTable.map(row, context), row.getString("story")))
                .list());
    }

    @Override
    public List<String> withEarnings(Instant since) {
        return access.read(handle -> handle.createQuery(
                        "SELECT DISTINCT symbol FROM facts WHERE kind = :kind AND moment >= :since ORDER BY symbol")
                .bind("kind", FactJson.kind(Fact.Earnings.class))
                .bind("since", since)
                .mapTo(String.class)
                .list());
    }
}
