package dev.bellwether.store;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.chat.FollowedItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The table {@code chat_feed_items}. Within one feed the numbers grow in the order of the commits, because each poll first locks the
 * row of its feed's state; so a chat's place, which is a number, never passes an item that is not visible yet.
 */
final class ChatFeedItemTable implements FollowedItems {
    private static final String INSERT = """
            INSERT INTO chat_feed_items (fingerprint, feed, item_key, publisher, title, body, link, published, seen, moment,
                language)
            SELECT :fingerprint, CAST(:feed AS TEXT), :key, :publisher, :title, :text, CAST(:link AS TEXT),
                CAST(:published AS BIGINT), CAST(:seen AS BIGINT), CAST(:when AS BIGINT), :language
            """;

    private static final String UNLESS_KNOWN = " ON CONFLICT (fingerprint) DO NOTHING";

    /** More than nearly every feed holds at a time. */
    private static final int NEWEST_KEPT = 200;

    private final Access access;

    ChatFeedItemTable(Access access) {
        this.access = access;
    }

    /** What the feed brought while the settings named it is known already, and no news. */
    @Override
    public List<Article> save(FeedState state, List<Article> items) {
        return access.write(handle -> {
            FeedTable.save(handle, state);
            return insert(
                    handle,
                    items,
                    INSERT + " WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.fingerprint = :fingerprint)"
                            + UNLESS_KNOWN);
        });
    }

    @Override
    public void copy(List<Article> items) {
        access.write(handle -> insert(
                handle,
                items,
                INSERT + " WHERE EXISTS (SELECT 1 FROM chat_feeds f WHERE f.address = CAST(:feed AS TEXT))"
                        + UNLESS_KNOWN));
    }

    /** Goes backwards: what stands first in a feed is its newest. */
    private static List<Article> insert(Handle handle, List<Article> items, String sql) {
        Map<String, Article> offered = new LinkedHashMap<>();
        items.reversed().forEach(item -> offered.put(Fingerprint.of(item), item));
        if (offered.isEmpty()) {
            return List.of();
        }
        List<Article> added = new ArrayList<>();
        try (PreparedBatch batch = handle.prepareBatch(sql)) {
            offered.forEach((fingerprint, item) ->
                    batch.bindMethods(item).bind("fingerprint", fingerprint).add());
            int[] counts = batch.execute();
            List<Article> backwards = List.copyOf(offered.values());
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    added.add(backwards.get(i));
                }
            }
        }
        return added.reversed();
    }

    @Override
    public List<Article> newest(Instant until, int limit) {
        return access.read(handle -> handle.createQuery("""
                        SELECT * FROM chat_feed_items WHERE moment <= :until ORDER BY moment DESC, id DESC LIMIT :limit
                        """)
                .bind("until", until)
                .bind("limit", limit)
                .map(ChatFeedItemTable::map)
                .list());
    }

    /**
     * Throws away what no chat follows any more, and what was first seen before a moment; says how much that was. Of each feed that is
     * followed the newest stay: most of them still stand in it, and would be new again. A feed that nobody follows is forgotten itself, so
     * that what stands in it is old again for who follows it later.
     */
    int prune(Instant before) {
        return access.write(handle -> {
            handle.execute("""
                    DELETE FROM feeds
                    WHERE EXISTS (SELECT 1 FROM chat_feed_items i WHERE i.feed = feeds.feed)
                    AND NOT EXISTS (SELECT 1 FROM chat_feeds f WHERE f.address = feeds.feed)
                    AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.feed = feeds.feed)
                    """);
            int left = handle.execute("""
                    DELETE FROM chat_feed_items
                    WHERE NOT EXISTS (SELECT 1 FROM chat_feeds f WHERE f.address = chat_feed_items.feed)
                    """);
            return left
                    + handle.createUpdate("""
                            DELETE FROM chat_feed_items WHERE seen < :before AND id <= (
                                SELECT i.id FROM chat_feed_items i WHERE i.feed = chat_feed_items.feed
                                ORDER BY i.id DESC LIMIT 1 OFFSET :newest)
                            """)
                            .bind("before", before)
                            .bind("newest", NEWEST_KEPT)
                            .execute();
        });
    }

    static Article map(ResultSet row, StatementContext context) throws SQLException {
        return new Article(
                row.getString("item_key"),
                row.getString("feed"),
                row.getString("publisher"),
                row.getString("title"),
                row.getString("body"),
                Bindings.addressOrNull(row, "link"),
                Bindings.momentOrNull(row, "published"),
                Bindings.moment(row, "seen"),
                row.getString("language"),
                Set.of());
    }
}
