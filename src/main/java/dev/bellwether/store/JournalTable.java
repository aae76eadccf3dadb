package dev.bellwether.store;

import dev.bellwether.deliver.Change;
import dev.bellwether.deliver.Journal;
import dev.bellwether.talk.ChatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the tables of delivery for people. */
final class JournalTable implements Journal {
    private static final String ENTRIES = """
            SELECT e.id, e.lane, e.state, e.tries, e.sending, e.messages, e.ended, e.detail, n.notice_key, n.created, n.expires,
                c.front, c.chat, q.due
            FROM envelopes e
            JOIN notices n ON n.id = e.notice_id
            JOIN chats c ON c.id = e.chat_id
            LEFT JOIN queues q ON q.chat_id = e.chat_id AND q.lane = e.lane AND e.state = 'OPEN'
            """;

    private final Access access;

    JournalTable(Access access) {
        this.access = access;
    }

    @Override
    public Totals totals(Instant now) {
        return access.read(handle -> new Totals(
                count(handle, "SELECT COUNT(*) FROM envelopes WHERE state = 'OPEN'"),
                count(handle, "SELECT COUNT(*) FROM notices WHERE expanded IS NULL"),
                oldest(handle),
                ends(handle.createQuery("""
                        SELECT state, COUNT(*) AS number FROM envelopes WHERE ended IS NOT NULL AND ended > :since GROUP BY state
                        """).bind("since", now.minus(Duration.ofHours(1)))),
                count(handle, "SELECT COUNT(*) FROM chats WHERE retired IS NOT NULL")));
    }

    private static long count(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    /** Notices are numbered in the order in which they were committed. */
    private static @Nullable Instant oldest(Handle handle) {
        return handle.createQuery("""
                        SELECT created FROM notices WHERE id IN (
                            (SELECT MIN(notice_id) FROM envelopes WHERE state = 'OPEN'),
                            (SELECT MIN(id) FROM notices WHERE expanded IS NULL))
                        ORDER BY created LIMIT 1
                        """)
                .map((row, context) -> Bindings.moment(row, "created"))
                .findOne()
                .orElse(null);
    }

    private static Map<Change.End, Long> ends(Query query) {
        Map<Change.End, Long> ends = new EnumMap<>(Change.End.class);
        query.map((row, context) -> Map.entry(row.getString("state"), row.getLong("number")))
                .forEach(entry -> ends.put(Change.End.valueOf(entry.getKey()), entry.getValue()));
        return ends;
    }

    @Override
    public Optional<Told> notice(String key) {
        return access.read(handle -> handle.createQuery("""
                        SELECT n.*, (SELECT COUNT(*) FROM envelopes e WHERE e.notice_id = n.id AND e.state = 'OPEN') AS waiting
                        FROM notices n WHERE n.notice_key = :key
                        """)
                .bind("key", key)
                .map((row, context) -> told(row, handle))
                .findOne());
    }

    private static Told told(ResultSet row, Handle handle) throws SQLException {
        return new Told(
                row.getString("notice_key"),
                Lanes.of(row.getInt("lane")),
                Bindings.moment(row, "created"),
                Bindings.moment(row, "expires"),
                Bindings.momentOrNull(row, "expanded"),
                row.getLong("waiting"),
                ends(handle.createQuery("""
                        SELECT state, COUNT(*) AS number FROM envelopes WHERE notice_id = :id AND state <> 'OPEN' GROUP BY state
                        """).bind("id", row.getLong("id"))));
    }

    @Override
    public List<Entry> chats(String key, int most) {
        return entries("""
                WHERE n.notice_key = :key
                ORDER BY CASE e.state WHEN 'OPEN' THEN 1 WHEN 'SENT' THEN 2 ELSE 0 END, e.ended DESC, e.id LIMIT :most
                """, most, query -> query.bind("key", key));
    }

    @Override
    public List<Entry> of(ChatId chat, int most) {
        return entries(
                "WHERE c.front = :front AND c.chat = :chat ORDER BY e.id DESC LIMIT :most",
                most,
                query -> query.bind("front", chat.front()).bind("chat", chat.id()));
    }

    private List<Entry> entries(String which, int most, UnaryOperator<Query> bound) {
        return access.read(
                handle -> bound.apply(handle.createQuery(ENTRIES + which).bind("most", most))
                        .map((row, context) -> entry(row, handle))
                        .list());
    }

    private static Entry entry(ResultSet row, Handle handle) throws SQLException {
        String state = row.getString("state");
        row.getInt("sending");
        boolean again = !row.wasNull();
        int tries = row.getInt("tries");
        return new Entry(
                row.getString("notice_key"),
                new ChatId(row.getString("front"), row.getString("chat")),
                Lanes.of(row.getInt("lane")),
                Bindings.moment(row, "created"),
                Bindings.moment(row, "expires"),
                state.equals(Messages.OPEN) ? null : Change.End.valueOf(state),
                Bindings.momentOrNull(row, "ended"),
                row.getString("detail"),
                tries,
                Messages.read(row.getString("messages")),
                Bindings.momentOrNull(row, "due"),
                again,
                tries == 0 ? List.of() : failures(handle, row.getLong("id")));
    }

    private static List<Failure> failures(Handle handle, long envelope) {
        return handle.createQuery("SELECT at, result FROM attempts WHERE envelope_id = :envelope ORDER BY number")
                .bind("envelope", envelope)
                .map((row, context) -> new Failure(Bindings.moment(row, "at"), row.getString("result")))
                .list();
    }

    @Override
    public Optional<Known> chat(ChatId chat) {
        return access.read(handle -> handle.createQuery(
                        "SELECT last_seen, retired, retired_why FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .map((row, context) -> new Known(
                        chat,
                        Bindings.moment(row, "last_seen"),
                        Bindings.momentOrNull(row, "retired"),
                        row.getString("retired_why")))
                .findOne());
    }
}
