package dev.bellwether.talk;

import java.time.Instant;
import java.util.List;

/** Which chats want to be told about which topics. Safe for threads. */
public interface Subscriptions {
    /**
     * The chat wants what is told about the topic from now on.
     *
     * @param topic such as {@code digest:morning} or {@code symbol:BABA}; at most 200 characters
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
}
