package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Notice;
import java.time.Instant;
import java.util.List;

/** Something that happened to an envelope and is to be kept. */
public sealed interface Change {
    /** How an envelope can end. */
    enum End {
        /** It stands in the chat. */
        SENT,
        /** The chat is gone, or was when the notice went out. */
        DEAD,
        /** The platform does not take this message. */
        REFUSED,
        /** It was no longer worth telling. */
        EXPIRED,
        /** No answer came, to the repeat neither: it may stand there or not, and is not sent a third time. */
        UNSURE
    }

    /** A call for a message is about to begin. Not kept if the queue is no longer the owner's. */
    record Sending(Claim claim, String owner, int part) implements Change {}

    /** The platform took messages: all so far. */
    record Taken(Claim claim, List<String> messages) implements Change {
        public Taken {
            messages = List.copyOf(messages);
        }
    }

    /**
     * Nothing more is to come. The queue goes on with its next envelope.
     *
     * @param messages what the platform took
     * @param detail what happened, in the platform's words or ours; empty if it went well
     */
    record Ended(Claim claim, String owner, End end, List<String> messages, String detail, Instant at)
            implements Change {
        public Ended {
            messages = List.copyOf(messages);
        }
    }

    /**
     * It was tried and is to be tried again.
     *
     * @param messages what the platform took so far
     * @param perhaps whether the message after those may have arrived
     * @param doubts how often in a row no answer came
     */
    record Failed(
            Claim claim,
            String owner,
            List<String> messages,
            boolean perhaps,
            int doubts,
            String detail,
            Instant at,
            Instant due)
            implements Change {
        public Failed {
            messages = List.copyOf(messages);
        }
    }

    /** It was not tried and its turn comes later. */
    record Postponed(Claim claim, String owner, Instant due) implements Change {}

    /** It was not tried, and whoever comes first may take it. */
    record Returned(Claim claim, String owner) implements Change {}

    /** The chat is gone: it is retired, and all that waits for it ends. */
    record Retired(ChatId chat, String why, Instant at) implements Change {}

    /** The chat has another name, under which all that waits for it is to be sent. */
    record Moved(ChatId from, ChatId to, Instant at) implements Change {}

    /** Somebody is to be told. */
    record Told(Notice notice, Instant at) implements Change {}
}
