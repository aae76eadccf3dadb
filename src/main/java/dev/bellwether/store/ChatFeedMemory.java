package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code chat_feeds} holds: the feeds are the chat's, the name of who added each is a person's. */
final class ChatFeedMemory implements Remembered {
    @Override
    public String table() {
        return "chat_feeds";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        return Kept.of(
                Memory.Kind.FEED,
                scope.bind(handle.createQuery("SELECT c.chat, f.* FROM chat_feeds f JOIN chats c ON c.id = f.chat_id"
                                + " WHERE f." + scope.rows("member") + " ORDER BY f.position"))
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("address", row.getString("address"));
        Kept.put(entry, "title", row.getString("title"));
        Kept.put(entry, "filter", row.getString("filter"));
        entry.put("delivery", row.getString("delivery"));
        Kept.put(entry, "language", row.getString("language"));
        Kept.put(entry, "member", row.getString("member"));
        entry.put("added", Bindings.moment(row, "added").toString());
        return entry;
    }

    /** A person's name is taken out; the chat goes on following the feed. */
    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        String statement = scope.isPerson()
                ? "UPDATE chat_feeds SET member = '" + MarkMemory.NOBODY + "' WHERE "
                : "DELETE FROM chat_feeds WHERE ";
        scope.bind(handle.createUpdate(statement + scope.rows("member"))).execute();
    }

    /** A feed that both follow keeps what the new chat has chosen. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE chat_feeds SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM chat_feeds there
                            WHERE there.chat_id = :to AND there.address = chat_feeds.address)
                        """).bind("from", from).bind("to", to).execute();
    }
}
