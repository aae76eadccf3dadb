package dev.bellwether.talk;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of a line. Text is data: fronts escape it. */
public sealed interface Span {

    /** How a text is shown. */
    enum Style {
        PLAIN,
        STRONG,
        EMPHASIS,
        CODE,
        /** No longer holds: shown crossed out. */
        STRUCK
    }

    /** Words in a style. */
    record Text(String text, Style style) implements Span {}

    /** Words that lead to a page; only http and https are linked by fronts. */
    record Link(Line words, URI target) implements Span {
        /** Words that are the same in every language, such as a headline. */
        public Link(String text, URI target) {
            this(Line.of(text), target);
        }

        /** Its words once a {@link Voice} has spoken. */
        public String text() {
            return words.spans().stream()
                    .map(span -> span instanceof Text(String text, Style _) ? text : "")
                    .collect(Collectors.joining());
        }
    }

    /** A value, formatted by the front for its reader. */
    record Shown(Value value) implements Span {}

    /**
     * A sentence or a few words of the bot's own, in whatever language the reader has. Gone once a {@link Voice} has spoken.
     *
     * @param key names the sentence in the word files; its first part names the file, such as {@code settings.zone.set}
     * @param parts what the sentence holds at {0}, {1}, …
     * @param style of its plain words
     */
    record Phrase(String key, List<Line> parts, Style style) implements Span {
        public Phrase {
            parts = List.copyOf(parts);
        }

        /** A sentence whose plain words stay plain. */
        public Phrase(String key, List<Line> parts) {
            this(key, parts, Style.PLAIN);
        }
    }

    /**
     * A sentence that counts: which of its forms is taken depends on the number and the language.
     *
     * @param key as in {@link Phrase}; the files hold {@code key.one} and {@code key.other}
     * @param count the number; stands at {0}
     * @param parts what the sentence holds at {1}, {2}, …
     * @param style of its plain words
     */
    record Counted(String key, long count, List<Line> parts, Style style) implements Span {
        public Counted {
            parts = List.copyOf(parts);
        }

        /** A sentence whose plain words stay plain. */
        public Counted(String key, long count, List<Line> parts) {
            this(key, count, parts, Style.PLAIN);
        }
    }
}
