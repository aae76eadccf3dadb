package dev.bellwether.talk;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The chats that have ever spoken to the bot. */
public interface Chats {
    /** Notes that a chat spoke: creates it the first time, moves its last-seen time forward after that. */
    void seen(ChatId chat, Instant at);

    /** How many chats are known. */
    long count();

    /** Chats kept in memory, for tests and for runs that keep nothing. */
    static Chats inMemory() {
        Set<ChatId> chats = ConcurrentHashMap.newKeySet();
        return new Chats() {
            @Override
            public void seen(ChatId chat, Instant at) {
                chats.add(chat);
            }

            @Override
            public long count() {
                return chats.size();
            }
        };
    }
}
