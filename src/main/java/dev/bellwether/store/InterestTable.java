package dev.bellwether.store;

import dev.bellwether.watch.run.Interests;
import java.util.List;

/** What {@code subscriptions} and {@code watchlist} say about who wants prices watched. */
final class InterestTable implements Interests {
    private final Access access;

    InterestTable(Access access) {
        this.access = access;
    }

    /** The range, and no LIKE: it walks the index of topics and counts no subscribers. */
    @Override
    public List<String> breakoutTopics() {
        return access.read(handle -> handle.createQuery("""
                        SELECT DISTINCT topic FROM subscriptions
                        WHERE topic = 'breakouts' OR (topic > 'breakouts:' AND topic < 'breakouts;') ORDER BY topic
                        """).mapTo(String.class).list());
    }

    @Override
    public List<String> listed() {
        return access.read(handle -> handle.createQuery("""
                        SELECT w.symbol FROM watchlist w JOIN chats c ON c.id = w.chat_id WHERE c.retired IS NULL
                        UNION SELECT m.listing FROM member_levels m JOIN chats c ON c.id = m.chat_id WHERE c.retired IS NULL
                        ORDER BY 1
                        """).mapTo(String.class).list());
    }
}
