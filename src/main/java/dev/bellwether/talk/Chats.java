package dev.bellwether.talk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chats that know the bot, and what each has chosen. Safe for threads. */
public interface Chats {
    /**
     * Notes that a chat spoke: creates it the first time, moves its last-seen time forward after that. A retired chat is
     * in use again, whatever the clock says.
     */
    void seen(ChatId chat, Instant at);

    /** How many chats are known and not retired. */
    long count();

    /** What a chat has chosen; {@link ChatSettings#NONE} for one that is unknown. */
    ChatSettings settings(ChatId chat);

    /** Keeps what a chat has chosen. */
    void change(ChatId chat, ChatSettings settings, Instant at);

    /** Notes who set the bot up in a chat; the last one holds. */
    void setUp(ChatId chat, String member, Instant at);

    /** Who set the bot up in a chat, as the front names people; empty if nobody knows. */
    Optional<String> owner(ChatId chat);

    /**
     * The bot can no longer reach the chat. What belongs to it is kept until it is purged. Does nothing for a chat that is
     * unknown, or retired already: the first reason and date stay.
     */
    void retire(ChatId chat, String why, Instant at);

    /** Whether a chat is known, and if so whether it can be reached. */
    Contact contact(ChatId chat);

    /** How many chats are retired. */
    long retiredCount();

    /** The chats that were retired last, the newest first. */
    List<Retired> retired(int most);

    /**
     * The chat goes on under another name, with all that belongs to it. If that name is known already the two become one:
     * what the new name has chosen stays, what it has not is taken over, and lists are joined. It is then in use.
     */
    void move(ChatId from, ChatId to, Instant at);

    /** Deletes chats that were retired before a moment, with all that belongs to them; says how many. */
    int purge(Instant retiredBefore);

    /** What is known of a chat. */
    enum Contact {
        /** It has neither spoken to the bot nor been spoken to. */
        UNKNOWN,
        IN_USE,
        RETIRED
    }

    /**
     * A chat that can't be reached.
     *
     * @param why for the operator
     * @param at since when
     */
    record Retired(ChatId chat, String why, Instant at) {}

    /** Chats kept in memory, for tests and for runs that keep nothing. */
    static Chats inMemory() {
        return new InMemoryChats();
    }
}
