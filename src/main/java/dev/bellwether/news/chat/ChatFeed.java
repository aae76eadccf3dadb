package dev.bellwether.news.chat;

import dev.bellwether.talk.ChatId;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a chat follows.
 *
 * @param chat who follows it
 * @param address of the feed itself; http or https
 * @param title as it was when it was added; null if it had none
 * @param filter as typed, in the language of {@link ItemFilter}; empty lets everything through
 * @param delivery when its items are told
 * @param language BCP 47 tag of its items where the feed does not say; null for English
 * @param addedBy who added it, as the front names people
 * @param added when
 */
public record ChatFeed(
        ChatId chat,
        URI address,
        @Nullable String title,
        String filter,
        Delivery delivery,
        @Nullable String language,
        String addedBy,
        Instant added) {

    /** When items are told. */
    public enum Delivery {
        /** As they come. */
        NOW,
        /** With the chat's digest. */
        DIGEST;

        /** The word that is typed and kept for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
