package dev.bellwether.store;

import dev.bellwether.analyst.Mark;
import dev.bellwether.analyst.Marks;
import dev.bellwether.talk.ChatId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code fact_marks}. */
final class MarkTable implements Marks {
    private final Access access;

    MarkTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean add(ChatId chat, String fact, String symbol, String member, String reason, Instant at) {
        return access.write(handle -> {
            ChatTable.ensure(handle, chat, at);
            int added = handle.createUpdate("""
                            INSERT INTO fact_marks (chat_id, fact_key, symbol, member, reason, marked, state)
                            SELECT id, :fact, :symbol, :member, :reason, :at, 'OPEN' FROM chats
                            WHERE front = :front AND chat = :chat
                            ON CONFLICT (chat_id, fact_key) DO NOTHING
                            """)
                    .bind("front", chat.front())
                    .bind("chat", chat.id())
                    .bind("fact", fact)
                    .bind("symbol", symbol)
                    .bind("member", member)
                    .bind("reason", reason)
                    .bind("at", at)
                    .execute();
            return added > 0;
        });
    }

    @Override
    public boolean settle(ChatId chat, String fact, boolean accepted, String manager, Instant at) {
        return access.write(handle -> handle.createUpdate("""
                                UPDATE fact_marks SET state = :state, settled_by = :manager, settled = :at
                                WHERE fact_key = :fact AND state = 'OPEN'
                                AND chat_id = (SELECT id FROM chats WHERE front = :front AND chat = :chat)
                                """)
                        .bind("front", chat.front())
                        .bind("chat", chat.id())
                        .bind("fact", fact)
                        .bind("state", (accepted ? Mark.State.ACCEPTED : Mark.State.REJECTED).name())
                        .bind("manager", manager)
                        .bind("at", at)
                        .execute()
                > 0);
    }

    @Override
    public List<Mark> of(ChatId chat, String symbol) {
        return access.read(handle -> handle.createQuery("""
                        SELECT m.* FROM fact_marks m JOIN chats c ON c.id = m.chat_id
                        WHERE c.front = :front AND c.chat = :chat AND m.symbol = :symbol
                        ORDER BY m.marked, m.fact_key
                        """)
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .bind("symbol", symbol)
                .map(MarkTable::map)
                .list());
    }

    private static Mark map(ResultSet row, StatementContext context) throws SQLException {
        return new Mark(
                row.getString("fact_key"),
                row.getString("symbol"),
                row.getString("member"),
                row.getString("reason"),
                Bindings.moment(row, "marked"),
                Mark.State.valueOf(row.getString("state")),
                row.getString("settled_by"));
    }
}
