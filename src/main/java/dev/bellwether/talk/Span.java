package dev.bellwether.talk;

import java.net.URI;

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
    record Link(String text, URI target) implements Span {}

    /** A value, formatted by the front for its reader. */
    record Shown(Value value) implements Span {}
}
