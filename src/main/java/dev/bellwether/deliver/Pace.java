package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import java.time.Duration;

/** How fast one platform lets the bot write, over all chats and to each. Safe for threads; never blocks. */
public interface Pace {
    /**
     * Takes one turn to write to a chat.
     *
     * @return zero if the turn is taken; else how long to wait before asking again, and nothing is taken
     */
    Duration take(ChatId chat, Lane lane);

    /**
     * How long no chat at all can have a turn in this lane; zero if some could. Takes nothing. Who has many chats to choose from asks
     * this first: then a wait that {@link #take} gives is about that chat alone.
     */
    default Duration untilFree(Lane lane) {
        return Duration.ZERO;
    }

    /** A turn that was taken is used now, and not at the moment when it was taken: what was to be written down first took its time. */
    default void used(ChatId chat) {}

    /** The platform told the bot to write nothing at all for this long. */
    void pause(Duration length);

    /** The platform told the bot to write nothing to this chat for this long. */
    void pause(ChatId chat, Duration length);

    /** No limit at all. */
    static Pace none() {
        return new Pace() {
            @Override
            public Duration take(ChatId chat, Lane lane) {
                return Duration.ZERO;
            }

            @Override
            public void pause(Duration length) {}

            @Override
            public void pause(ChatId chat, Duration length) {}
        };
    }
}
