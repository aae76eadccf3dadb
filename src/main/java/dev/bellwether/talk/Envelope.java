package dev.bellwether.talk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card on its way to one chat. A long card takes several messages; those that are already there are not sent again.
 *
 * @param key names it for ever: the same key to the same chat is the same message, on platforms that can tell
 * @param chat where to
 * @param card what it says, not yet spoken
 * @param voice how the chat is spoken to
 * @param follow what it belongs to; null if it stands for itself
 * @param done what the platform calls those of its messages that it took before, in order
 * @param again whether the message after those may already be there although no answer came; a platform that can't tell marks it
 */
public record Envelope(
        String key,
        ChatId chat,
        Card card,
        Voice voice,
        @Nullable Follow follow,
        List<String> done,
        boolean again) {
    public Envelope {
        done = List.copyOf(done);
    }

    /** A first try of a card that stands for itself. */
    public Envelope(String key, ChatId chat, Card card, Voice voice) {
        this(key, chat, card, voice, null, List.of(), false);
    }

    /**
     * An earlier message of the same chat that a card belongs to.
     *
     * @param message what the platform calls it
     * @param edit whether the card takes its place; else it is a reply to it
     */
    public record Follow(String message, boolean edit) {}
}
