package dev.bellwether.watch.alert;

import dev.bellwether.talk.ChatId;
import dev.bellwether.watch.rule.Rule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's rule in a chat.
 *
 * @param id in the store, for ever
 * @param number by which members name it, counted in each chat from 1; never used again
 * @param chat where it was set and where it is told
 * @param member who set it, as the front names the person
 * @param group whether it is the whole chat's; else it is told to the chat but belongs to the member alone
 * @param rule what it means
 * @param text the rule as text that reads as {@code rule} again
 * @param state whether it is armed
 * @param created when it was set
 * @param snoozedUntil until when it says nothing; null for not at all
 * @param lastFired when it fired last; null for never
 * @param remind whether a firing that nobody has acknowledged is told again each day
 * @param unacknowledged the key of the notice that waits to be acknowledged; null for none
 */
public record Alert(
        long id,
        int number,
        ChatId chat,
        String member,
        boolean group,
        Rule rule,
        String text,
        State state,
        Instant created,
        @Nullable Instant snoozedUntil,
        @Nullable Instant lastFired,
        boolean remind,
        @Nullable String unacknowledged) {
    /** Whether an alert is armed. */
    public enum State {
        ARMED,
        PAUSED,
        /** It fired once, as it was asked to, or its last day is over. */
        DONE
    }
}
