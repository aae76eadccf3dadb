package dev.bellwether.digest;

import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done at set moments, shared out among all processes on one store: each task is run by one of them. One that dies at it
 * is found out after a while, and another one runs the task again; so a task must be able to tell whether it was done.
 */
public interface DueTasks extends AutoCloseable {
    /** What a task does. */
    @FunctionalInterface
    interface Work {
        /**
         * Does the task.
         *
         * @return when it is to be done next; empty for never
         * @throws RuntimeException if it could not be done; it is tried again after a minute
         */
        Optional<Instant> run(long id);
    }

    /**
     * Sets the moment of a task, whether it had one or not. Takes part in {@code fact.Transactions}.
     *
     * @throws RuntimeException if the task is being done at the moment
     */
    void set(long id, Instant due);

    /** Sets the moment of a task that has none. */
    void setIfNone(long id, Instant due);

    /** Takes a task back; one that is being done at the moment takes itself back when it finds nothing to do. */
    void cancel(long id);

    /** Does what is due now on the calling thread; says how many. To be called every few seconds. */
    int tick();

    @Override
    void close();
}
