package dev.bellwether.talk;

import java.time.Duration;
import java.util.List;

/** What came of sending one {@link Envelope}. */
public sealed interface Outcome {

    /**
     * It stands in the chat.
     *
     * @param messages what the platform calls the messages it took, in order
     */
    record Sent(List<String> messages) implements Outcome {
        public Sent {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Not now.
     *
     * @param after how long to wait at least; zero if the platform did not say
     * @param why what happened, for the operator
     * @param perhaps whether it may have arrived all the same: the answer never came
     */
    record Retry(Duration after, String why, boolean perhaps) implements Outcome {}

    /**
     * Never again to this chat, until it lets the bot in again.
     *
     * @param why in the platform's words, such as "bot was blocked by the user"
     */
    record Dead(Reason reason, String why) implements Outcome {}

    /**
     * The chat goes on under another name; the envelope is to be sent there.
     *
     * @param to the chat's new name
     */
    record Moved(ChatId to) implements Outcome {}

    /**
     * The platform takes other messages to this chat but not this one, and not a plain version of it either.
     *
     * @param why in the platform's words
     */
    record Refused(String why) implements Outcome {}

    /** Why a chat is gone. */
    enum Reason {
        /** The person blocked the bot, or takes no messages from it. */
        BLOCKED,
        /** The bot was put out of the group or server. */
        KICKED,
        /** The chat or account no longer exists. */
        DELETED,
        /** The bot is there but may not write. */
        NO_PERMISSION
    }
}
