package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.List;

/** Who sends what next. Safe for threads and for several processes on one store. */
public interface Queues {
    /**
     * Says that a process is there to send, or still is.
     *
     * @param ends until when it counts as alive if nothing more is heard of it
     */
    void alive(String owner, Instant ends);

    /** Says that a process sends no more; what it owns is free at once. */
    void gone(String owner);

    /**
     * Frees what belongs to processes of which nothing has been heard.
     *
     * @param owner the one that asks; what is its own stays
     * @return how many queues are free again
     */
    int reap(String owner, Instant now);

    /** Whether no other process can use this store, so that whatever another owns belongs to one that died. */
    boolean alone();

    /** Frees what belongs to any other process; only for a store that has but one, see {@link #alone}. */
    int reapOthers(String owner);

    /**
     * Takes the first open envelopes of a front's queues: the urgent lanes first, in each lane by turn.
     *
     * @return at most so many, in that order
     */
    List<Claim> claim(String front, String owner, int most);

    /** Makes queues ready whose pause is over; returns how many. */
    int wake(Instant now);

    /** Makes those ready whose pause ends later than any pause is meant to: the clock was set back. */
    int wakeBeyond(Instant latest);

    /** Finds chats with open envelopes that no queue holds, which must not be, and queues them; returns how many. */
    int mend();

    /** What became of an earlier notice in a chat, for a notice that follows it. */
    Earlier earlier(String key, ChatId chat);

    /** What became of an earlier notice in a chat. */
    sealed interface Earlier {
        /** It was never meant for this chat, or did not reach it. */
        record None() implements Earlier {}

        /** It is still to be sent. */
        record Waiting() implements Earlier {}

        /** It stands there. */
        record Stands(List<String> messages) implements Earlier {
            public Stands {
                messages = List.copyOf(messages);
            }
        }
    }
}
