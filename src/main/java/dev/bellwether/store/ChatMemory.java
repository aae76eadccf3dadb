package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code chats} holds: of a person only that it is who set the bot up. All that refers to a chat goes with it. */
final class ChatMemory implements Remembered {
    @Override
    public String table() {
        return "chats";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (scope.isPerson()) {
            return Kept.of(
                    Memory.Kind.SET_UP,
                    scope.bind(handle.createQuery("SELECT chat FROM chats WHERE " + setUpBy(scope)))
                            .map((row, context) -> Map.of("chat", row.getString("chat")))
                            .list());
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
        Kept.put(entry, "set-up-by", row.getString("owner"));
        Kept.put(entry, "zone", row.getString("zone"));
        Kept.put(entry, "language", row.getString("language"));
        int from = row.getInt("quiet_from");
        if (!row.wasNull()) {
            entry.put("quiet-from", LocalTime.MIDNIGHT.plusMinutes(from).toString());
            entry.put(
                    "quiet-to",
                    LocalTime.MIDNIGHT.plusMinutes(row.getInt("quiet_to")).toString());
        }
        if (row.getInt("cashtags") != 0) {
            entry.put("cashtags", "on");
        }
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        String statement = scope.isPerson()
                ? "UPDATE chats SET owner = NULL WHERE " + setUpBy(scope)
                : "DELETE FROM chats WHERE id IN (" + scope.chats() + ")";
        scope.bind(handle.createUpdate(statement)).execute();
    }

    private static String setUpBy(Scope scope) {
        return "id IN (" + scope.chats() + ") AND owner = :member";
    }

    /** {@link ChatTable} moves the chat itself. */
    @Override
    public void move(Handle handle, long from, long to) {}
}
