package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code envelopes} holds: what was sent to a chat, or is to be, and what came of it. Of chats, not of the people in them. */
final class EnvelopeMemory implements Remembered {
    @Override
    public String table() {
        return "envelopes";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (scope.isPerson()) {
            return List.of();
        }
        return Kept.of(
                Memory.Kind.MESSAGE,
                scope.bind(handle.createQuery("SELECT c.chat, n.notice_key, n.created, e.state, e.ended, e.messages"
                                + " FROM envelopes e JOIN notices n ON n.id = e.notice_id"
                                + " JOIN chats c ON c.id = e.chat_id WHERE e." + scope.rows("member")
                                + " ORDER BY e.id"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("notice", row.getString("notice_key"));
        entry.put("posted", Bindings.moment(row, "created").toString());
        entry.put("state", row.getString("state"));
        Kept.put(entry, "ended", ended(row));
        Kept.put(entry, "messages", row.getString("messages").replace('\n', ' '));
        return entry;
    }

    private static String ended(ResultSet row) throws SQLException {
        long at = row.getLong("ended");
        return row.wasNull() || at == 0 ? "" : Bindings.moment(row, "ended").toString();
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (!scope.isPerson()) {
            scope.bind(handle.createUpdate("DELETE FROM envelopes WHERE " + scope.rows("member")))
                    .execute();
        }
    }

    /** A notice that both get comes once. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE envelopes SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM envelopes o WHERE o.notice_id = envelopes.notice_id AND o.chat_id = :to)
                        """).bind("from", from).bind("to", to).execute();
    }
}
