package dev.bellwether.bot;

/** Decides what becomes of the calls by which a bot writes messages, on any of the fake platforms. */
@FunctionalInterface
public interface Saboteur {
    /**
     * A call came in, and nothing has been done yet.
     *
     * @param call counts from 1
     * @param chat where it is to write
     */
    Fate fate(long call, String chat);

    /** A message is taken, and no answer was given yet. */
    default void taken() {}

    /** Lets everything pass. */
    static Saboteur none() {
        return (call, chat) -> Fate.DONE;
    }

    /** What becomes of a call. */
    enum Fate {
        /** What the platform does with it anyway. */
        DONE,
        /** 429: to be tried again after a second, and not done. */
        TOO_FAST,
        /** A gateway answers that the platform is broken, and it is not done. */
        BROKEN,
        /** The connection ends, and it is not done. */
        LOST,
        /** It is done, and the connection ends before the answer. */
        UNANSWERED
    }
}
