package dev.bellwether.store;

import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Notes which alerts changed. Whoever changes one notes it first: that takes the one row of {@code alert_version}, which is held until the
 * transaction ends, so changes to alerts follow one another.
 */
final class AlertChanges {
    private AlertChanges() {}

    /**
     * Notes the alerts that a condition means, each under a version of its own.
     *
     * @param which a condition on {@code alerts}
     * @param values what its placeholders stand for; none of them called {@code version}
     * @return how many there are
     */
    static long note(Handle handle, String which, Map<String, ?> values) {
        long many = handle.createQuery("SELECT COUNT(*) FROM alerts WHERE " + which)
                .bindMap(values)
                .mapTo(Long.class)
                .one();
        if (many == 0) {
            return 0;
        }
        long before = take(handle, many);
        handle.createUpdate("INSERT INTO alert_changes (alert_id, version)"
                        + " SELECT id, :version + ROW_NUMBER() OVER (ORDER BY id) FROM alerts WHERE " + which
                        + " ON CONFLICT (alert_id) DO UPDATE SET version = excluded.version")
                .bindMap(values)
                .bind("version", before)
                .execute();
        return many;
    }

    /** All alerts of a chat. */
    static void noteChat(Handle handle, long chat) {
        note(handle, "chat_id = :chatId", Map.of("chatId", chat));
    }

    /** Waits until nobody else changes an alert, until this transaction ends. */
    static void alone(Handle handle) {
        take(handle, 0);
    }

    /** Takes so many versions; gives the one before the first of them. */
    private static long take(Handle handle, long many) {
        handle.createUpdate("UPDATE alert_version SET latest = latest + :many")
                .bind("many", many)
                .execute();
        return latest(handle) - many;
    }

    static long latest(Handle handle) {
        return handle.createQuery("SELECT latest FROM alert_version")
                .mapTo(Long.class)
                .one();
    }
}
