package dev.bellwether.deliver;

import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where notices wait until they are envelopes. Every method joins the transaction of its thread, if there is one. Safe for threads
 * and for several processes on one store; {@link Delivery} tells how it all fits together.
 */
public interface Outbox {
    /**
     * Keeps a notice.
     *
     * @return false if one with this key is kept already: nothing was done
     */
    boolean commit(Notice notice, Instant at);

    /**
     * The notice whose turn it is to become envelopes, locked for the transaction that this is called in: of the most urgent lane the
     * one with the fewest pages so far, so that a small audience does not wait for a large one.
     */
    Optional<Expansion> next();

    /**
     * Keeps a page of envelopes and where the next page begins. A chat that has one of this notice already gets no second; one that is
     * retired gets one that ends at once, so that it can be told why nothing came.
     *
     * @param next where the next page begins; null if this was the last
     */
    void expand(Expansion expansion, List<ChatId> chats, @Nullable String next, Instant at);

    /**
     * What a notice says.
     *
     * @param notice its number
     * @throws UnreadableNotice if a later version of the program wrote it, or it is damaged or deleted
     */
    Card card(long notice);

    /** Deletes notices committed before a moment of which nothing waits any more, with all that came of them; a few at a time. */
    int purge(Instant before);

    /**
     * A notice on its way to becoming envelopes.
     *
     * @param id in the store
     * @param audience whom it is for; null if that can't be read
     * @param turn where its next recipient stands in the order of sending
     * @param from where the next page begins; null for the first
     */
    record Expansion(
            long id,
            String key,
            Lane lane,
            @Nullable Audience audience,
            long turn,
            @Nullable String from) {}

    /** A notice that can't be read. */
    final class UnreadableNotice extends RuntimeException {
        /** @param key of the notice */
        public UnreadableNotice(String key, @Nullable Throwable cause) {
            super(
                    "The notice " + key + " can't be read: a later version of the program wrote it, or it is damaged",
                    cause);
        }
    }
}
