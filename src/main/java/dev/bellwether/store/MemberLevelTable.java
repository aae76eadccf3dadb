package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.level.MemberLevel;
import dev.bellwether.watch.level.MemberLevels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code member_levels}. */
final class MemberLevelTable implements MemberLevels {
    private static final String SELECT = """
            SELECT l.id, c.front, c.chat, l.member, l.listing, l.price, l.note, l.added
            FROM member_levels l JOIN chats c ON c.id = l.chat_id
            """;

    private final Access access;

    MemberLevelTable(Access access) {
        this.access = access;
    }

    /** Lets every process know that something changed. */
    static void turn(Handle handle) {
        handle.execute("UPDATE member_levels_turn SET taken = taken + 1");
    }

    @Override
    public Optional<MemberLevel> add(
            ChatId chat, String member, String listing, double price, String note, Instant at) {
        return access.write(handle -> {
            ChatTable.ensure(handle, chat, at);
            int added = handle.createUpdate("""
                            INSERT INTO member_levels (chat_id, member, listing, price, note, added)
                            SELECT id, :member, :listing, :price, :note, :at FROM chats
                            WHERE front = :front AND chat = :chat
                            ON CONFLICT (chat_id, member, listing, price) DO NOTHING
                            """)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("member", member)
                    .bind("listing", listing)
                    .bind("price", price)
                    .bind("note", note)
                    .bind("at", at)
                    .execute();
            if (added == 0) {
                return Optional.empty();
            }
            turn(handle);
            return handle.createQuery(SELECT + """
                            WHERE c.front = :front AND c.chat = :chat AND l.member = :member AND l.listing = :listing
                            AND l.price = :price
                            """)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("member", member)
                    .bind("listing", listing)
                    .bind("price", price)
                    .map((row, context) -> map(row))
                    .findOne();
        });
    }

    @Override
    public boolean remove(long id) {
        return access.write(handle -> {
            int gone = handle.createUpdate("DELETE FROM member_levels WHERE id = :id")
                    .bind("id", id)
                    .execute();
            if (gone > 0) {
                turn(handle);
            }
            return gone > 0;
        });
    }

    @Override
    public List<MemberLevel> of(ChatId chat, String listing) {
        return access.read(handle -> handle.createQuery(
                        SELECT + "WHERE c.front = :front AND c.chat = :chat AND l.listing = :listing ORDER BY l.id")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("listing", listing)
                .map((row, context) -> map(row))
                .list());
    }

    @Override
    public int count(ChatId chat, String member) {
        return access.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM member_levels l JOIN chats c ON c.id = l.chat_id
                        WHERE c.front = :front AND c.chat = :chat AND l.member = :member
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("member", member)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<MemberLevel> on(String listing) {
        return access.read(
                handle -> handle.createQuery(SELECT + "WHERE l.listing = :listing AND c.retired IS NULL ORDER BY l.id")
                        .bind("listing", listing)
                        .map((row, context) -> map(row))
                        .list());
    }

    @Override
    public List<String> listings() {
        return access.read(handle -> handle.createQuery("""
                        SELECT DISTINCT l.listing FROM member_levels l JOIN chats c ON c.id = l.chat_id
                        WHERE c.retired IS NULL ORDER BY l.listing
                        """).mapTo(String.class).list());
    }

    @Override
    public Optional<MemberLevel> byId(long id) {
        return access.read(handle -> handle.createQuery(SELECT + "WHERE l.id = :id")
                .bind("id", id)
                .map((row, context) -> map(row))
                .findOne());
    }

    @Override
    public long version() {
        return access.read(handle -> handle.createQuery("SELECT taken FROM member_levels_turn")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void rescale(String listing, double factor) {
        access.write(handle -> {
            turn(handle);
            return handle.createUpdate("UPDATE member_levels SET price = price * :factor WHERE listing = :listing")
                    .bind("factor", factor)
                    .bind("listing", listing)
                    .execute();
        });
    }

    private static MemberLevel map(ResultSet row) throws SQLException {
        return new MemberLevel(
                row.getLong("id"),
                new ChatId(row.getString("front"), row.getString("chat")),
                row.getString("member"),
                row.getString("listing"),
                row.getDouble("price"),
                row.getString("note"),
                Bindings.moment(row, "added"));
    }
}
