package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What {@code queues} holds: that a chat has envelopes waiting, which {@link EnvelopeMemory} shows. */
final class QueueMemory implements Remembered {
    @Override
    public String table() {
        return "queues";
    }

    @Override
    public List<Memory.Kept> about(Handle handle, Memory.Subject subject) {
        return List.of();
    }

    @Override
    public void forget(Handle handle, Memory.Subject subject) {
        Scope scope = Scope.of(subject);
        if (!scope.isPerson()) {
            scope.bind(handle.createUpdate("DELETE FROM queues WHERE " + scope.rows("member")))
                    .execute();
        }
    }

    /** Whoever sends for the old chat finds that it owns nothing any more; the new one is free to be taken. */
    @Override
    public void move(Handle handle, long from, long to) {
        handle.createUpdate("""
                        INSERT INTO queues (chat_id, lane, front, turn)
                        SELECT :to, lane, front, turn FROM queues WHERE chat_id = :from
                        ON CONFLICT (chat_id, lane) DO UPDATE SET turn = queues.turn
                        """).bind("from", from).bind("to", to).execute();
        handle.createUpdate("DELETE FROM queues WHERE chat_id = :from")
                .bind("from", from)
                .execute();
    }
}
