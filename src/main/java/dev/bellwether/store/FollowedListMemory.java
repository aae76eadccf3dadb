package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Memory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What {@code followed_topics} holds: of whose list it is, of the chat the list belongs to, and of the chat that is told. */
final class FollowedListMemory implements Remembered {
    @Override
    public String table() {
        return "followed_topics";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        Rows rows = Rows.of(subject);
        return Kept.of(
                Memory.Kind.FOLLOWED,
                handle.createQuery("SELECT t.chat, l.chat AS list, f.member, f.topic, f.since FROM followed_topics f"
                                + " JOIN chats t ON t.id = f.chat_id JOIN chats l ON l.id = f.list_chat_id WHERE "
                                + rows.condition() + " ORDER BY f.topic, t.id, l.id, f.member")
                        .bindMap(rows.values())
                        .map((row, context) -> entry(row))
                        .list());
    }

    private static Map<String, String> entry(ResultSet row) throws SQLException {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("chat", row.getString("chat"));
        entry.put("list-of-chat", row.getString("list"));
        entry.put("member", row.getString("member"));
        entry.put("topic", row.getString("topic"));
        entry.put("since", Bindings.moment(row, "since").toString());
        return entry;
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Rows rows = Rows.of(subject);
        handle.createUpdate("DELETE FROM followed_topics AS f WHERE " + rows.condition())
                .bindMap(rows.values())
                .execute();
    }

    /**
     * The rows of a subject in the table {@code f}: of a person those of its lists and those told in its private chat; of a chat those
     * told in it and those of the lists in it.
     */
    private record Rows(String condition, Map<String, String> values) {
        static Rows of(Memory.Subject subject) {
            Scope scope = Scope.of(subject);
            String lists = "f.list_" + scope.rows("f.member");
            Optional<ChatId> told = Scope.toldIn(subject);
            if (told.isEmpty()) {
                return new Rows(lists, scope.values());
            }
            Map<String, String> values = new HashMap<>(scope.values());
            values.put("told_front", told.get().front());
            values.put("told_chat", told.get().id());
            return new Rows(
                    "(" + lists
                            + " OR f.chat_id IN (SELECT id FROM chats WHERE front = :told_front AND chat = :told_chat))",
                    values);
        }
    }

    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        UPDATE followed_topics SET chat_id = :to WHERE chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM followed_topics there WHERE there.chat_id = :to
                            AND there.topic = followed_topics.topic AND there.list_chat_id = followed_topics.list_chat_id
                            AND there.member = followed_topics.member)
                        """).bind("from", from).bind("to", to).execute();
        handle.createUpdate("""
                        UPDATE followed_topics SET list_chat_id = :to WHERE list_chat_id = :from AND NOT EXISTS (
                            SELECT 1 FROM followed_topics there WHERE there.list_chat_id = :to
                            AND there.topic = followed_topics.topic AND there.chat_id = followed_topics.chat_id
                            AND there.member = followed_topics.member)
                        """).bind("from", from).bind("to", to).execute();
    }
}
