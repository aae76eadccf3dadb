package dev.bellwether.store;

import dev.bellwether.deliver.Inbox;
import java.time.Instant;
import java.util.List;

/** The table {@code front_inbox}. */
final class InboxTable implements Inbox {
    private final Access access;

    InboxTable(Access access) {
        this.access = access;
    }

    @Override
    public List<Update> keep(String front, List<Update> updates, Instant at) {
        return access.write(handle -> updates.stream()
                .filter(update -> handle.createUpdate("""
                                        INSERT INTO front_inbox (front, number, body, kept)
                                        VALUES (:front, :number, :body, :at)
                                        ON CONFLICT (front, number) DO NOTHING
                                        """)
                                .bind("front", front)
                                .bind("number", update.number())
                                .bind("body", update.body())
                                .bind("at", at)
                                .execute()
                        > 0)
                .toList());
    }

    @Override
    public List<Update> open(String front) {
        return access.read(handle -> handle.createQuery("""
                        SELECT number, body FROM front_inbox WHERE front = :front AND done IS NULL ORDER BY number
                        """)
                .bind("front", front)
                .map((row, context) -> new Update(row.getLong("number"), row.getString("body")))
                .list());
    }

    /** What a person wrote is not kept longer than it is needed. */
    @Override
    public void done(String front, long number, Instant at) {
        access.write(handle -> handle.createUpdate("""
                        UPDATE front_inbox SET done = :at, body = ''
                        WHERE front = :front AND number = :number AND done IS NULL
                        """)
                .bind("front", front)
                .bind("number", number)
                .bind("at", at)
                .execute());
    }

    @Override
    public long highest(String front) {
        return access.read(
                handle -> handle.createQuery("SELECT COALESCE(MAX(number), -1) FROM front_inbox WHERE front = :front")
                        .bind("front", front)
                        .mapTo(Long.class)
                        .one());
    }

    /** Forgets the numbers of updates that were dealt with before a moment, but for each front's highest; says how many. */
    int prune(Instant doneBefore) {
        return access.write(
                handle -> handle.createUpdate("""
                        DELETE FROM front_inbox WHERE done < :before
                        AND number < (SELECT MAX(i.number) FROM front_inbox i WHERE i.front = front_inbox.front)
                        """).bind("before", doneBefore).execute());
    }
}
