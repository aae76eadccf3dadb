package dev.bellwether.store;

import dev.bellwether.deliver.AudiencePages;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Audiences out of the tables {@code chats}, {@code subscriptions} and {@code followed_topics}, in the order in which chats became
 * known. Who has muted one of an audience's topics is told of none of them.
 */
final class AudienceTable implements AudiencePages {
    /** Where those stand who want a topic; each page is read from one of them. */
    private static final List<String> TABLES = List.of("subscriptions", "followed_topics");

    private record Row(long id, ChatId chat) {}

    private final Access access;

    AudienceTable(Access access) {
        this.access = access;
    }

    @Override
    public Page page(Audience audience, @Nullable String from, int most, Instant now) {
        return switch (audience) {
            case Audience.These(List<ChatId> chats) -> named(chats, from == null ? 0 : Integer.parseInt(from), most);
            case Audience.Everyone(String front) -> everyone(front, from, most);
            case Audience.Topic(String name) -> anyOf(List.of(name), from, most, now);
            case Audience.AnyTopic(List<String> names) -> anyOf(names, from, most, now);
        };
    }

    private Page everyone(String front, @Nullable String from, int most) {
        return rows(
                most,
                handle -> handle.createQuery("""
                        SELECT c.id, c.front, c.chat FROM chats c
                        WHERE c.front = :front AND c.retired IS NULL AND c.id > :after ORDER BY c.id LIMIT :most
                        """)
                        .bind("front", front)
                        .bind("after", from == null ? 0 : Long.parseLong(from)));
    }

    /** One topic and table after the other; the place is "number/chat". A chat that stands in two gets one envelope all the same. */
    private Page anyOf(List<String> names, @Nullable String from, int most, Instant now) {
        String[] place = from == null ? new String[] {"0", ""} : from.split("/", 2);
        int number = Integer.parseInt(place[0]);
        long after = place[1].isEmpty() ? 0 : Long.parseLong(place[1]);
        Page page = rows(
                most,
                handle -> wanting(handle, TABLES.get(number % TABLES.size()), names)
                        .bind("name", names.get(number / TABLES.size()))
                        .bind("after", after)
                        .bind("now", now));
        if (page.next() != null) {
            return new Page(page.chats(), number + "/" + page.next());
        }
        return new Page(page.chats(), number + 1 == names.size() * TABLES.size() ? null : number + 1 + "/");
    }

    /** In the order of the table's key, so that a page costs the same wherever it is; a chat may stand there for several lists. */
    private static Query wanting(Handle handle, String table, List<String> names) {
        return handle.createQuery("""
                        SELECT c.id, c.front, c.chat FROM <table> s JOIN chats c ON c.id = s.chat_id
                        WHERE s.topic = :name AND c.retired IS NULL AND s.chat_id > :after
                        AND NOT EXISTS (SELECT 1 FROM muted_topics m WHERE m.chat_id = s.chat_id
                            AND m.topic IN (<names>) AND (m.ends IS NULL OR m.ends > :now))
                        ORDER BY s.chat_id LIMIT :most
                        """.replace("<table>", table).replace("<names>", Lists.names(names)))
                .bindMap(Lists.values(names));
    }

    private static Page named(List<ChatId> chats, int from, int most) {
        int to = Math.min(chats.size(), from + most);
        return new Page(chats.subList(from, to), to == chats.size() ? null : Integer.toString(to));
    }

    private Page rows(int most, Function<Handle, Query> wanted) {
        List<Row> rows = access.read(handle -> wanted.apply(handle)
                .bind("most", most)
                .map((row, context) ->
                        new Row(row.getLong("id"), new ChatId(row.getString("front"), row.getString("chat"))))
                .list());
        return new Page(
                rows.stream().map(Row::chat).toList(),
                rows.size() < most ? null : Long.toString(rows.getLast().id()));
    }
}
