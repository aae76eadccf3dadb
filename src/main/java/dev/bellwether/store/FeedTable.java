package dev.bellwether.store;

import dev.bellwether.news.FeedState;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The statements on the table {@code feeds}. */
final class FeedTable {
    private FeedTable() {}

    static Optional<FeedState> find(Handle handle, URI feed) {
        return handle.createQuery("SELECT * FROM feeds WHERE feed = :feed")
                .bind("feed", feed)
                .map(FeedTable::map)
                .findOne();
    }

    static List<FeedState> all(Handle handle) {
        return handle.createQuery("SELECT * FROM feeds ORDER BY feed")
                .map(FeedTable::map)
                .list();
    }

    static void save(Handle handle, FeedState state) {
        handle.createUpdate("""
                        INSERT INTO feeds (feed, title, etag, last_modified, polled, succeeded, due, failures, problem,
                            moved_to, begun)
                        VALUES (:feed, :title, :etag, :lastModified, :polled, :succeeded, :due, :failures, :sentence,
                            :movedTo, :succeeded)
                        ON CONFLICT (feed) DO UPDATE SET title = excluded.title, etag = excluded.etag,
                            last_modified = excluded.last_modified, polled = excluded.polled,
                            succeeded = excluded.succeeded, due = excluded.due, failures = excluded.failures,
                            problem = excluded.problem, moved_to = excluded.moved_to,
                            begun = COALESCE(feeds.begun, excluded.succeeded)
                        """)
                .bindMethods(state)
                .bind("sentence", state.problem() == null ? null : KeptLine.text(state.problem()))
                .execute();
    }

    static @Nullable Line line(@Nullable String kept) {
        return kept == null ? null : KeptLine.of(kept);
    }

    private static FeedState map(ResultSet row, StatementContext context) throws SQLException {
        return new FeedState(
                URI.create(row.getString("feed")),
                row.getString("title"),
                row.getString("etag"),
                row.getString("last_modified"),
                Bindings.momentOrNull(row, "polled"),
                Bindings.momentOrNull(row, "succeeded"),
                Bindings.moment(row, "due"),
                row.getInt("failures"),
                line(row.getString("problem")),
                Bindings.addressOrNull(row, "moved_to"));
    }
}
