package dev.bellwether.bot.telegram;

import dev.bellwether.talk.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands: a chat, or a topic of one. As {@link ChatId} it is {@code -1001234567} or, in a topic,
 * {@code -1001234567:77}.
 *
 * @param topic the number of the topic; null in the general one and in chats without topics
 */
record Place(long chat, @Nullable Integer topic) {
    static final String FRONT = "telegram";

    /** The place that a chat's name means. */
    static Place of(ChatId id) {
        int colon = id.id().indexOf(':');
        return colon < 0
                ? new Place(Long.parseLong(id.id()), null)
                : new Place(
                        Long.parseLong(id.id().substring(0, colon)),
                        Integer.valueOf(id.id().substring(colon + 1)));
    }

    ChatId id() {
        return new ChatId(FRONT, topic == null ? Long.toString(chat) : chat + ":" + topic);
    }
}
