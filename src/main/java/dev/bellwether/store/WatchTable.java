package dev.bellwether.store;

import dev.bellwether.watch.run.Cursor;
import dev.bellwether.watch.run.HeldBack;
import dev.bellwether.watch.run.Late;
import dev.bellwether.watch.run.WatchMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code watch_cursors}, {@code held_firings} and {@code late_facts}. */
final class WatchTable implements WatchMemory {
    private final Access access;

    WatchTable(Access access) {
        this.access = access;
    }

    @Override
    public Optional<Cursor> cursor(String listing) {
        return access.read(handle -> handle.createQuery("SELECT * FROM watch_cursors WHERE listing = :listing")
                .bind("listing", listing)
                .map(WatchTable::cursor)
                .findOne());
    }

    private static Cursor cursor(ResultSet row, StatementContext context) throws SQLException {
        return new Cursor(
                row.getString("listing"),
                Bindings.moment(row, "at"),
                Bindings.moment(row, "looked"),
                row.getString("source"),
                number(row, "price"),
                Bindings.momentOrNull(row, "priced"),
                day(row, "session"),
                number(row, "high"),
                number(row, "low"),
                row.getInt("holes") != 0,
                day(row, "closed"),
                number(row, "parity"),
                day(row, "dawned"),
                day(row, "earnings"),
                row.getString("memory"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }

    @Override
    public void save(Cursor cursor) {
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO watch_cursors (listing, at, looked, source, price, priced, session, high, low, holes,
                            closed, parity, dawned, earnings, memory)
                        VALUES (:listing, :at, :looked, :source, :price, :priced, :session, :high, :low, :holes_,
                            :closed, :parity, :dawned, :earnings, :memory)
                        ON CONFLICT (listing) DO UPDATE SET at = excluded.at, looked = excluded.looked,
                        source = excluded.source, price = excluded.price, priced = excluded.priced,
                        session = excluded.session, high = excluded.high, low = excluded.low, holes = excluded.holes,
                        closed = excluded.closed, parity = excluded.parity, dawned = excluded.dawned,
                        earnings = excluded.earnings, memory = excluded.memory
                        """)
                .bindMethods(cursor)
                .bind("holes_", cursor.holes() ? 1 : 0)
                .execute());
    }

    @Override
    public List<String> watched() {
        return access.read(handle -> handle.createQuery("SELECT listing FROM watch_cursors ORDER BY listing")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void drop(String listing) {
        access.write(handle -> {
            handle.createUpdate("DELETE FROM held_firings WHERE listing = :listing")
                    .bind("listing", listing)
                    .execute();
            return handle.createUpdate("DELETE FROM watch_cursors WHERE listing = :listing")
                    .bind("listing", listing)
                    .execute();
        });
    }

    @Override
    public List<HeldBack> heldFor(String listing) {
        return access.read(
                handle -> handle.createQuery("SELECT * FROM held_firings WHERE listing = :listing ORDER BY alert")
                        .bind("listing", listing)
                        .map(WatchTable::held)
                        .list());
    }

    @Override
    public List<HeldBack> heldOf(long alert) {
        return access.read(
                handle -> handle.createQuery("SELECT * FROM held_firings WHERE alert = :alert ORDER BY listing")
                        .bind("alert", alert)
                        .map(WatchTable::held)
                        .list());
    }

    private static HeldBack held(ResultSet row, StatementContext context) throws SQLException {
        return new HeldBack(
                row.getLong("alert"),
                row.getString("listing"),
                Bindings.moment(row, "since"),
                new HeldBack.Doubt(
                        HeldBack.Why.valueOf(row.getString("why")),
                        row.getString("source"),
                        row.getDouble("price"),
                        Bindings.moment(row, "priced"),
                        row.getString("currency"),
                        row.getString("other_source"),
                        number(row, "other_price")));
    }

    @Override
    public List<String> doubtful() {
        return access.read(handle -> handle.createQuery("SELECT DISTINCT listing FROM held_firings ORDER BY listing")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void hold(String listing, List<HeldBack> held) {
        access.write(handle -> {
            handle.createUpdate("DELETE FROM held_firings WHERE listing = :listing")
                    .bind("listing", listing)
                    .execute();
            held.forEach(one -> insert(handle, one));
            return held.size();
        });
    }

    private static void insert(Handle handle, HeldBack held) {
        HeldBack.Doubt doubt = held.doubt();
        handle.createUpdate("""
                        INSERT INTO held_firings (alert, listing, since, why, source, price, priced, currency,
                            other_source, other_price)
                        VALUES (:alert, :listing, :since, :why_, :source, :price, :priced, :currency, :other, :otherPrice)
                        """)
                .bindMethods(doubt)
                .bind("alert", held.alert())
                .bind("listing", held.listing())
                .bind("since", held.since())
                .bind("why_", doubt.why().name())
                .execute();
    }

    @Override
    public void delay(Late late) {
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO late_facts (fact_key, symbol, at, alert) VALUES (:key, :symbol, :at, :alert)
                        ON CONFLICT (fact_key) DO NOTHING
                        """).bindMethods(late).execute());
    }

    @Override
    public List<Late> delayed() {
        return access.read(handle -> handle.createQuery("SELECT * FROM late_facts ORDER BY id")
                .map((row, context) -> {
                    long alert = row.getLong("alert");
                    Long which = row.wasNull() ? null : Long.valueOf(alert);
                    return new Late(
                            row.getString("fact_key"), row.getString("symbol"), Bindings.moment(row, "at"), which);
                })
                .list());
    }

    @Override
    public void told(Collection<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        access.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("DELETE FROM late_facts WHERE fact_key = :key")) {
                keys.forEach(key -> batch.bind("key", key).add());
                return batch.execute().length;
            }
        });
    }
}
