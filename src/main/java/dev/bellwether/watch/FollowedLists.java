package dev.bellwether.watch;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which chats are told about whatever is on somebody's watchlist. Safe for threads; every change takes part in
 * {@code fact.Transactions}.
 */
public interface FollowedLists {
    /**
     * A chat that is told about a watchlist.
     *
     * @param told the chat
     * @param list the chat the list belongs to
     * @param member whose list it is there
     */
    record Followed(ChatId told, ChatId list, String member, Topic.Kind kind) {}

    /** The chat is told from now on; false if it was before. */
    boolean add(Followed followed, Instant at);

    /** The chat is no longer told; false if it was not anyway. */
    boolean remove(Followed followed);

    /**
     * What is on the list now.
     *
     * @param symbols as topics name them; what the list had before and has no more is no longer told. Does nothing if the chat is not
     *     told about the list
     */
    void set(Followed followed, Set<String> symbols, Instant at);

    /** The lists a chat is told about. */
    List<Followed> toldIn(ChatId chat);

    /** The chats that are told about a list. */
    List<Followed> of(ChatId list, String member);

    /** The topics a chat is told about since they are on a list, in the order of the alphabet. */
    List<String> topics(ChatId chat);

    /** Kept in memory, for tests and for runs that keep nothing. */
    static FollowedLists inMemory() {
        return new InMemoryFollowedLists();
    }
}
