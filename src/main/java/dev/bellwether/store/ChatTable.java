package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The table {@code chats}. */
final class ChatTable implements Chats {
    private final Access access;

    ChatTable(Access access) {
        this.access = access;
    }

    @Override
    public void seen(ChatId chat, Instant at) {
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO chats (front, chat, first_seen, last_seen) VALUES (:front, :chat, :at, :at)
                        ON CONFLICT (front, chat) DO UPDATE SET last_seen = excluded.last_seen
                        WHERE excluded.last_seen > chats.last_seen
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("at", at)
                .execute());
    }

    @Override
    public long count() {
        return access.read(handle -> handle.createQuery("SELECT COUNT(*) FROM chats")
                .mapTo(Long.class)
                .one());
    }

    /** Makes sure that a chat has a row that others can refer to. */
    static void ensure(Handle handle, ChatId chat, Instant at) {
        handle.createUpdate("""
                        INSERT INTO chats (front, chat, first_seen, last_seen) VALUES (:front, :chat, :at, :at)
                        ON CONFLICT (front, chat) DO NOTHING
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("at", at)
                .execute();
    }
}
