package dev.bellwether.deliver;

import dev.bellwether.talk.Envelope;
import dev.bellwether.talk.Outcome;

/** One platform's way out. Called from many virtual threads at once; blocks until the platform has answered. */
public interface Sender {
    /** The front whose chats it reaches, as in {@link dev.bellwether.talk.ChatId#front}. */
    String front();

    /**
     * Sends what is not yet sent of an envelope, one call to the platform for each message and none repeated. Paces nothing:
     * the caller took the first message's turn from {@link Pace}; a sender takes those of further messages itself.
     *
     * @param progress told before and after each message, so that a crash between the two is known
     * @return what came of it; never throws for anything the platform or the network does
     */
    Outcome send(Envelope envelope, Progress progress);

    /**
     * Whether the platform recognises the same envelope sent again, so that a repeat does no harm. Where it does not, an envelope is
     * repeated at most once after an answer that never came.
     */
    default boolean recognisesRepeats() {
        return false;
    }

    /** What a sender tells while it sends; each call is on disk when it returns. */
    interface Progress {
        /**
         * The next call to the platform will be for this message of the card.
         *
         * @throws RuntimeException if that can't be kept, or the envelope is no longer this process's to send: the call must not be
         *     made; a sender lets the exception through
         */
        void sending(int part);

        /** The platform took this message of the card, and calls it so. */
        void sent(int part, String message);

        /** For messages of which no record is kept, such as answers. */
        static Progress unrecorded() {
            return new Progress() {
                @Override
                public void sending(int part) {}

                @Override
                public void sent(int part, String message) {}
            };
        }
    }
}
