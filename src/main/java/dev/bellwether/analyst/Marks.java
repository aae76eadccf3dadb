package dev.bellwether.analyst;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;

/** What the members of each chat say is wrong; a fact is marked at most once in a chat. */
public interface Marks {
    /** Marks a fact as wrong; false if it was marked before, whatever became of that. */
    boolean add(ChatId chat, String fact, String symbol, String member, String reason, Instant at);

    /** Decides on an open mark; false if there is none. */
    boolean settle(ChatId chat, String fact, boolean accepted, String manager, Instant at);

    /** The marks on facts about one instrument in one chat, the oldest first. */
    List<Mark> of(ChatId chat, String symbol);

    /** Marks kept in memory, for tests and for runs that keep nothing. */
    static Marks inMemory() {
        return new InMemoryMarks();
    }
}
