package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first open envelope of a chat and lane, which this process alone may send: it owns the queue.
 *
 * @param envelope its number in the store
 * @param chatRow the chat's number in the store
 * @param notice the notice's number in the store
 * @param key of the notice
 * @param expires of the notice
 * @param follow of the notice
 * @param tries how often it was tried before
 * @param doubts how often in a row no answer came, not counting crashes
 * @param messages what the platform calls those of its messages that it took
 * @param again whether a call for the message after those was begun and no end of it is known
 */
public record Claim(
        long envelope,
        long chatRow,
        ChatId chat,
        Lane lane,
        long notice,
        String key,
        Instant expires,
        Notice.@Nullable Follow follow,
        int tries,
        int doubts,
        List<String> messages,
        boolean again) {
    public Claim {
        messages = List.copyOf(messages);
    }
}
