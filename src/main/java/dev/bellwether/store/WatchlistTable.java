package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.Watchlists;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code watchlist}. */
final class WatchlistTable implements Watchlists {
    private final Access access;

    WatchlistTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean add(ChatId chat, String member, String symbol, Instant at) {
        return access.write(handle -> {
            ChatTable.ensure(handle, chat, at);
            int added = handle.createUpdate("""
                            INSERT INTO watchlist (chat_id, member, symbol, added)
                            SELECT id, :member, :symbol, :at FROM chats WHERE front = :front AND chat = :chat
                            ON CONFLICT (chat_id, member, symbol) DO NOTHING
                            """)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("member", member)
                    .bind("symbol", symbol)
                    .bind("at", at)
                    .execute();
            return changed(handle, chat, member, added);
        });
    }

    /** The member's alerts may be about the list. */
    private static boolean changed(Handle handle, ChatId chat, String member, int rows) {
        if (rows > 0) {
            AlertChanges.note(
                    handle,
                    "member = :member AND chat_id = (SELECT id FROM chats WHERE front = :front AND chat = :chat)",
                    Map.of("member", member, "front", chat.front(), "chat", chat.id()));
        }
        return rows > 0;
    }

    @Override
    public boolean remove(ChatId chat, String member, String symbol) {
        return access.write(handle -> {
            int removed = handle.createUpdate("""
                            DELETE FROM watchlist WHERE member = :member AND symbol = :symbol
                            AND chat_id = (SELECT id FROM chats WHERE front = :front AND chat = :chat)
                            """)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("member", member)
                    .bind("symbol", symbol)
                    .execute();
            return changed(handle, chat, member, removed);
        });
    }

    @Override
    public List<String> list(ChatId chat, String member) {
        return access.read(handle -> handle.createQuery("""
                        SELECT w.symbol FROM watchlist w JOIN chats c ON c.id = w.chat_id
                        WHERE c.front = :front AND c.chat = :chat AND w.member = :member
                        ORDER BY w.position
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("member", member)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<String> ofChat(ChatId chat) {
        return access.read(handle -> handle.createQuery("""
                        SELECT w.symbol FROM watchlist w JOIN chats c ON c.id = w.chat_id
                        WHERE c.front = :front AND c.chat = :chat
                        GROUP BY w.symbol ORDER BY COUNT(*) DESC, w.symbol
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(String.class)
                .list());
    }
}
