package dev.bellwether.digest;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The digests of all chats. Safe for threads; every change takes part in {@code fact.Transactions}. */
public interface Digests {
    /**
     * A digest as it is kept.
     *
     * @param id in the store, for ever
     * @param spec with its number
     * @param zone in which {@code due} was counted
     * @param created when it was switched on
     * @param due when it is due next; null for never
     * @param toldUntil as of which moment the last one told; null before the first
     * @param skipped how many were left out since, because they would have come too late
     * @param retired whether the chat can't be reached
     */
    record Kept(
            long id,
            DigestSpec spec,
            ZoneId zone,
            Instant created,
            @Nullable Instant due,
            @Nullable Instant toldUntil,
            int skipped,
            boolean retired) {}

    /**
     * Keeps a digest under the chat's next number.
     *
     * @param due when it is due first; null for never
     */
    Kept add(DigestSpec spec, ZoneId zone, @Nullable Instant due, Instant at);

    /** The digests of a chat in the order of their numbers. */
    List<Kept> of(ChatId chat);

    /** The digest with this id; empty if it was switched off. */
    Optional<Kept> byId(long id);

    /** Switches a digest off; false if it was off already. */
    boolean delete(long id);

    /** What a digest told in the last days, and as of when. */
    Map<String, Instant> told(long id);

    /**
     * Notes that a digest was told.
     *
     * @param due the moment it was due: if that is no longer the one kept, somebody else told it and nothing is done
     * @param next when it is due next; null for never
     * @return false if nothing was done
     */
    boolean advance(long id, Instant due, @Nullable Instant next, ZoneId zone, Made made, Instant until);

    /**
     * Notes that digests were left out.
     *
     * @param due as in {@link #advance}
     * @param skipped how many
     * @return false if nothing was done
     */
    boolean skip(long id, Instant due, @Nullable Instant next, ZoneId zone, int skipped);

    /** Notes that a digest was told out of turn; when it is due stays. */
    void tell(long id, Made made, Instant until);

    /**
     * Notes another moment at which a digest is due, because its zone or the calendar changed.
     *
     * @param was the moment that is kept; if it is another one by now nothing is done
     * @return false if nothing was done
     */
    boolean move(long id, @Nullable Instant was, @Nullable Instant due, ZoneId zone);

    /** Digests with an id greater than this, in the order of their ids. */
    List<Kept> after(long id, int most);

    /** Digests whose chat has chosen another zone since. */
    List<Kept> rezoned(int most);

    /** How many there are in chats that can be reached, and when the first of them is due. */
    Total total();

    /**
     * All digests together.
     *
     * @param next when the first is due; null if none is
     */
    record Total(long count, @Nullable Instant next) {}

    /** Digests kept in memory, for tests and for runs that keep nothing. */
    static Digests inMemory() {
        return new InMemoryDigests();
    }
}
