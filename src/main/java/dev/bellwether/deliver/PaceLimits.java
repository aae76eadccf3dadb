package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a platform allows.
 *
 * @param bot over all chats
 * @param chat to one chat; null for no limit, or one that the platform's client keeps by itself
 * @param group to one group, besides that; null for none
 * @param isGroup which chats are groups
 * @param place what the platform counts as one chat: the group of a topic, for one
 */
public record PaceLimits(
        Limit bot,
        @Nullable Limit chat,
        @Nullable Limit group,
        Predicate<ChatId> isGroup,
        Function<ChatId, String> place) {
    /**
     * So many turns in any stretch of time of a length.
     *
     * @param turns at least 1
     */
    public record Limit(int turns, Duration length) {
        /** @throws IllegalArgumentException if one of them is not positive */
        public Limit {
            if (turns < 1 || !length.isPositive()) {
                throw new IllegalArgumentException(turns + " turns in " + length);
            }
        }
    }

    /** Discord: 50 a second over all. What a channel takes is told in headers, which JDA obeys. */
    public static PaceLimits discord() {
        return new PaceLimits(new Limit(50, Duration.ofSeconds(1)), null, null, chat -> false, ChatId::id);
    }

    /**
     * Telegram: 30 a second over all, one a second to a chat, 20 a minute to a group or channel, whose number is negative. A topic of a
     * group, named behind the number, counts for the group.
     */
    public static PaceLimits telegram() {
        return new PaceLimits(
                new Limit(30, Duration.ofSeconds(1)),
                new Limit(1, Duration.ofSeconds(1)),
                new Limit(20, Duration.ofMinutes(1)),
                chat -> chat.id().startsWith("-"),
                chat -> number(chat.id()));
    }

    private static String number(String id) {
        int end = id.startsWith("-") ? 1 : 0;
        while (end < id.length() && Character.isDigit(id.charAt(end))) {
            end++;
        }
        return id.substring(0, end);
    }

    /** The same with another limit over all chats, for bots of which the platform allows more, or less. */
    public PaceLimits overAll(int turnsASecond) {
        return new PaceLimits(new Limit(turnsASecond, Duration.ofSeconds(1)), chat, group, isGroup, place);
    }
}
