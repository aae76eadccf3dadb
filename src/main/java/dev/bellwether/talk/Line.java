package dev.bellwether.talk;

import java.net.URI;
import java.util.ArrayList;
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

    /** This line and then text that no longer holds. */
    public Line struck(String text) {
        return plus(new Span.Text(text, Span.Style.STRUCK));
    }

    /** This line and then text to be typed as it stands. */
    public Line code(String text) {
        return plus(new Span.Text(text, Span.Style.CODE));
    }

    /** This line and then a link. */
    public Line link(String text, URI target) {
        return plus(new Span.Link(text, target));
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

    private Line plus(Span span) {
        return then(new Line(List.of(span)));
    }
}
