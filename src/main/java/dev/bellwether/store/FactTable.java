package dev.bellwether.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bellwether.analyst.FactMerge;
import dev.bellwether.analyst.FactStore;
import dev.bellwether.analyst.ReadArticle;
import dev.bellwether.analyst.Sighting;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.watch.run.PressLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables {@code facts} and {@code fact_mentions}, and {@code articles.read_version}.
 *
 * <p>Who saves takes the turn first, a row that all of them change. So the facts that a sighting is compared with are all those
 * that were ever committed, and two processes can't both make a new fact of one call.
 */
final class FactTable implements FactStore {
    private static final Logger LOG = LoggerFactory.getLogger(FactTable.class);

    private static final String SELECT = """
            SELECT f.fact_key, f.kind, f.symbol, m.feed, m.item_key, m.publisher, m.link, m.moment, m.sentence, m.body
            FROM facts f JOIN fact_mentions m ON m.fact_id = f.id
            """;

    private final Access access;

    FactTable(Access access) {
        this.access = access;
    }

    @Override
    public List<Article> unread(int version, int limit) {
        return access.read(handle -> ArticleTable.select(
                        handle, "FROM articles a WHERE a.read_version < :version ORDER BY a.read_version, a.id", limit)
                .bind("version", version)
                .map(ArticleTable::map)
                .list());
    }

    @Override
    public List<Fact.Printed> save(int version, List<ReadArticle> page) {
        return access.write(handle -> {
            handle.execute("UPDATE reading_turn SET taken = taken + 1");
            Set<String> fresh = new LinkedHashSet<>();
            for (ReadArticle read : page) {
                String fingerprint = Fingerprint.of(read.article());
                if (take(handle, fingerprint, version)) {
                    read.sightings().forEach(sighting -> add(handle, fingerprint, sighting, fresh));
                }
            }
            return fresh.stream().flatMap(key -> withKey(handle, key).stream()).toList();
        });
    }

    /** The fact with this key; none if it can't be read. */
    static List<Fact.Printed> withKey(Handle handle, String key) {
        return facts(handle.createQuery(SELECT + "WHERE f.fact_key = :key ORDER BY m.moment, m.id")
                .bind("key", key));
    }

    /** Whether nobody has read the article with these readers or later ones. */
    private static boolean take(Handle handle, String fingerprint, int version) {
        return handle.createUpdate("""
                                UPDATE articles SET read_version = :version
                                WHERE fingerprint = :fingerprint AND read_version < :version
                                """)
                        .bind("version", version)
                        .bind("fingerprint", fingerprint)
                        .execute()
                > 0;
    }

    private static void add(Handle handle, String fingerprint, Sighting sighting, Set<String> fresh) {
        Fact.Printed fact = sighting.fact();
        String key = known(handle, sighting);
        if (key == null) {
            key = fact.key();
            if (insert(handle, sighting)) {
                fresh.add(key);
            }
        }
        Mention mention = fact.mentions().getFirst();
        handle.createUpdate("""
                        INSERT INTO fact_mentions (fact_id, fingerprint, feed, item_key, publisher, link, moment, sentence,
                            body)
                        SELECT id, :fingerprint, :feed, :article, :publisher, :link, :at, :sentence, :body FROM facts
                        WHERE fact_key = :key
                        ON CONFLICT (fact_id, fingerprint) DO NOTHING
                        """)
                .bindMethods(mention)
                .bind("key", key)
                .bind("fingerprint", fingerprint)
                .bind("body", FactJson.body(fact))
                .execute();
    }

    /** False if a fact of this key exists: the same words of the same article, read again. */
    private static boolean insert(Handle handle, Sighting sighting) {
        Fact.Printed fact = sighting.fact();
        return handle.createUpdate("""
                        INSERT INTO facts (fact_key, kind, symbol, identity, moment)
                        VALUES (:key, :kind, :symbol, :identity, :at)
                        ON CONFLICT (fact_key) DO NOTHING
                        """)
                        .bind("key", fact.key())
                        .bind("kind", FactJson.kind(fact.getClass()))
                        .bind("symbol", fact.symbol())
                        .bind("identity", sighting.identity())
                        .bind("at", fact.at())
                        .execute()
                > 0;
    }

    /** The key of the fact that is sighted; null if it is a new one. */
    private static @Nullable String known(Handle handle, Sighting sighting) {
        List<String> near = handle.createQuery(
                        "SELECT fact_key, moment FROM facts WHERE identity = :identity ORDER BY moment, id")
                .bind("identity", sighting.identity())
                .map((row, context) -> sighting.near(Bindings.moment(row, "moment")) ? row.getString("fact_key") : "")
                .list();
        for (String key : near) {
            if (!key.isEmpty() && withKey(handle, key).stream().allMatch(sighting::agrees)) {
                return key;
            }
        }
        return null;
    }

    @Override
    public <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until) {
        return access.read(handle -> facts(handle.createQuery(SELECT + """
                        WHERE f.symbol = :symbol AND f.kind = :kind AND m.moment <= :until
                        ORDER BY f.id DESC, m.moment, m.id
                        """)
                        .bind("symbol", symbol)
                        .bind("kind", FactJson.kind(kind))
                        .bind("until", until))
                .stream()
                .map(kind::cast)
                .sorted(Comparator.comparing(Fact.Printed::at, Comparator.reverseOrder()))
                .toList());
    }

    /** Facts that the watch did not take note of, in the order they came; what this version can't read among them is left out. */
    static List<PressLog.NewFact> unwatched(Handle handle, int most) {
        List<PressLog.NewFact> found = new ArrayList<>();
        handle.createQuery("SELECT id, fact_key FROM facts WHERE watched = 0 ORDER BY id LIMIT :most")
                .bind("most", most)
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("fact_key")))
                .list()
                .forEach(entry -> facts(handle.createQuery(SELECT + "WHERE f.fact_key = :key ORDER BY m.moment, m.id")
                                .bind("key", entry.getValue()))
                        .forEach(fact -> found.add(new PressLog.NewFact(entry.getKey(), fact))));
        return found;
    }

    /** The facts whose mentions a query gives, in its order. */
    private static List<Fact.Printed> facts(Query query) {
        Map<String, List<Fact.Printed>> sightings = new LinkedHashMap<>();
        query.map(FactTable::map).stream()
                .filter(Objects::nonNull)
                .forEach(sighting -> sightings
                        .computeIfAbsent(sighting.key(), key -> new ArrayList<>())
                        .add(sighting));
        List<Fact.Printed> facts = new ArrayList<>();
        sightings.forEach((key, same) -> facts.add(FactMerge.of(key, same)));
        return facts;
    }

    /** Null for a body that this version of the program can't read; the others are shown all the same. */
    private static Fact.@Nullable Printed map(ResultSet row, StatementContext context) throws SQLException {
        String key = row.getString("fact_key");
        Mention mention = new Mention(
                row.getString("feed"),
                row.getString("item_key"),
                row.getString("publisher"),
                Bindings.addressOrNull(row, "link"),
                Bindings.moment(row, "moment"),
                row.getString("sentence"));
        try {
            return FactJson.read(row.getString("kind"), row.getString("body"), key, row.getString("symbol"), mention);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("A mention of the fact {} can't be read and is left out", key, e);
            return null;
        }
    }
}
