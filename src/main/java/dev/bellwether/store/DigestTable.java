package dev.bellwether.store;

import dev.bellwether.digest.DigestSpec;
import dev.bellwether.digest.Digests;
import dev.bellwether.digest.Made;
import dev.bellwether.digest.SpecParser;
import dev.bellwether.digest.SpecText;
import dev.bellwether.talk.ChatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code digests} and {@code digest_told}. */
final class DigestTable implements Digests {
    private static final String KEPT = """
            SELECT d.*, c.front, c.chat, c.retired FROM digests d JOIN chats c ON c.id = d.chat_id
            """;
    private static final SpecParser PARSER = SpecParser.ofStored();

    private final Access access;

    DigestTable(Access access) {
        this.access = access;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        ChatId chat = new ChatId(row.getString("front"), row.getString("chat"));
        DigestSpec spec = PARSER.parse(chat, row.getString("spec")).getFirst().numbered(row.getInt("number"));
        return new Kept(
                row.getLong("id"),
                spec,
                ZoneId.of(row.getString("zone")),
                Bindings.moment(row, "created"),
                Bindings.momentOrNull(row, "due"),
                Bindings.momentOrNull(row, "told_until"),
                row.getInt("skipped"),
                Bindings.momentOrNull(row, "retired") != null);
    }

    @Override
    public Kept add(DigestSpec spec, ZoneId zone, @Nullable Instant due, Instant at) {
        return access.write(handle -> {
            ChatTable.ensure(handle, spec.chat(), at);
            long id = handle.createQuery("""
                            INSERT INTO digests (chat_id, number, spec, zone, created, due)
                            SELECT c.id, COALESCE((SELECT MAX(d.number) FROM digests d WHERE d.chat_id = c.id), 0) + 1,
                                :spec, :zone, :at, :due
                            FROM chats c WHERE c.front = :front AND c.chat = :chat RETURNING id
                            """)
                    .bind("spec", SpecText.of(spec))
                    .bind("zone", zone.getId())
                    .bind("at", at)
                    .bind("due", micros(due))
                    .bind("front", spec.chat().front())
                    .bind("chat", spec.chat().id())
                    .mapTo(Long.class)
                    .one();
            return one(handle, id).orElseThrow();
        });
    }

    private static @Nullable Long micros(@Nullable Instant moment) {
        return moment == null ? null : Bindings.micros(moment);
    }

    private static Optional<Kept> one(Handle handle, long id) {
        return handle.createQuery(KEPT + " WHERE d.id = :id")
                .bind("id", id)
                .map((row, context) -> kept(row))
                .findOne();
    }

    @Override
    public List<Kept> of(ChatId chat) {
        return access.read(
                handle -> handle.createQuery(KEPT + " WHERE c.front = :front AND c.chat = :chat ORDER BY d.number")
                        .bind("front", chat.front())
                        .bind("chat", chat.id())
                        .map((row, context) -> kept(row))
                        .list());
    }

    @Override
    public Optional<Kept> byId(long id) {
        return access.read(handle -> one(handle, id));
    }

    @Override
    public boolean delete(long id) {
        return access.write(handle -> handle.createUpdate("DELETE FROM digests WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }

    @Override
    public Map<String, Instant> told(long id) {
        return access.read(handle -> {
            Map<String, Instant> told = new HashMap<>();
            handle.createQuery("SELECT what, told FROM digest_told WHERE digest_id = :id")
                    .bind("id", id)
                    .map((row, context) -> Map.entry(row.getString("what"), Bindings.moment(row, "told")))
                    .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
            return told;
        });
    }

    @Override
    public boolean advance(long id, Instant due, @Nullable Instant next, ZoneId zone, Made made, Instant until) {
        return access.write(handle -> {
            int changed = handle.createUpdate("""
                            UPDATE digests SET due = :next, zone = :zone, told_until = :until, skipped = 0
                            WHERE id = :id AND due = :due
                            """)
                    .bind("id", id)
                    .bind("due", due)
                    .bind("next", micros(next))
                    .bind("zone", zone.getId())
                    .bind("until", until)
                    .execute();
            if (changed > 0) {
                keep(handle, id, made);
            }
            return changed > 0;
        });
    }

    private static void keep(Handle handle, long id, Made made) {
        if (made.told().isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO digest_told (digest_id, what, told) VALUES (:id, :what, :told)
                ON CONFLICT (digest_id, what) DO UPDATE SET told = excluded.told
                """)) {
            made.told()
                    .forEach((what, told) -> batch.bind("id", id)
                            .bind("what", what)
                            .bind("told", told)
                            .add());
            batch.execute();
        }
    }

    @Override
    public boolean skip(long id, Instant due, @Nullable Instant next, ZoneId zone, int skipped) {
        return access.write(handle -> handle.createUpdate("""
                                UPDATE digests SET due = :next, zone = :zone, skipped = skipped + :skipped
                                WHERE id = :id AND due = :due
                                """)
                        .bind("id", id)
                        .bind("due", due)
                        .bind("next", micros(next))
                        .bind("zone", zone.getId())
                        .bind("skipped", skipped)
                        .execute()
                > 0);
    }

    @Override
    public void tell(long id, Made made, Instant until) {
        access.write(handle -> {
            int changed = handle.createUpdate("UPDATE digests SET told_until = :until, skipped = 0 WHERE id = :id")
                    .bind("id", id)
                    .bind("until", until)
                    .execute();
            if (changed > 0) {
                keep(handle, id, made);
            }
            return changed;
        });
    }

    @Override
    public boolean move(long id, @Nullable Instant was, @Nullable Instant due, ZoneId zone) {
        String still = was == null ? "due IS NULL" : "due = :was";
        return access.write(handle -> {
            var update = handle.createUpdate("UPDATE digests SET due = :due, zone = :zone WHERE id = :id AND " + still)
                    .bind("id", id)
                    .bind("due", micros(due))
                    .bind("zone", zone.getId());
            return (was == null ? update : update.bind("was", was)).execute() > 0;
        });
    }

    @Override
    public List<Kept> after(long id, int most) {
        return access.read(handle -> handle.createQuery(KEPT + " WHERE d.id > :id ORDER BY d.id LIMIT :most")
                .bind("id", id)
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    @Override
    public List<Kept> rezoned(int most) {
        return access.read(handle -> handle.createQuery(
                        KEPT + " WHERE d.zone <> COALESCE(c.zone, :usual) ORDER BY d.id LIMIT :most")
                .bind("usual", ZoneOffset.UTC.getId())
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    @Override
    public Total total() {
        return access.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS number, MIN(d.due) AS first FROM digests d
                        JOIN chats c ON c.id = d.chat_id WHERE c.retired IS NULL
                        """)
                .map((row, context) -> new Total(row.getLong("number"), Bindings.momentOrNull(row, "first")))
                .one());
    }

    /** Forgets what was told before a moment; says how much that was. */
    int prune(Instant before) {
        return access.write(handle -> handle.createUpdate("DELETE FROM digest_told WHERE told < :before")
                .bind("before", before)
                .execute());
    }
}
