package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Subscriptions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables {@code subscriptions} and {@code muted_topics}. */
final class SubscriptionTable implements Subscriptions {
    private static final int LONGEST = 200;

    private static final String CHAT = "(SELECT id FROM chats WHERE front = :front AND chat = :chat)";

    private final Access access;

    SubscriptionTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean add(ChatId chat, String topic, Instant at) {
        check(topic);
        return access.write(handle -> {
            ChatTable.ensure(handle, chat, at);
            return handle.createUpdate("""
                                    INSERT INTO subscriptions (topic, chat_id, since)
                                    SELECT :topic, id, :at FROM chats WHERE front = :front AND chat = :chat
                                    ON CONFLICT (topic, chat_id) DO NOTHING
                                    """)
                            .bind("topic", topic)
                            .bind("at", at)
                            .bind("front", chat.front())
                            .bind("chat", chat.id())
                            .execute()
                    > 0;
        });
    }

    @Override
    public boolean remove(ChatId chat, String topic) {
        return access.write(handle -> handle.createUpdate("""
                                DELETE FROM subscriptions WHERE topic = :topic
                                AND chat_id = (SELECT id FROM chats WHERE front = :front AND chat = :chat)
                                """)
                        .bind("topic", topic)
                        .bind("front", chat.front())
                        .bind("chat", chat.id())
                        .execute()
                > 0);
    }

    @Override
    public List<String> of(ChatId chat) {
        return access.read(handle -> handle.createQuery("""
                        SELECT s.topic FROM subscriptions s JOIN chats c ON c.id = s.chat_id
                        WHERE c.front = :front AND c.chat = :chat ORDER BY s.topic
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(String.class)
                .list());
    }

    private static void check(String topic) {
        if (topic.isBlank() || topic.length() > LONGEST) {
            throw new IllegalArgumentException("no topic: " + topic);
        }
    }

    /** What is over by then is thrown away with it. */
    @Override
    public void mute(ChatId chat, String topic, @Nullable Instant until, Instant at) {
        check(topic);
        access.write(handle -> {
            ChatTable.ensure(handle, chat, at);
            handle.createUpdate("DELETE FROM muted_topics WHERE chat_id = " + CHAT + " AND ends <= :at")
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("at", at)
                    .execute();
            return handle.createUpdate("""
                            INSERT INTO muted_topics (chat_id, topic, since, ends)
                            SELECT id, :topic, :at, :until FROM chats WHERE front = :front AND chat = :chat
                            ON CONFLICT (chat_id, topic) DO UPDATE SET since = excluded.since, ends = excluded.ends
                            """)
                    .bind("topic", topic)
                    .bind("at", at)
                    .bind("until", until)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .execute();
        });
    }

    @Override
    public boolean unmute(ChatId chat, String topic) {
        return access.write(
                handle -> handle.createUpdate("DELETE FROM muted_topics WHERE topic = :topic AND chat_id = " + CHAT)
                                .bind("topic", topic)
                                .bind("front", chat.front())
                                .bind("chat", chat.id())
                                .execute()
                        > 0);
    }

    @Override
    public List<Mute> muted(ChatId chat, Instant now) {
        return access.read(handle -> handle.createQuery("SELECT topic, ends FROM muted_topics WHERE chat_id = " + CHAT
                        + " AND (ends IS NULL OR ends > :now) ORDER BY topic")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("now", now)
                .map((row, context) -> new Mute(row.getString("topic"), Bindings.momentOrNull(row, "ends")))
                .list());
    }
}
