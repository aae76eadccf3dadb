package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A table that holds something about chats or the people in them. {@link #ALL} is the one list: what is shown, deleted, and
 * taken along when a chat moves are these tables, and a test walks the schema for tables that are missing here.
 */
interface Remembered {
    /** Every such table; those that refer to others stand behind them. */
    List<Remembered> ALL = List.of(
            new ChatMemory(),
            new WatchlistMemory(),
            new MarkMemory(),
            new SubscriptionMemory(),
            new ChatFeedMemory(),
            new MuteMemory(),
            new FollowedListMemory(),
            new MemberLevelMemory(),
            new EnvelopeMemory(),
            new QueueMemory(),
            new DigestMemory(),
            new AlertMemory());

    /** Its name. */
    String table();

    /** What it holds about a subject. */
    List<Memory.Kept> about(Handle handle, Memory.Subject subject);

    /** Deletes what {@link #about} shows, or takes the person out of it. */
    void forget(Handle handle, Memory.Subject subject);

    /**
     * Gives all rows of one chat to another.
     *
     * @param from what is left behind goes with the old chat, which is deleted after this
     * @param to a chat that may have rows already
     */
    void move(Handle handle, long from, long to);
}
