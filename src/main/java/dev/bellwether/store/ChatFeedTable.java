package dev.bellwether.store;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.chat.ChatFeed;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.talk.ChatId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code chat_feeds}, with the items of {@link ChatFeedItemTable}. */
final class ChatFeedTable implements ChatFeeds {
    private static final String FEEDS =
            "SELECT c.front, c.chat, f.* FROM chat_feeds f JOIN chats c ON c.id = f.chat_id ";
    private static final String MINE = """
            address = :address AND chat_id = (SELECT id FROM chats WHERE front = :front AND chat = :chat)
            """;

    /** Where a feed stands from now on: at its newest item; nowhere if it was never polled well. */
    private static final String PLACE = """
            CASE WHEN EXISTS (SELECT 1 FROM feeds s WHERE s.feed = :address AND s.succeeded IS NOT NULL)
                THEN COALESCE((SELECT MAX(i.id) FROM chat_feed_items i WHERE i.feed = :address), 0) END
            """;

    private final Access access;

    ChatFeedTable(Access access) {
        this.access = access;
    }

    /** The row of the chat is locked while its feeds are counted, so that two at once can't exceed the limit. */
    @Override
    public Added add(ChatFeed feed, int most) {
        return access.write(handle -> {
            ChatTable.ensure(handle, feed.chat(), feed.added());
            bound(
                            handle.createQuery("SELECT id FROM chats c WHERE c.front = :front AND c.chat = :chat"
                                    + access.dialect().locking("c")),
                            feed)
                    .mapTo(Long.class)
                    .one();
            if (change(handle, feed)) {
                return Added.CHANGED;
            }
            int now = count(handle, feed.chat());
            if (now >= most) {
                return Added.FULL;
            }
            insert(handle, feed);
            return Added.NEW;
        });
    }

    private static boolean change(Handle handle, ChatFeed feed) {
        return bound(
                                handle.createUpdate(
                                        "UPDATE chat_feeds SET title = :title, filter = :filter, delivery = :word,"
                                                + " language = :language, told = " + PLACE + " WHERE " + MINE),
                                feed)
                        .execute()
                > 0;
    }

    private static void insert(Handle handle, ChatFeed feed) {
        bound(
                        handle.createUpdate(
                                "INSERT INTO chat_feeds (chat_id, address, title, filter, delivery, language, member, added,"
                                        + " told) SELECT id, CAST(:address AS TEXT), CAST(:title AS TEXT), :filter, :word,"
                                        + " CAST(:language AS TEXT), :addedBy, CAST(:added AS BIGINT), " + PLACE
                                        + " FROM chats WHERE front = :front AND chat = :chat"),
                        feed)
                .execute();
    }

    private static <T extends SqlStatement<T>> T bound(T statement, ChatFeed feed) {
        return of(statement, feed.chat())
                .bind("address", feed.address())
                .bind("title", feed.title())
                .bind("filter", feed.filter())
                .bind("word", feed.delivery().word())
                .bind("language", feed.language())
                .bind("addedBy", feed.addedBy())
                .bind("added", feed.added());
    }

    private static <T extends SqlStatement<T>> T of(T statement, ChatId chat) {
        return statement.bind("front", chat.front()).bind("chat", chat.id());
    }

    private static int count(Handle handle, ChatId chat) {
        return of(
                        handle.createQuery("SELECT COUNT(*) FROM chat_feeds WHERE chat_id ="
                                + " (SELECT id FROM chats WHERE front = :front AND chat = :chat)"),
                        chat)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public boolean remove(ChatId chat, URI address) {
        return access.write(handle -> of(handle.createUpdate("DELETE FROM chat_feeds WHERE " + MINE), chat)
                        .bind("address", address)
                        .execute()
                > 0);
    }

    @Override
    public List<ChatFeed> of(ChatId chat) {
        return access.read(handle -> of(
                        handle.createQuery(FEEDS + "WHERE c.front = :front AND c.chat = :chat ORDER BY f.position"),
                        chat)
                .map((row, context) -> feed(row))
                .list());
    }

    @Override
    public Map<URI, Optional<String>> addresses() {
        return access.read(handle -> {
            Map<URI, Optional<String>> found = new HashMap<>();
            handle.createQuery("SELECT f.address, MIN(f.language) AS language FROM chat_feeds f"
                            + " JOIN chats c ON c.id = f.chat_id WHERE c.retired IS NULL GROUP BY f.address")
                    .map((row, context) -> found.put(
                            URI.create(row.getString("address")), Optional.ofNullable(row.getString("language"))))
                    .list();
            return found;
        });
    }

    @Override
    public Optional<FeedState> state(URI address) {
        return access.read(handle -> FeedTable.find(handle, address));
    }

    @Override
    public void settle() {
        access.write(handle -> handle.execute("""
                UPDATE chat_feeds SET told = COALESCE(
                    (SELECT MAX(i.id) FROM chat_feed_items i WHERE i.feed = chat_feeds.address), 0)
                WHERE told IS NULL AND EXISTS (
                    SELECT 1 FROM feeds s WHERE s.feed = chat_feeds.address AND s.succeeded IS NOT NULL)
                """));
    }

    @Override
    public List<Untold> untold(int most, int items) {
        return access.read(handle -> {
            List<Untold> found = new ArrayList<>();
            handle.createQuery(FEEDS + """
                            WHERE c.retired IS NULL AND f.delivery = 'now' AND f.told IS NOT NULL
                            AND EXISTS (SELECT 1 FROM chat_feed_items i WHERE i.feed = f.address AND i.id > f.told)
                            ORDER BY f.position LIMIT :most
                            """)
                    .bind("most", most)
                    .map((row, context) -> new Standing(feed(row), row.getLong("told")))
                    .list()
                    .forEach(standing -> untold(
                            handle.createQuery(
                                            "SELECT * FROM chat_feed_items WHERE feed = :feed AND id > :told ORDER BY id LIMIT :items")
                                    .bind("items", items),
                            standing,
                            found));
            return found;
        });
    }

    /** A feed and its place. */
    private record Standing(ChatFeed feed, long told) {}

    private static void untold(Query query, Standing standing, List<Untold> found) {
        List<Map.Entry<Long, Article>> kept = query.bind("feed", standing.feed().address())
                .bind("told", standing.told())
                .map((row, context) -> Map.entry(row.getLong("id"), ChatFeedItemTable.map(row, context)))
                .list();
        OptionalLong last = kept.stream().mapToLong(Map.Entry::getKey).max();
        if (last.isPresent()) {
            List<Article> items = kept.stream().map(Map.Entry::getValue).toList();
            found.add(new Untold(standing.feed(), standing.told(), last.getAsLong(), items));
        }
    }

    @Override
    public boolean told(Untold untold) {
        ChatFeed feed = untold.feed();
        return access.write(handle -> of(
                                handle.createUpdate(
                                        "UPDATE chat_feeds SET told = :next WHERE told = :place AND " + MINE),
                                feed.chat())
                        .bind("address", feed.address())
                        .bind("next", untold.next())
                        .bind("place", untold.place())
                        .execute()
                > 0);
    }

    @Override
    public List<Failing> failing(Instant since, int most) {
        return access.read(handle -> handle.createQuery("""
                        SELECT c.front, c.chat, f.*, s.feed, s.etag, s.last_modified, s.polled, s.succeeded, s.due, s.failures,
                            s.problem, s.moved_to
                        FROM chat_feeds f JOIN chats c ON c.id = f.chat_id JOIN feeds s ON s.feed = f.address
                        WHERE c.retired IS NULL AND f.reported IS NULL AND f.added <= :since AND s.failures > 0
                        AND (s.succeeded IS NULL OR s.succeeded <= :since)
                        ORDER BY f.position LIMIT :most
                        """)
                .bind("since", since)
                .bind("most", most)
                .map((row, context) -> new Failing(
                        feed(row), Bindings.momentOrNull(row, "succeeded"), FeedTable.line(row.getString("problem"))))
                .list());
    }

    @Override
    public boolean report(ChatFeed feed, Instant at) {
        return access.write(handle -> of(
                                handle.createUpdate(
                                        "UPDATE chat_feeds SET reported = :at WHERE reported IS NULL AND " + MINE),
                                feed.chat())
                        .bind("address", feed.address())
                        .bind("at", at)
                        .execute()
                > 0);
    }

    @Override
    public void recover() {
        access.write(handle -> handle.execute("""
                UPDATE chat_feeds SET reported = NULL WHERE reported IS NOT NULL AND EXISTS (
                    SELECT 1 FROM feeds s WHERE s.feed = chat_feeds.address AND s.failures = 0)
                """));
    }

    @Override
    public List<Untold> forDigest(ChatId chat, Instant after, Instant until, int items) {
        return access.read(handle -> {
            List<Untold> found = new ArrayList<>();
            of(handle.createQuery(FEEDS + """
                            WHERE c.front = :front AND c.chat = :chat AND f.delivery = 'digest' AND f.told IS NOT NULL
                            ORDER BY f.position
                            """), chat)
                    .map((row, context) -> new Standing(feed(row), row.getLong("told")))
                    .list()
                    .forEach(standing -> untold(
                            handle.createQuery("""
                                            SELECT * FROM chat_feed_items WHERE feed = :feed AND id > :told
                                            AND seen > :after AND seen <= :until ORDER BY id DESC LIMIT :items
                                            """)
                                    .bind("after", after)
                                    .bind("until", until)
                                    .bind("items", items),
                            standing,
                            found));
            return found;
        });
    }

    @Override
    public Total total() {
        return access.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS number, COUNT(s.feed) AS failing
                        FROM chat_feeds f JOIN chats c ON c.id = f.chat_id
                        LEFT JOIN feeds s ON s.feed = f.address AND s.failures > 0 WHERE c.retired IS NULL
                        """)
                .map((row, context) -> new Total(row.getLong("number"), row.getLong("failing")))
                .one());
    }

    private static ChatFeed feed(ResultSet row) throws SQLException {
        return new ChatFeed(
                new ChatId(row.getString("front"), row.getString("chat")),
                URI.create(row.getString("address")),
                row.getString("title"),
                row.getString("filter"),
                ChatFeed.Delivery.valueOf(row.getString("delivery").toUpperCase(Locale.ROOT)),
                row.getString("language"),
                row.getString("member"),
                Bindings.moment(row, "added"));
    }
}
