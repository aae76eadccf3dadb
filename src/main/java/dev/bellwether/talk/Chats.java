package dev.bellwether.talk;

import java.time.Instant;

/** The chats that know the bot, and what each has chosen. Safe for threads. */
public interface Chats {
    /**
     * Notes that a chat spoke: creates it the first time, moves its last-seen time forward after that. A retired chat is
     * in use again.
     */
    void seen(ChatId chat, Instant at);

    /** How many chats are known and not retired. */
    long count();

    /** What a chat has chosen; {@link ChatSettings#NONE} for one that is unknown. */
    ChatSettings settings(ChatId chat);

    /** Keeps what a chat has chosen. */
    void change(ChatId chat, ChatSettings settings, Instant at);

    /** The bot can no longer reach the chat. What belongs to it is kept until it is purged. */
    void retire(ChatId chat, String why, Instant at);

    /** The chat goes on under another name, with all that belongs to it. What the new name already has stays. */
    void move(ChatId from, ChatId to, Instant at);

    /** Deletes chats that were retired before a moment, with all that belongs to them; says how many. */
    int purge(Instant retiredBefore);

    /** Chats kept in memory, for tests and for runs that keep nothing. */
    static Chats inMemory() {
        return new InMemoryChats();
    }
}
