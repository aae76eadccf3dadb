package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code member_levels} holds. */
final class MemberLevelMemory implements Remembered {
    @Override
    public String table() {
        return "member_levels";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        return Kept.of(
                Memory.Kind.LEVEL,
                scope.bind(handle.createQuery("SELECT c.chat, l.* FROM member_levels l"
                                + " JOIN chats c ON c.id = l.chat_id WHERE l." + scope.rows("member")
                                + " ORDER BY l.id"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("member", row.getString("member"));
        entry.put("symbol", row.getString("listing"));
        entry.put("price", Double.toString(row.getDouble("price")));
        Kept.put(entry, "note", row.getString("note"));
        entry.put("added", Bindings.moment(row, "added").toString());
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        scope.bind(handle.createUpdate("DELETE FROM member_levels WHERE " + scope.rows("member")))
                .execute();
        MemberLevelTable.turn(handle);
    }

    /** A level that a member set in both chats stays as it is in the new one. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE member_levels SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM member_levels there WHERE there.chat_id = :to
                            AND there.member = member_levels.member AND there.listing = member_levels.listing
                            AND there.price = member_levels.price)
                        """).bind("from", from).bind("to", to).execute();
    }
}
