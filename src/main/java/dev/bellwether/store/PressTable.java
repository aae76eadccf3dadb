package dev.bellwether.store;

import dev.bellwether.watch.run.PressLog;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The columns {@code articles.watched} and {@code facts.watched}. */
final class PressTable implements PressLog {
    private final Access access;

    PressTable(Access access) {
        this.access = access;
    }

    @Override
    public List<Item> unseen(int most) {
        return access.read(handle -> {
            List<Item> items = new ArrayList<>(FactTable.unwatched(handle, most));
            if (items.size() < most) {
                ArticleTable.select(handle, "FROM articles a WHERE a.watched = 0 ORDER BY a.id", most - items.size())
                        .map((row, context) -> new NewArticle(row.getLong("id"), ArticleTable.map(row, context)))
                        .forEach(items::add);
            }
            return List.copyOf(items);
        });
    }

    @Override
    public void seen(List<Item> items) {
        access.write(handle -> {
            mark(
                    handle,
                    "UPDATE facts SET watched = 1 WHERE id = :id",
                    items.stream()
                            .filter(NewFact.class::isInstance)
                            .map(Item::id)
                            .toList());
            mark(
                    handle,
                    "UPDATE articles SET watched = 1 WHERE id = :id",
                    items.stream()
                            .filter(NewArticle.class::isInstance)
                            .map(Item::id)
                            .toList());
            return items.size();
        });
    }

    private static void mark(Handle handle, String statement, List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(statement)) {
            ids.stream().sorted().forEach(id -> batch.bind("id", id).add());
            batch.execute();
        }
    }
}
