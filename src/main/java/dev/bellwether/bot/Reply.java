package dev.bellwether.bot;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Voice;

/** Where the answer to one question goes: one message or interaction of a platform. Called on a virtual thread. */
public interface Reply {
    /** The answer takes a while. Called at most once, and never after {@link #answer}. */
    void working(Voice voice);

    /**
     * The answer; called once, unless {@link #tooMany} is. If it throws it is called once more, with a plain apology in place of
     * what could not be shown.
     */
    void answer(Answer answer, Voice voice);

    /**
     * Not answered, because too much was asked.
     *
     * @param answer says so, and when to ask again
     * @param first whether it is the first such answer since this person or chat was last answered; the others need not be shown where
     *     silence is polite
     */
    void tooMany(Answer answer, Voice voice, boolean first);
}
