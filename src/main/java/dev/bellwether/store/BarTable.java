package dev.bellwether.store;

import dev.bellwether.fact.Bar;
import dev.bellwether.quote.BarStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code bars}. */
final class BarTable implements BarStore {
    private static final int BATCH = 1000;

    private final Access access;

    BarTable(Access access) {
        this.access = access;
    }

    /** @throws IllegalArgumentException if a price is not a finite number; nothing is kept then */
    @Override
    public void save(String listing, String source, List<Bar> bars, Instant fetched) {
        bars.forEach(BarTable::requireFinite);
        // By date, so that two writers of the same listing lock its rows in the same order and can't block each other.
        List<Bar> sorted = bars.stream().sorted(Comparator.comparing(Bar::date)).toList();
        if (!sorted.isEmpty()) {
            access.write(handle -> insert(handle, listing, source, sorted, fetched));
        }
    }

    private static int insert(Handle handle, String listing, String source, List<Bar> bars, Instant fetched) {
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO bars (listing, source, day, open, high, low, close, volume, fetched)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (listing, source, day) DO UPDATE SET open = excluded.open, high = excluded.high,
                low = excluded.low, close = excluded.close, volume = excluded.volume, fetched = excluded.fetched
                """)) {
            for (Bar bar : bars) {
                batch.add(
                        listing,
                        source,
                        bar.date(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.hasVolume() ? bar.volume() : null,
                        fetched);
                if (batch.size() == BATCH) {
                    batch.execute();
                }
            }
            return batch.execute().length;
        }
    }

    private static void requireFinite(Bar bar) {
        if (!Double.isFinite(bar.open() + bar.high() + bar.low() + bar.close())) {
            throw new IllegalArgumentException("the bar of " + bar.date() + " has a price that is no number");
        }
    }

    @Override
    public List<Bar> bars(String listing, String source, LocalDate from, LocalDate to) {
        return access.read(handle -> handle.createQuery("""
                        SELECT day, open, high, low, close, volume FROM bars
                        WHERE listing = :listing AND source = :source AND day BETWEEN :from AND :to
                        ORDER BY day
                        """)
                .bind("listing", listing)
                .bind("source", source)
                .bind("from", from)
                .bind("to", to)
                .setFetchSize(BATCH)
                .map(new BarMapper())
                .list());
    }

    @Override
    public Optional<String> newestSource(String listing) {
        return access.read(handle -> handle.createQuery("""
                        SELECT source FROM bars WHERE listing = :listing
                        GROUP BY source ORDER BY MAX(fetched) DESC, source LIMIT 1
                        """)
                .bind("listing", listing)
                .mapTo(String.class)
                .findOne());
    }

    /** By hand and by position: a chart asks for thousands of these, and looking up names costs more than reading. */
    private static final class BarMapper implements RowMapper<Bar> {
        @Override
        public Bar map(ResultSet row, StatementContext context) throws SQLException {
            long number = row.getLong(6);
            long volume = row.wasNull() ? Bar.NO_VOLUME : number;
            return new Bar(
                    LocalDate.ofEpochDay(row.getLong(1)),
                    row.getDouble(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    volume);
        }
    }
}
