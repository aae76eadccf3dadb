package dev.bellwether.bot.telegram;

import dev.bellwether.deliver.Pace;
import dev.bellwether.talk.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Passes on that there were too many calls. Telegram does not say whether a chat's limit or the bot's was reached. The first
 * time only that chat is left alone, so that one busy group does not silence all others; if another chat meets the same while
 * that lasts, it is the bot's limit, and all are.
 */
final class Floods {
    private static final Duration UNSAID = Duration.ofSeconds(1);

    private final Pace pace;
    private final InstantSource clock;
    private @Nullable ChatId last;
    private Instant until = Instant.MIN;

    Floods(Pace pace, InstantSource clock) {
        this.pace = pace;
        this.clock = clock;
    }

    synchronized void met(ChatId chat, Duration after) {
        Duration length = after.isZero() ? UNSAID : after;
        Instant now = clock.instant();
        boolean anotherToo = last != null && !last.equals(chat) && now.isBefore(until);
        if (anotherToo) {
            pace.pause(length);
        } else {
            pace.pause(chat, length);
        }
        last = chat;
        until = now.plus(length);
    }
}
