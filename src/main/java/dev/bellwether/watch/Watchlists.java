package dev.bellwether.watch;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;

/** Which instruments a member keeps an eye on; each member of each chat has one list. */
public interface Watchlists {
    /** Adds a symbol at the end; false if it was there already. */
    boolean add(ChatId chat, String member, String symbol, Instant at);

    /** Takes a symbol out; false if it was not there. */
    boolean remove(ChatId chat, String member, String symbol);

    /** The symbols in the order they were added. */
    List<String> list(ChatId chat, String member);

    /** The symbols on any list of a chat, each once, those that most members have first. */
    List<String> ofChat(ChatId chat);

    /** Lists kept in memory, for tests and for runs that keep nothing. */
    static Watchlists inMemory() {
        return new InMemoryWatchlists();
    }
}
