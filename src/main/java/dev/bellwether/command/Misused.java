package dev.bellwether.command;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;

/** A command was typed in a way that can't be answered. The sentence is for the member and says what to type instead. */
final class Misused extends RuntimeException {
    private final transient Line sentence;

    Misused(Line sentence) {
        super(Voice.english().plain(sentence), null, false, false);
        this.sentence = sentence;
    }

    /** A sentence that is the same in every language. */
    Misused(String sentence) {
        this(Line.of(sentence));
    }

    /** The sentence for the member. */
    Line say() {
        return sentence;
    }
}
