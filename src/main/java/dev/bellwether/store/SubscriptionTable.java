package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Subscriptions;
import java.time.Instant;
import java.util.List;

/** The table {@code subscriptions}. */
final class SubscriptionTable implements Subscriptions {
    private static final int LONGEST = 200;

    private final Access access;

    SubscriptionTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean add(ChatId chat, String topic, Instant at) {
        if (topic.isBlank() || topic.length() > LONGEST) {
            throw new IllegalArgumentException("no topic: " + topic);
        }
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
}
