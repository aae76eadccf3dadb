package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code chats} holds: nothing about a person, who may be in many. All that refers to a chat goes with it. */
final class ChatMemory implements Remembered {
    @Override
    public String table() {
        return "chats";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (scope.isPerson()) {
            return List.of();
        }
        return Kept.of(
                Memory.Kind.CHAT,
                scope.bind(handle.createQuery("SELECT * FROM chats WHERE id IN (" + scope.chats() + ")"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("first-seen", Bindings.moment(row, "first_seen").toString());
        entry.put("last-seen", Bindings.moment(row, "last_seen").toString());
        Kept.put(entry, "zone", row.getString("zone"));
        Kept.put(entry, "language", row.getString("language"));
        int from = row.getInt("quiet_from");
        if (!row.wasNull()) {
            entry.put("quiet-from", LocalTime.MIDNIGHT.plusMinutes(from).toString());
            entry.put(
                    "quiet-to",
                    LocalTime.MIDNIGHT.plusMinutes(row.getInt("quiet_to")).toString());
        }
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (!scope.isPerson()) {
            scope.bind(handle.createUpdate("DELETE FROM chats WHERE id IN (" + scope.chats() + ")"))
                    .execute();
        }
    }

    /** {@link ChatTable} moves the chat itself. */
    @Override
    public void move(Handle handle, long from, long to) {}
}
