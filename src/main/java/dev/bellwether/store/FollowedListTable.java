package dev.bellwether.store;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.FollowedLists;
import dev.bellwether.watch.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code followed_topics}. */
final class FollowedListTable implements FollowedLists {
    /** Ends the topic of the row that says that a list is followed; no symbol is so called. */
    private static final String MARK = ":@";

    private static final String TOLD = "(SELECT id FROM chats WHERE front = :front AND chat = :told)";
    private static final String LIST = "(SELECT id FROM chats WHERE front = :list_front AND chat = :list)";
    private static final String ROWS = "chat_id = " + TOLD + " AND list_chat_id = " + LIST + " AND member = :member";

    private final Access access;

    FollowedListTable(Access access) {
        this.access = access;
    }

    private static String mark(Topic.Kind kind) {
        return kind.word() + MARK;
    }

    private static <T extends SqlStatement<T>> T bind(T statement, Followed followed) {
        return statement
                .bind("front", followed.told().front())
                .bind("told", followed.told().id())
                .bind("list_front", followed.list().front())
                .bind("list", followed.list().id())
                .bind("member", followed.member());
    }

    @Override
    public boolean add(Followed followed, Instant at) {
        return access.write(handle -> {
            ChatTable.ensure(handle, followed.told(), at);
            ChatTable.ensure(handle, followed.list(), at);
            return insert(handle, followed, mark(followed.kind()), at) > 0;
        });
    }

    private static int insert(Handle handle, Followed followed, String topic, Instant at) {
        return bind(handle.createUpdate("""
                                INSERT INTO followed_topics (topic, chat_id, list_chat_id, member, since)
                                SELECT :topic, t.id, l.id, :member, :at FROM chats t CROSS JOIN chats l
                                WHERE t.front = :front AND t.chat = :told AND l.front = :list_front AND l.chat = :list
                                ON CONFLICT (topic, chat_id, list_chat_id, member) DO NOTHING
                                """), followed)
                .bind("topic", topic)
                .bind("at", at)
                .execute();
    }

    @Override
    public boolean remove(Followed followed) {
        return access.write(handle -> {
            List<String> topics = topics(handle, followed);
            topics.forEach(topic -> delete(handle, followed, topic));
            return topics.contains(mark(followed.kind()));
        });
    }

    /** Those of its kind, the mark too. */
    private static List<String> topics(Handle handle, Followed followed) {
        return bind(
                        handle.createQuery(
                                "SELECT topic FROM followed_topics WHERE " + ROWS + " AND topic LIKE :kind || ':%'"),
                        followed)
                .bind("kind", followed.kind().word())
                .mapTo(String.class)
                .list();
    }

    private static void delete(Handle handle, Followed followed, String topic) {
        bind(handle.createUpdate("DELETE FROM followed_topics WHERE " + ROWS + " AND topic = :topic"), followed)
                .bind("topic", topic)
                .execute();
    }

    @Override
    public void set(Followed followed, Set<String> symbols, Instant at) {
        access.write(handle -> {
            Set<String> before = new HashSet<>(topics(handle, followed));
            if (!before.remove(mark(followed.kind()))) {
                return 0;
            }
            for (String symbol : symbols) {
                String topic = new Topic(followed.kind(), symbol).name();
                if (!before.remove(topic)) {
                    insert(handle, followed, topic, at);
                }
            }
            before.forEach(topic -> delete(handle, followed, topic));
            return 0;
        });
    }

    private static final String SELECT = """
            SELECT t.front AS told_front, t.chat AS told_chat, l.front AS list_front, l.chat AS list_chat, f.member, f.topic
            FROM followed_topics f JOIN chats t ON t.id = f.chat_id JOIN chats l ON l.id = f.list_chat_id
            WHERE f.topic LIKE '%:@' AND
            """;

    @Override
    public List<Followed> toldIn(ChatId chat) {
        return access.read(handle -> handle.createQuery(SELECT + " f.chat_id = " + TOLD + " ORDER BY f.topic, l.id")
                .bind("front", chat.front())
                .bind("told", chat.id())
                .map(FollowedListTable::followed)
                .list());
    }

    @Override
    public List<Followed> of(ChatId list, String member) {
        return access.read(handle -> handle.createQuery(
                        SELECT + " f.list_chat_id = " + LIST + " AND f.member = :member ORDER BY f.topic, t.id")
                .bind("list_front", list.front())
                .bind("list", list.id())
                .bind("member", member)
                .map(FollowedListTable::followed)
                .list());
    }

    private static Followed followed(ResultSet row, StatementContext context) throws SQLException {
        String topic = row.getString("topic");
        return new Followed(
                new ChatId(row.getString("told_front"), row.getString("told_chat")),
                new ChatId(row.getString("list_front"), row.getString("list_chat")),
                row.getString("member"),
                Topic.Kind.of(topic.substring(0, topic.length() - MARK.length()))
                        .orElseThrow());
    }

    @Override
    public List<String> topics(ChatId chat) {
        return access.read(handle -> handle.createQuery("SELECT DISTINCT topic FROM followed_topics WHERE chat_id = "
                        + TOLD + " AND topic NOT LIKE '%:@' ORDER BY topic")
                .bind("front", chat.front())
                .bind("told", chat.id())
                .mapTo(String.class)
                .list());
    }
}
