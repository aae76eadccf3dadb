package dev.bellwether.talk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which chats want to be told about which topics. Safe for threads; every change takes part in {@code fact.Transactions}. */
public interface Subscriptions {
    /**
     * The chat wants what is told about the topic from now on.
     *
     * @param topic such as {@code digest:morning} or {@code breakouts:BABA}; at most 200 characters
     * @return false if it did so already
     */
    boolean add(ChatId chat, String topic, Instant at);

    /**
     * The chat no longer wants it.
     *
     * @return false if it did not anyway
     */
    boolean remove(ChatId chat, String topic);

    /** What a chat wants, in the order of the alphabet. */
    List<String> of(ChatId chat);

    /**
     * The chat is told nothing about a topic for a time, whichever of its subscriptions would have it told. Takes the place of an
     * earlier mute of the topic.
     *
     * @param until when the topic comes back by itself; null for never
     */
    void mute(ChatId chat, String topic, @Nullable Instant until, Instant at);

    /**
     * The topic is no longer muted.
     *
     * @return false if it was not anyway
     */
    boolean unmute(ChatId chat, String topic);

    /** The topics a chat is told nothing about at a moment, in the order of the alphabet. */
    List<Mute> muted(ChatId chat, Instant now);

    /**
     * A topic of which a chat is told nothing.
     *
     * @param until when it comes back by itself; null for never
     */
    record Mute(String topic, @Nullable Instant until) {}

    /** Subscriptions kept in memory, for tests and for runs that keep nothing. */
    static Subscriptions inMemory() {
        return new InMemorySubscriptions();
    }
}
