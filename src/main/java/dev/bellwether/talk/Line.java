package dev.bellwether.talk;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of text with emphasis, links and values. Immutable; each method returns a longer line. */
public record Line(List<Span> spans) {
    private static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    /** A line with nothing in it. */
    public static Line empty() {
        return EMPTY;
    }

    /** A line that holds this text. */
    public static Line of(String text) {
        return EMPTY.text(text);
    }

    /** A line that holds this value. */
    public static Line of(Value value) {
        return EMPTY.value(value);
    }

    /**
     * A sentence of the bot's own, worded in the reader's language.
     *
     * @param key names it in the word files; always a literal, so that a test can find it there
     * @param parts what it holds at {0}, {1}, …: {@link Line}s, {@link Value}s, texts or whole numbers
     */
    public static Line say(String key, Object... parts) {
        return EMPTY.plus(new Span.Phrase(key, parts(parts), Span.Style.PLAIN));
    }

    /**
     * A sentence of the bot's own that counts: "1 story", "2 stories".
     *
     * @param key names it in the word files, which hold {@code key.one} and {@code key.other}
     * @param count the number, which stands at {0}
     * @param parts what it holds at {1}, {2}, …
     */
    public static Line count(String key, long count, Object... parts) {
        return EMPTY.plus(new Span.Counted(key, count, parts(parts), Span.Style.PLAIN));
    }

    /**
     * Several things as people of each language list them: "A, B, C" or "A or B or C".
     *
     * @param key names what joins two of them, such as {@code value.or}; a literal as well
     */
    public static Line joined(String key, List<Line> things) {
        return things.stream().reduce((left, right) -> say(key, left, right)).orElse(EMPTY);
    }

    private static List<Line> parts(Object... parts) {
        return Arrays.stream(parts).map(Line::part).toList();
    }

    private static Line part(Object part) {
        return switch (part) {
            case Line line -> line;
            case Value value -> of(value);
            case String text -> of(text);
            case Integer number -> of(number.toString());
            case Long number -> of(number.toString());
            default -> throw new IllegalArgumentException("a sentence can't hold a " + part.getClass());
        };
    }

    /** This line and then plain text. */
    public Line text(String text) {
        return text.isEmpty() ? this : plus(new Span.Text(text, Span.Style.PLAIN));
    }

    /** This line and then text that stands out. */
    public Line strong(String text) {
        return plus(new Span.Text(text, Span.Style.STRONG));
    }

    /** This line and then text that stands back or is quoted. */
    public Line emphasis(String text) {
        return plus(new Span.Text(text, Span.Style.EMPHASIS));
    }

    /** This line and then another that stands out. */
    public Line strong(Line line) {
        return then(line.in(Span.Style.STRONG));
    }

    /** This line and then another that stands back. */
    public Line emphasis(Line line) {
        return then(line.in(Span.Style.EMPHASIS));
    }

    /** This line and then text that no longer holds. */
    public Line struck(String text) {
        return plus(new Span.Text(text, Span.Style.STRUCK));
    }

    /** This line and then another that no longer holds. */
    public Line struck(Line line) {
        return then(line.in(Span.Style.STRUCK));
    }

    /** This line and then text to be typed as it stands. */
    public Line code(String text) {
        return plus(new Span.Text(text, Span.Style.CODE));
    }

    /** This line and then a link. */
    public Line link(String text, URI target) {
        return plus(new Span.Link(text, target));
    }

    /** This line and then a link whose words are the bot's own. */
    public Line link(Line words, URI target) {
        return plus(new Span.Link(words, target));
    }

    /** This line and then a value. */
    public Line value(Value value) {
        return plus(new Span.Shown(value));
    }

    /** This line and then another. */
    public Line then(Line other) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(other.spans);
        return new Line(longer);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The same with its plain words in a style; links and values keep theirs. */
    Line in(Span.Style style) {
        return new Line(spans.stream().map(span -> in(style, span)).toList());
    }

    private static Span in(Span.Style style, Span span) {
        return switch (span) {
            case Span.Text(String text, Span.Style old) when old == Span.Style.PLAIN -> new Span.Text(text, style);
            case Span.Phrase(String key, List<Line> parts, Span.Style old)
            when old == Span.Style.PLAIN -> new Span.Phrase(key, parts, style);
            case Span.Counted(String key, long count, List<Line> parts, Span.Style old)
            when old == Span.Style.PLAIN -> new Span.Counted(key, count, parts, style);
            case Span.Text _, Span.Link _, Span.Shown _, Span.Phrase _, Span.Counted _ -> span;
        };
    }

    private Line plus(Span span) {
        return then(new Line(List.of(span)));
    }
}
