package dev.bellwether.deliver;

import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import java.time.Duration;

/** Lets time pass. The only one that really waits stands in {@code app}; tests use one that moves their clock. */
@FunctionalInterface
public interface Delayer {
    /**
     * Waits on the calling (virtual) thread.
     *
     * @throws InterruptedException if the thread is told to stop
     */
    void sleep(Duration length) throws InterruptedException;

    /** Waits until the pace gives a turn. */
    default void awaitTurn(Pace pace, ChatId chat, Lane lane) throws InterruptedException {
        for (Duration wait = pace.take(chat, lane); wait.isPositive(); wait = pace.take(chat, lane)) {
            sleep(wait);
        }
    }
}
