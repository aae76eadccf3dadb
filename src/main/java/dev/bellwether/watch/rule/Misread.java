package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;

/** Ends the reading of a rule at a spot; becomes a {@link RuleError}. */
final class Misread extends RuntimeException {
    private final int start;
    private final int end;
    private final transient Line sentence;
    private final transient List<String> instead;

    Misread(int start, int end, Line sentence, List<String> instead) {
        super("misread", null, false, false);
        this.start = start;
        this.end = end;
        this.sentence = sentence;
        this.instead = List.copyOf(instead);
    }

    Misread(Token spot, Line sentence, List<String> instead) {
        this(spot.start(), spot.end(), sentence, instead);
    }

    Misread(Token spot, Line sentence) {
        this(spot, sentence, List.of());
    }

    RuleError in(String typed) {
        return new RuleError(typed, start, end, sentence, instead);
    }
}
