package dev.bellwether.news.chat;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;

/** A filter that can't be understood. The sentence says what is wrong and what to type instead. */
public final class BadFilter extends Exception {
    private final transient Line sentence;

    BadFilter(Line sentence) {
        super(Voice.english().plain(sentence), null, false, false);
        this.sentence = sentence;
    }

    /** The sentence for the member. */
    public Line say() {
        return sentence;
    }
}
