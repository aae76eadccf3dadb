package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code muted_topics} holds: of chats, and so of whoever is alone in one with the bot. */
final class MuteMemory implements Remembered {
    @Override
    public String table() {
        return "muted_topics";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        return Scope.ofWholeOrPrivate(subject)
                .map(scope -> Kept.of(
                        Memory.Kind.MUTED,
                        scope.bind(handle.createQuery("SELECT c.chat, m.topic, m.since, m.ends FROM muted_topics m"
                                        + " JOIN chats c ON c.id = m.chat_id WHERE m." + scope.rows("member")
                                        + " ORDER BY m.topic"))
                                .map((row, context) -> entry(row))
                                .list()))
                .orElse(List.of());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("topic", row.getString("topic"));
        entry.put("since", Bindings.moment(row, "since").toString());
        Instant ends = Bindings.momentOrNull(row, "ends");
        Kept.put(entry, "until", ends == null ? null : ends.toString());
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope.ofWholeOrPrivate(subject)
                .ifPresent(scope -> scope.bind(
                                handle.createUpdate("DELETE FROM muted_topics WHERE " + scope.rows("member")))
                        .execute());
    }

    /** What the new chat has muted stays as it has it. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE muted_topics SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM muted_topics there
                            WHERE there.chat_id = :to AND there.topic = muted_topics.topic)
                        """).bind("from", from).bind("to", to).execute();
    }
}
