package dev.bellwether.store;

import dev.bellwether.deliver.Claim;
import dev.bellwether.deliver.Queues;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code queues}, {@code turns} and {@code dispatchers}. */
final class QueueTable implements Queues {
    /** How many queues are made ready at a time, so that no transaction takes long. */
    private static final int WOKEN_AT_ONCE = 2_000;

    private record Taken(
            long chat, int lane, long turn, @Nullable Claim claim) {}

    private final Access access;

    QueueTable(Access access) {
        this.access = access;
    }

    @Override
    public void alive(String owner, Instant ends) {
        access.write(handle ->
                handle.createUpdate("""
                        INSERT INTO dispatchers (owner, ends) VALUES (:owner, :ends)
                        ON CONFLICT (owner) DO UPDATE SET ends = excluded.ends
                        """).bind("owner", owner).bind("ends", ends).execute());
    }

    @Override
    public void gone(String owner) {
        access.write(handle -> {
            handle.createUpdate("UPDATE queues SET owner = NULL WHERE owner = :owner")
                    .bind("owner", owner)
                    .execute();
            return handle.createUpdate("DELETE FROM dispatchers WHERE owner = :owner")
                    .bind("owner", owner)
                    .execute();
        });
    }

    @Override
    public int reap(String owner, Instant now) {
        return access.write(handle -> {
            handle.createUpdate("DELETE FROM dispatchers WHERE ends < :now AND owner <> :owner")
                    .bind("now", now)
                    .bind("owner", owner)
                    .execute();
            return handle.createUpdate("""
                            UPDATE queues SET owner = NULL
                            WHERE owner IS NOT NULL AND owner <> :owner AND owner NOT IN (SELECT owner FROM dispatchers)
                            """).bind("owner", owner).execute();
        });
    }

    @Override
    public boolean alone() {
        return access.dialect() == Dialect.SQLITE;
    }

    @Override
    public int reapOthers(String owner) {
        return access.write(handle -> {
            handle.createUpdate("DELETE FROM dispatchers WHERE owner <> :owner")
                    .bind("owner", owner)
                    .execute();
            return handle.createUpdate("UPDATE queues SET owner = NULL WHERE owner IS NOT NULL AND owner <> :owner")
                    .bind("owner", owner)
                    .execute();
        });
    }

    @Override
    public List<Claim> claim(String front, String owner, int most) {
        // Every owned queue has its owner's row: without one, no claim.
        String sql = """
                SELECT q.chat_id, q.lane, q.turn, c.front, c.chat, e.id, e.notice_id, e.tries, e.doubts, e.sending, e.messages,
                    n.notice_key, n.expires, n.follow_key, n.follow_edit
                FROM queues q
                JOIN chats c ON c.id = q.chat_id
                LEFT JOIN envelopes e ON e.id = (
                    SELECT MIN(o.id) FROM envelopes o WHERE o.chat_id = q.chat_id AND o.lane = q.lane AND o.state = 'OPEN')
                LEFT JOIN notices n ON n.id = e.notice_id
                WHERE q.front = :front AND q.owner IS NULL AND q.due IS NULL
                    AND EXISTS (SELECT 1 FROM dispatchers d WHERE d.owner = :owner)
                ORDER BY q.lane, q.turn, q.chat_id LIMIT :most
                """ + access.dialect().lockingWhatIsFree("q");
        return access.write(handle -> {
            List<Taken> taken = handle.createQuery(sql)
                    .bind("front", front)
                    .bind("owner", owner)
                    .bind("most", most)
                    .map(QueueTable::taken)
                    .list();
            own(handle, taken, owner);
            advance(handle, front, taken);
            List<Claim> claims = new ArrayList<>(taken.size());
            for (Taken each : taken) {
                if (each.claim() != null) {
                    claims.add(each.claim());
                }
            }
            return claims;
        });
    }

    /** A queue without an open envelope is deleted. */
    private static void own(Handle handle, List<Taken> taken, String owner) {
        if (taken.isEmpty()) {
            return;
        }
        try (PreparedBatch owned =
                        handle.prepareBatch("UPDATE queues SET owner = :owner WHERE chat_id = :chat AND lane = :lane");
                PreparedBatch empty =
                        handle.prepareBatch("DELETE FROM queues WHERE chat_id = :chat AND lane = :lane")) {
            for (Taken each : taken) {
                if (each.claim() == null) {
                    empty.bind("chat", each.chat()).bind("lane", each.lane()).add();
                } else {
                    owned.bind("owner", owner)
                            .bind("chat", each.chat())
                            .bind("lane", each.lane())
                            .add();
                }
            }
            owned.execute();
            empty.execute();
        }
    }

    private static void advance(Handle handle, String front, List<Taken> taken) {
        Map<Lane, Long> last = new EnumMap<>(Lane.class);
        taken.forEach(each -> last.merge(Lanes.of(each.lane()), each.turn(), Math::max));
        last.forEach((lane, turn) -> handle.createUpdate("""
                        INSERT INTO turns (front, lane, turn) VALUES (:front, :lane, :turn)
                        ON CONFLICT (front, lane) DO UPDATE SET turn = excluded.turn WHERE excluded.turn > turns.turn
                        """)
                .bind("front", front)
                .bind("lane", Lanes.number(lane))
                .bind("turn", turn)
                .execute());
    }

    private static Taken taken(ResultSet row, StatementContext context) throws SQLException {
        long chat = row.getLong("chat_id");
        int lane = row.getInt("lane");
        long turn = row.getLong("turn");
        long envelope = row.getLong("id");
        return new Taken(chat, lane, turn, row.wasNull() ? null : claim(row, envelope));
    }

    private static Claim claim(ResultSet row, long envelope) throws SQLException {
        String follow = row.getString("follow_key");
        row.getInt("sending");
        boolean again = !row.wasNull();
        return new Claim(
                envelope,
                row.getLong("chat_id"),
                new ChatId(row.getString("front"), row.getString("chat")),
                Lanes.of(row.getInt("lane")),
                row.getLong("notice_id"),
                row.getString("notice_key"),
                Bindings.moment(row, "expires"),
                follow == null ? null : new Notice.Follow(follow, row.getInt("follow_edit") == 1),
                row.getInt("tries"),
                row.getInt("doubts"),
                Messages.read(row.getString("messages")),
                again);
    }

    @Override
    public int wake(Instant now) {
        return wake("q.due <= :when", now);
    }

    @Override
    public int wakeBeyond(Instant latest) {
        return wake("q.due > :when", latest);
    }

    /** Not before those that wait now, however early its turn once was: that was long ago. */
    private int wake(String which, Instant when) {
        String sql = "WITH over AS MATERIALIZED (SELECT q.chat_id, q.lane FROM queues q WHERE q.due IS NOT NULL AND "
                + which + " LIMIT :most" + access.dialect().lockingWhatIsFree("q") + ")"
                + """
                 UPDATE queues SET due = NULL, turn = CASE
                    WHEN turn < COALESCE((SELECT t.turn FROM turns t WHERE t.front = queues.front AND t.lane = queues.lane), 0)
                    THEN (SELECT t.turn FROM turns t WHERE t.front = queues.front AND t.lane = queues.lane) ELSE turn END
                WHERE (chat_id, lane) IN (SELECT chat_id, lane FROM over)
                """;
        return access.write(handle -> handle.createUpdate(sql)
                .bind("when", when)
                .bind("most", WOKEN_AT_ONCE)
                .execute());
    }

    @Override
    public int mend() {
        return access.write(handle -> handle.execute("""
                INSERT INTO queues (chat_id, lane, front, turn)
                SELECT DISTINCT e.chat_id, e.lane, c.front, 0 FROM envelopes e JOIN chats c ON c.id = e.chat_id
                WHERE e.state = 'OPEN'
                    AND NOT EXISTS (SELECT 1 FROM queues q WHERE q.chat_id = e.chat_id AND q.lane = e.lane)
                ON CONFLICT (chat_id, lane) DO NOTHING
                """));
    }

    @Override
    public Earlier earlier(String key, ChatId chat) {
        return access.read(handle -> handle.createQuery("""
                        SELECT e.state, e.messages, n.expanded FROM notices n
                        LEFT JOIN envelopes e ON e.notice_id = n.id
                            AND e.chat_id = (SELECT id FROM chats WHERE front = :front AND chat = :chat)
                        WHERE n.notice_key = :key
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("key", key)
                .map(QueueTable::became)
                .findOne()
                .orElse(new Earlier.None()));
    }

    private static Earlier became(ResultSet row, StatementContext context) throws SQLException {
        String state = row.getString("state");
        if (state == null) {
            // Not yet an envelope, or never one for this chat.
            row.getLong("expanded");
            return row.wasNull() ? new Earlier.Waiting() : new Earlier.None();
        }
        if (state.equals(Messages.OPEN)) {
            return new Earlier.Waiting();
        }
        List<String> messages = Messages.read(row.getString("messages"));
        return messages.isEmpty() ? new Earlier.None() : new Earlier.Stands(messages);
    }
}
