package dev.bellwether.watch.level;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The levels that members set. Safe for threads; every change takes part in {@code fact.Transactions}. */
public interface MemberLevels {
    /** Keeps a level; empty if this member has one at this price already: nothing was done. */
    Optional<MemberLevel> add(ChatId chat, String member, String listing, double price, String note, Instant at);

    /** Deletes a level; false if it was deleted already. */
    boolean remove(long id);

    /** Those of a chat about one listing, in the order in which they were set. */
    List<MemberLevel> of(ChatId chat, String listing);

    /** How many a member has in a chat, about all listings. */
    int count(ChatId chat, String member);

    /** Those of all chats that are not retired about one listing, in the order in which they were set. */
    List<MemberLevel> on(String listing);

    /** Symbols of the listings that there are levels of, in the order of the alphabet; chats that are retired don't count. */
    List<String> listings();

    /** The level with this id. */
    Optional<MemberLevel> byId(long id);

    /** A number that another is in the place of after each change by any process. */
    long version();

    /** Multiplies the prices of all levels of a listing: its shares were split. */
    void rescale(String listing, double factor);

    /** Levels kept in memory, for tests and for runs that keep nothing. */
    static MemberLevels inMemory() {
        return new InMemoryMemberLevels();
    }
}
