package dev.bellwether.command;

import dev.bellwether.talk.Line;
import java.util.List;

/**
 * One argument of a command, described once for the parser, help, completion and the fronts' own forms.
 *
 * @param name one lower-case word
 * @param description what to type, in a few words
 * @param kind what it may be
 * @param least how many are needed; 0 if it may be left out
 * @param most how many are taken
 */
public record Parameter(String name, Line description, Kind kind, int least, int most) {
    /** One whose description is the same in every language. */
    public Parameter(String name, String description, Kind kind, int least, int most) {
        this(name, Line.of(description), kind, least, most);
    }

    private static final int MOST_SPELT_OUT = 8;

    /** What an argument may be. */
    public sealed interface Kind {}

    /** An instrument or one of its listings, by symbol, ISIN or name. */
    public record Symbol() implements Kind {}

    /** A whole number from {@code least} to {@code most}. */
    public record Count(int least, int most) implements Kind {}

    /** One of these words. */
    public record Choice(List<String> words) implements Kind {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** The name of a command. */
    public record CommandName() implements Kind {}

    /** A day: {@code 2026-01-02}, {@code 02.01.2026}, {@code today}, {@code yesterday} or a weekday; see {@link DayWord}. */
    public record Day() implements Kind {}

    /**
     * All that follows, as typed, line breaks too. It stands last.
     *
     * @param longest how many characters are taken
     * @param rule whether it is the rule of an alert, which is completed as it is typed
     */
    public record Rest(int longest, boolean rule) implements Kind {
        /** A text that nothing is known about. */
        public Rest(int longest) {
            this(longest, false);
        }
    }

    /** Whether it may be left out. */
    public boolean optional() {
        return least == 0;
    }

    /** How it stands in a usage line: {@code <symbol>}, {@code [count]}, {@code <symbol ...>}; a few choices are spelt out. */
    public String usage() {
        String inner = kind instanceof Choice choice && choice.words().size() <= MOST_SPELT_OUT
                ? String.join("|", choice.words())
                : name;
        String many = most > 1 || kind instanceof Rest ? " ..." : "";
        return optional() ? "[" + inner + many + "]" : "<" + inner + many + ">";
    }
}
