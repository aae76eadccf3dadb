package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What {@code subscriptions} holds: of chats, and so of whoever is alone in one with the bot. */
final class SubscriptionMemory implements Remembered {
    @Override
    public String table() {
        return "subscriptions";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        return Scope.ofWholeOrPrivate(subject)
                .map(scope -> Kept.of(
                        Memory.Kind.SUBSCRIBED,
                        scope.bind(handle.createQuery("SELECT c.chat, s.topic, s.since FROM subscriptions s"
                                        + " JOIN chats c ON c.id = s.chat_id WHERE s." + scope.rows("member")
                                        + " ORDER BY s.topic"))
                                .map((row, context) -> entry(row))
                                .list()))
                .orElse(List.of());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("topic", row.getString("topic"));
        entry.put("since", Bindings.moment(row, "since").toString());
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope.ofWholeOrPrivate(subject)
                .ifPresent(scope -> scope.bind(
                                handle.createUpdate("DELETE FROM subscriptions WHERE " + scope.rows("member")))
                        .execute());
    }

    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE subscriptions SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM subscriptions there
                            WHERE there.chat_id = :to AND there.topic = subscriptions.topic)
                        """).bind("from", from).bind("to", to).execute();
    }
}
