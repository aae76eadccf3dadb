package dev.bellwether.store;

import dev.bellwether.deliver.AudiencePages;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Audiences out of the tables {@code chats} and {@code subscriptions}, in the order in which chats became known. */
final class AudienceTable implements AudiencePages {
    private record Row(long id, ChatId chat) {}

    private final Access access;

    AudienceTable(Access access) {
        this.access = access;
    }

    @Override
    public Page page(Audience audience, @Nullable String from, int most) {
        return switch (audience) {
            case Audience.These(List<ChatId> chats) -> named(chats, from == null ? 0 : Integer.parseInt(from), most);
            case Audience.Everyone(String front) -> rows("""
                        SELECT c.id, c.front, c.chat FROM chats c
                        WHERE c.front = :name AND c.retired IS NULL AND c.id > :after ORDER BY c.id LIMIT :most
                        """, front, from, most);
            case Audience.Topic(String name) -> subscribed(name, from, most);
            case Audience.AnyTopic(List<String> names) -> anyOf(names, from, most);
        };
    }

    private Page subscribed(String topic, @Nullable String from, int most) {
        return rows("""
                        SELECT c.id, c.front, c.chat FROM subscriptions s JOIN chats c ON c.id = s.chat_id
                        WHERE s.topic = :name AND c.retired IS NULL AND s.chat_id > :after ORDER BY s.chat_id LIMIT :most
                        """, topic, from, most);
    }

    /** One topic after the other; the place is "topic/chat". A chat of two topics gets one envelope all the same. */
    private Page anyOf(List<String> names, @Nullable String from, int most) {
        String[] place = from == null ? new String[] {"0", ""} : from.split("/", 2);
        int index = Integer.parseInt(place[0]);
        String after = place[1].isEmpty() ? null : place[1];
        Page page = subscribed(names.get(index), after, most);
        if (page.next() != null) {
            return new Page(page.chats(), index + "/" + page.next());
        }
        return new Page(page.chats(), index + 1 == names.size() ? null : index + 1 + "/");
    }

    private static Page named(List<ChatId> chats, int from, int most) {
        int to = Math.min(chats.size(), from + most);
        return new Page(chats.subList(from, to), to == chats.size() ? null : Integer.toString(to));
    }

    private Page rows(String sql, String name, @Nullable String from, int most) {
        List<Row> rows = access.read(handle -> {
            Query query = handle.createQuery(sql);
            return query.bind("name", name)
                    .bind("after", from == null ? 0 : Long.parseLong(from))
                    .bind("most", most)
                    .map((row, context) ->
                            new Row(row.getLong("id"), new ChatId(row.getString("front"), row.getString("chat"))))
                    .list();
        });
        return new Page(
                rows.stream().map(Row::chat).toList(),
                rows.size() < most ? null : Long.toString(rows.getLast().id()));
    }
}
