package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code watchlist} holds. */
final class WatchlistMemory implements Remembered {
    @Override
    public String table() {
        return "watchlist";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        return Kept.of(
                Memory.Kind.WATCHED,
                scope.bind(handle.createQuery("SELECT c.chat, w.member, w.symbol, w.added FROM watchlist w"
                                + " JOIN chats c ON c.id = w.chat_id WHERE w." + scope.rows("member")
                                + " ORDER BY w.position"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("member", row.getString("member"));
        entry.put("symbol", row.getString("symbol"));
        entry.put("added", Bindings.moment(row, "added").toString());
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        scope.bind(handle.createUpdate("DELETE FROM watchlist WHERE " + scope.rows("member")))
                .execute();
    }

    /** A symbol that stands on both lists keeps the place it has on the new one. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE watchlist SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM watchlist there WHERE there.chat_id = :to
                            AND there.member = watchlist.member AND there.symbol = watchlist.symbol)
                        """).bind("from", from).bind("to", to).execute();
    }
}
