package dev.bellwether.digest;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;

/** What was typed is no digest. The sentence is for the member, names the word and says what to type instead. */
public final class SpecProblem extends RuntimeException {
    private final transient Line sentence;

    SpecProblem(Line sentence) {
        super(Voice.english().plain(sentence), null, false, false);
        this.sentence = sentence;
    }

    /** The sentence for the member. */
    public Line say() {
        return sentence;
    }
}
