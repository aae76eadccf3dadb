package dev.bellwether.command;

import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;

/** One slash command. Called from many threads at once; may block (virtual threads). */
public interface Command {
    /** What it is. */
    CommandSpec spec();

    /**
     * Answers.
     *
     * @param arguments what was typed behind the name, read by {@link #spec}
     */
    Answer answer(Ask ask, Arguments arguments);
}
