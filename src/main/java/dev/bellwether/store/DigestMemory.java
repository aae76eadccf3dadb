package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code digests} holds: of chats, not of the people in them. What a digest told goes with it. */
final class DigestMemory implements Remembered {
    @Override
    public String table() {
        return "digests";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (scope.isPerson()) {
            return List.of();
        }
        return Kept.of(
                Memory.Kind.DIGEST,
                scope.bind(handle.createQuery("SELECT d.*, c.chat FROM digests d JOIN chats c ON c.id = d.chat_id"
                                + " WHERE d." + scope.rows("member") + " ORDER BY d.number"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("number", row.getString("number"));
        entry.put("digest", row.getString("spec"));
        entry.put("created", Bindings.moment(row, "created").toString());
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (!scope.isPerson()) {
            scope.bind(handle.createUpdate("DELETE FROM digests WHERE " + scope.rows("member")))
                    .execute();
        }
    }

    /** Those of the chat that is left get the numbers behind those that are there; one that is there already is not taken along. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        DELETE FROM digests WHERE chat_id = :from AND EXISTS (
                            SELECT 1 FROM digests there WHERE there.chat_id = :to AND there.spec = digests.spec)
                        """).bind("from", from).bind("to", to).execute();
        long highest = handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM digests WHERE chat_id = :to")
                .bind("to", to)
                .mapTo(Long.class)
                .one();
        handle.createUpdate("UPDATE digests SET chat_id = :to, number = number + :highest WHERE chat_id = :from")
                .bind("from", from)
                .bind("to", to)
                .bind("highest", highest)
                .execute();
    }
}
