package dev.bellwether.store;

import dev.bellwether.deliver.Change;
import dev.bellwether.deliver.Claim;
import dev.bellwether.deliver.Outbox;
import dev.bellwether.deliver.Records;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What happens to the rows of {@code envelopes}, {@code attempts} and {@code queues}. */
final class RecordTable implements Records {
    private final Access access;
    private final Outbox outbox;
    private final Chats chats;

    RecordTable(Access access, Outbox outbox, Chats chats) {
        this.access = access;
        this.outbox = outbox;
        this.chats = chats;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Those of one chat in their order, but chats in the order of their numbers, in which the outbox queues envelopes too: two
     * transactions that lock queues in different orders could wait for each other.
     */
    @Override
    public List<Boolean> write(List<Change> changes) {
        List<Integer> order = IntStream.range(0, changes.size())
                .boxed()
                .sorted(Comparator.comparingLong(index -> chat(changes.get(index))))
                .toList();
        return access.inOne(() -> {
            Boolean[] kept = new Boolean[changes.size()];
            order.forEach(index -> kept[index] = access.write(handle -> write(handle, changes.get(index))));
            return List.of(kept);
        });
    }

    /** The chat whose queue a change touches; what touches others comes last. */
    private static long chat(Change change) {
        return switch (change) {
            case Change.Sending sending -> sending.claim().chatRow();
            case Change.Taken taken -> taken.claim().chatRow();
            case Change.Ended ended -> ended.claim().chatRow();
            case Change.Failed failed -> failed.claim().chatRow();
            case Change.Postponed postponed -> postponed.claim().chatRow();
            case Change.Returned returned -> returned.claim().chatRow();
            case Change.Retired _, Change.Moved _, Change.Told _ -> Long.MAX_VALUE;
        };
    }

    private boolean write(Handle handle, Change change) {
        return switch (change) {
            case Change.Sending sending -> sending(handle, sending);
            case Change.Taken taken -> taken(handle, taken);
            case Change.Ended ended -> ended(handle, ended);
            case Change.Failed failed -> failed(handle, failed);
            case Change.Postponed(Claim claim, String owner, Instant due) -> free(handle, claim, owner, due);
            case Change.Returned(Claim claim, String owner) -> free(handle, claim, owner, null);
            case Change.Retired(ChatId chat, String why, Instant at) -> retired(handle, chat, why, at);
            case Change.Moved(ChatId from, ChatId to, Instant at) -> moved(handle, from, to, at);
            case Change.Told(var notice, Instant at) -> outbox.commit(notice, at);
        };
    }

    private static boolean sending(Handle handle, Change.Sending sending) {
        return queue(handle.createUpdate("""
                                UPDATE envelopes SET sending = :part WHERE id = :envelope AND state = 'OPEN'
                                AND EXISTS (SELECT 1 FROM queues q WHERE q.chat_id = :chat AND q.lane = :lane AND q.owner = :owner)
                                """), sending.claim(), sending.owner())
                        .bind("part", sending.part())
                        .bind("envelope", sending.claim().envelope())
                        .execute()
                > 0;
    }

    /** Whoever owns the queue now: the message stands there. */
    private static boolean taken(Handle handle, Change.Taken taken) {
        return handle.createUpdate("""
                                UPDATE envelopes SET messages = :messages, sending = NULL, doubts = 0
                                WHERE id = :envelope AND state = 'OPEN'
                                """)
                        .bind("messages", Messages.column(taken.messages()))
                        .bind("envelope", taken.claim().envelope())
                        .execute()
                > 0;
    }

    private boolean ended(Handle handle, Change.Ended ended) {
        Claim claim = ended.claim();
        boolean open = handle.createUpdate("""
                                UPDATE envelopes SET state = :state, messages = :messages, ended = :at, detail = :detail,
                                    tries = :tries, sending = CASE WHEN :unsure = 1 THEN sending ELSE NULL END
                                WHERE id = :envelope AND state = 'OPEN'
                                """)
                        .bind("state", ended.end().name())
                        .bind("messages", Messages.column(ended.messages()))
                        .bind("at", ended.at())
                        .bind("detail", ended.detail().isEmpty() ? null : ended.detail())
                        .bind("tries", claim.tries() + 1)
                        .bind("unsure", ended.end() == Change.End.UNSURE ? 1 : 0)
                        .bind("envelope", claim.envelope())
                        .execute()
                > 0;
        next(handle, claim, ended.owner());
        return open;
    }

    /** The queue goes on with its next envelope, behind the chats that wait now; without one it is deleted. */
    private void next(Handle handle, Claim claim, String owner) {
        lock(handle, claim);
        int left = queue(handle.createUpdate("""
                                DELETE FROM queues WHERE chat_id = :chat AND lane = :lane AND owner = :owner
                                AND NOT EXISTS (SELECT 1 FROM envelopes e
                                    WHERE e.chat_id = :chat AND e.lane = :lane AND e.state = 'OPEN')
                                """), claim, owner).execute();
        if (left == 0) {
            queue(handle.createUpdate("""
                                    UPDATE queues SET owner = NULL, turn = 1 + COALESCE(
                                        (SELECT t.turn FROM turns t WHERE t.front = :front AND t.lane = :lane), 0)
                                    WHERE chat_id = :chat AND lane = :lane AND owner = :owner
                                    """), claim, owner)
                    .bind("front", claim.chat().front())
                    .execute();
        }
    }

    /** On PostgreSQL, so that the next statement sees every envelope that was queued before it. */
    private void lock(Handle handle, Claim claim) {
        if (access.dialect() == Dialect.POSTGRES) {
            handle.createQuery("SELECT q.lane FROM queues q WHERE q.chat_id = :chat AND q.lane = :lane"
                            + access.dialect().locking("q"))
                    .bind("chat", claim.chatRow())
                    .bind("lane", Lanes.number(claim.lane()))
                    .mapTo(Integer.class)
                    .list();
        }
    }

    private static boolean failed(Handle handle, Change.Failed failed) {
        Claim claim = failed.claim();
        if (!free(handle, claim, failed.owner(), failed.due())) {
            return false;
        }
        handle.createUpdate("""
                        UPDATE envelopes SET tries = :tries, doubts = :doubts, detail = :detail, messages = :messages,
                            sending = CASE WHEN :perhaps = 1 THEN :part ELSE NULL END
                        WHERE id = :envelope AND state = 'OPEN'
                        """)
                .bind("tries", claim.tries() + 1)
                .bind("doubts", failed.doubts())
                .bind("detail", failed.detail())
                .bind("messages", Messages.column(failed.messages()))
                .bind("perhaps", failed.perhaps() ? 1 : 0)
                .bind("part", failed.messages().size())
                .bind("envelope", claim.envelope())
                .execute();
        handle.createUpdate("""
                        INSERT INTO attempts (envelope_id, number, at, result)
                        SELECT id, :number, :at, :result FROM envelopes WHERE id = :envelope
                        ON CONFLICT (envelope_id, number) DO NOTHING
                        """)
                .bind("envelope", claim.envelope())
                .bind("number", claim.tries() + 1)
                .bind("at", failed.at())
                .bind("result", failed.detail())
                .execute();
        return true;
    }

    private static boolean free(Handle handle, Claim claim, String owner, @Nullable Instant due) {
        return queue(
                                handle.createUpdate("UPDATE queues SET owner = NULL, due = :due"
                                        + " WHERE chat_id = :chat AND lane = :lane AND owner = :owner"),
                                claim,
                                owner)
                        .bind("due", due)
                        .execute()
                > 0;
    }

    private static Update queue(Update update, Claim claim, String owner) {
        return update.bind("chat", claim.chatRow())
                .bind("lane", Lanes.number(claim.lane()))
                .bind("owner", owner);
    }

    private boolean retired(Handle handle, ChatId chat, String why, Instant at) {
        chats.retire(chat, why, at);
        Long row = row(handle, chat);
        if (row == null) {
            return false;
        }
        handle.createUpdate("DELETE FROM queues WHERE chat_id = :chat")
                .bind("chat", row)
                .execute();
        handle.createUpdate("""
                        UPDATE envelopes SET state = 'DEAD', ended = :at, detail = :why, sending = NULL
                        WHERE chat_id = :chat AND state = 'OPEN'
                        """)
                .bind("chat", row)
                .bind("at", at)
                .bind("why", why)
                .execute();
        return true;
    }

    /** What waits for the old chat goes along, see {@link Remembered#move}. */
    private boolean moved(Handle handle, ChatId from, ChatId to, Instant at) {
        boolean known = row(handle, from) != null;
        chats.move(from, to, at);
        return known;
    }

    private static @Nullable Long row(Handle handle, ChatId chat) {
        return handle.createQuery("SELECT id FROM chats WHERE front = :front AND chat = :chat")
                .bind("front", chat.front())
                .bind("chat", chat.id())
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
    }
}
