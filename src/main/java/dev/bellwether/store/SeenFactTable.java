package dev.bellwether.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.SeenFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code seen_facts}. */
final class SeenFactTable implements SeenFacts {
    private static final Logger LOG = LoggerFactory.getLogger(SeenFactTable.class);

    private final Access access;

    SeenFactTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean add(Fact.Seen fact) {
        return access.write(handle -> handle.createUpdate("""
                                INSERT INTO seen_facts (fact_key, kind, symbol, moment, body)
                                VALUES (:key, :kind, :symbol, :at, :body) ON CONFLICT (fact_key) DO NOTHING
                                """)
                        .bind("key", fact.key())
                        .bind("kind", SeenFactJson.kind(fact.getClass()))
                        .bind("symbol", fact.symbol())
                        .bind("at", fact.at())
                        .bind("body", SeenFactJson.body(fact))
                        .execute()
                > 0);
    }

    @Override
    public <F extends Fact.Seen> List<F> between(Class<F> kind, @Nullable String symbol, Instant after, Instant until) {
        String which = symbol == null ? "" : " AND symbol = :symbol";
        return access.read(handle -> {
            var query = handle.createQuery("SELECT fact_key, body FROM seen_facts WHERE kind = :kind" + which
                            + " AND moment > :after AND moment <= :until ORDER BY moment, id")
                    .bind("kind", SeenFactJson.kind(kind))
                    .bind("after", after)
                    .bind("until", until);
            return (symbol == null ? query : query.bind("symbol", symbol))
                    .map((row, context) -> read(kind, row)).stream()
                            .filter(Objects::nonNull)
                            .toList();
        });
    }

    /** Null for a body that this version of the program can't read; the others are shown all the same. */
    private static <F extends Fact.Seen> @Nullable F read(Class<F> kind, ResultSet row) throws SQLException {
        try {
            return SeenFactJson.read(kind, row.getString("body"));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("The fact {} can't be read and is left out", row.getString("fact_key"), e);
            return null;
        }
    }

    /** Throws away what was seen before a moment. */
    int prune(Instant before) {
        return access.write(handle -> handle.createUpdate("DELETE FROM seen_facts WHERE moment < :before")
                .bind("before", before)
                .execute());
    }
}
