package dev.bellwether.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bellwether.deliver.Outbox;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code notices}, and how its rows become those of {@code envelopes} and {@code queues}. */
final class OutboxTable implements Outbox {
    /** How many rows are deleted at a time, so that no transaction takes long. */
    private static final int PURGED_AT_ONCE = 1_000;

    /** Stands in a statement for the rows of a page. */
    private static final String PAGE = ":page";

    /** The lock that whoever expands holds, one process at a time; no other lock of the program has this number. */
    private static final long EXPANDING = 0x0bed_ca5e;

    private final Access access;

    OutboxTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean commit(Notice notice, Instant at) {
        Notice.Follow follow = notice.follow();
        return access.write(handle -> handle.createUpdate("""
                                INSERT INTO notices (notice_key, lane, card, audience, follow_key, follow_edit, created, expires,
                                    turn, pages)
                                VALUES (:key, :lane, :card, :audience, :followed, :edit, :at, :expires, 0, 0)
                                ON CONFLICT (notice_key) DO NOTHING
                                """)
                        .bind("key", notice.key())
                        .bind("lane", Lanes.number(notice.lane()))
                        .bind("card", NoticeJson.card(notice.card()))
                        .bind("audience", NoticeJson.audience(notice.audience()))
                        .bind("followed", follow == null ? null : follow.key())
                        .bind("edit", follow != null && follow.edit() ? 1 : 0)
                        .bind("at", at)
                        .bind("expires", notice.expires())
                        .execute()
                > 0);
    }

    /**
     * {@inheritDoc}
     *
     * <p>One process at a time: if two turned two notices into envelopes side by side, the later one's could be queued, and sent,
     * before the earlier one's in a chat that gets both.
     */
    @Override
    public Optional<Expansion> next() {
        String alone = access.dialect().alone(EXPANDING);
        String sql = """
                SELECT n.id, n.notice_key, n.lane, n.audience, n.turn, n.next_page FROM notices n
                WHERE n.expanded IS NULL ORDER BY n.lane, n.pages, n.id LIMIT 1
                """ + access.dialect().locking("n");
        return access.write(handle -> {
            if (!alone.isEmpty()) {
                handle.execute(alone);
            }
            return handle.createQuery(sql).map(OutboxTable::expansion).findOne();
        });
    }

    private static Expansion expansion(ResultSet row, StatementContext context) throws SQLException {
        return new Expansion(
                row.getLong("id"),
                row.getString("notice_key"),
                Lanes.of(row.getInt("lane")),
                audience(row.getString("audience")),
                row.getLong("turn"),
                row.getString("next_page"));
    }

    private static @Nullable Audience audience(String json) {
        try {
            return NoticeJson.audience(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @Override
    public void expand(Expansion expansion, List<ChatId> chats, @Nullable String next, Instant at) {
        access.write(handle -> {
            long turn = expansion.turn();
            if (!chats.isEmpty()) {
                turn = add(handle, expansion, chats, at);
            }
            return handle.createUpdate("""
                            UPDATE notices SET turn = :turn, pages = pages + 1, next_page = :next,
                                expanded = :expanded, audience = CASE WHEN :done = 1 THEN '' ELSE audience END
                            WHERE id = :id
                            """)
                    .bind("turn", turn)
                    .bind("next", next)
                    .bind("expanded", next == null ? at : null)
                    // Who was named one by one is not kept longer than the chats themselves are.
                    .bind("done", next == null ? 1 : 0)
                    .bind("id", expansion.id())
                    .execute();
        });
    }

    /** Three statements a page, however many chats are on it. Gives the turn of the next page's first. */
    private long add(Handle handle, Expansion expansion, List<ChatId> chats, Instant at) {
        Map<String, Long> turns = turns(handle, expansion.lane());
        long last = expansion.turn();
        List<List<Object>> rows = new ArrayList<>(chats.size());
        for (ChatId chat : distinct(chats)) {
            long turn = Math.max(turns.getOrDefault(chat.front(), 0L), expansion.turn()) + rows.size();
            last = Math.max(last, turn);
            rows.add(List.of(chat.front(), chat.id(), turn));
        }
        insert(handle, NoticeJson.rows(rows), expansion, at);
        return last + 1;
    }

    /** Each chat once, by the name it has in the database. */
    private static Set<ChatId> distinct(List<ChatId> chats) {
        return chats.stream()
                .map(chat -> new ChatId(Bindings.clean(chat.front()), Bindings.clean(chat.id())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Chats are taken in the order of their numbers throughout, so that no two processes wait for each other. CROSS JOIN makes SQLite begin
     * with the page, which has no index.
     */
    private void insert(Handle handle, String json, Expansion expansion, Instant at) {
        handle.createUpdate("""
                        INSERT INTO chats (front, chat, first_seen, last_seen)
                        SELECT r.front, r.chat, :at, :at FROM :page r WHERE true ORDER BY r.front, r.chat
                        ON CONFLICT (front, chat) DO NOTHING
                        """.replace(PAGE, access.dialect().rows()))
                .bind("rows", json)
                .bind("at", at)
                .execute();
        handle.createUpdate("""
                        INSERT INTO envelopes (notice_id, chat_id, lane, state, ended, detail)
                        SELECT :notice, c.id, :lane, CASE WHEN c.retired IS NULL THEN 'OPEN' ELSE 'DEAD' END,
                            CASE WHEN c.retired IS NULL THEN NULL ELSE :at END, c.retired_why
                        FROM :page r CROSS JOIN chats c WHERE c.front = r.front AND c.chat = r.chat ORDER BY c.id
                        ON CONFLICT (notice_id, chat_id) DO NOTHING
                        """.replace(PAGE, access.dialect().rows()))
                .bind("rows", json)
                .bind("notice", expansion.id())
                .bind("lane", Lanes.number(expansion.lane()))
                .bind("at", at)
                .execute();
        // The update locks the row: whoever sends its last envelope now sees ours before deleting it. A chat in both a
        // large
        // and a small audience moves up to its place in the small one.
        handle.createUpdate("""
                        INSERT INTO queues (chat_id, lane, front, turn)
                        SELECT c.id, :lane, c.front, r.turn FROM :page r CROSS JOIN chats c CROSS JOIN envelopes e
                        WHERE c.front = r.front AND c.chat = r.chat
                            AND e.notice_id = :notice AND e.chat_id = c.id AND e.state = 'OPEN'
                        ORDER BY c.id
                        ON CONFLICT (chat_id, lane) DO UPDATE
                        SET turn = CASE WHEN excluded.turn < queues.turn THEN excluded.turn ELSE queues.turn END
                        """.replace(PAGE, access.dialect().rows()))
                .bind("rows", json)
                .bind("notice", expansion.id())
                .bind("lane", Lanes.number(expansion.lane()))
                .execute();
    }

    private static Map<String, Long> turns(Handle handle, Lane lane) {
        Map<String, Long> turns = new HashMap<>();
        handle.createQuery("SELECT front, turn FROM turns WHERE lane = :lane")
                .bind("lane", Lanes.number(lane))
                .map((row, context) -> Map.entry(row.getString("front"), row.getLong("turn")))
                .forEach(entry -> turns.put(entry.getKey(), entry.getValue()));
        return turns;
    }

    private record Stored(String key, String card) {}

    @Override
    public Card card(long notice) {
        Stored stored = access.read(handle -> handle.createQuery("SELECT notice_key, card FROM notices WHERE id = :id")
                        .bind("id", notice)
                        .map((row, context) -> new Stored(row.getString("notice_key"), row.getString("card")))
                        .findOne())
                .orElseThrow(() -> new UnreadableNotice(Long.toString(notice), null));
        try {
            return NoticeJson.card(stored.card());
        } catch (JsonProcessingException e) {
            throw new UnreadableNotice(stored.key(), e);
        }
    }

    @Override
    public int purge(Instant before) {
        return access.write(handle -> {
            int envelopes = handle.createUpdate("""
                            DELETE FROM envelopes WHERE id IN (
                                SELECT e.id FROM notices n JOIN envelopes e ON e.notice_id = n.id
                                WHERE n.created < :before AND e.state <> 'OPEN' ORDER BY n.created LIMIT :most)
                            """)
                    .bind("before", before)
                    .bind("most", PURGED_AT_ONCE)
                    .execute();
            return envelopes
                    + handle.createUpdate("""
                            DELETE FROM notices WHERE id IN (
                                SELECT n.id FROM notices n WHERE n.created < :before AND n.expanded IS NOT NULL
                                AND NOT EXISTS (SELECT 1 FROM envelopes e WHERE e.notice_id = n.id)
                                ORDER BY n.created LIMIT :most)
                            """)
                            .bind("before", before)
                            .bind("most", PURGED_AT_ONCE)
                            .execute();
        });
    }
}
