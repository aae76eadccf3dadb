package dev.bellwether.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, not yet addressed: it becomes one {@link Envelope} for each chat of its audience.
 *
 * @param key names it for ever, such as {@code break:BABA:2026-01-14}; a second notice with the same key is the same one. At most
 *     {@value #LONGEST_KEY} characters, none of them a control character
 * @param card what it says
 * @param audience to whom
 * @param lane how urgent it is
 * @param expires when it is no longer worth telling: what has not reached a chat by then never will, and is counted
 * @param follow the earlier notice that it belongs to; null if it stands for itself
 */
public record Notice(
        String key,
        Card card,
        Audience audience,
        Lane lane,
        Instant expires,
        @Nullable Follow follow) {
    /** The longest key. */
    public static final int LONGEST_KEY = 200;

    /** @throws IllegalArgumentException if the key is empty, too long, or holds a control character */
    public Notice {
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no key for a notice: " + key);
        }
    }

    /** A notice that stands for itself. */
    public Notice(String key, Card card, Audience audience, Lane lane, Instant expires) {
        this(key, card, audience, lane, expires, null);
    }

    /**
     * An earlier notice. In each chat the message that it became is replied to or edited; where there is none, because it was never
     * sent there, the later notice stands for itself.
     *
     * @param key of the earlier notice
     * @param edit whether the card takes the place of the earlier one; else it is a reply
     */
    public record Follow(String key, boolean edit) {}
}
