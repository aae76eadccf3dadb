package dev.bellwether.bot.console;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a card as lines of a terminal. */
final class LineText {
    private final Voice voice;
    private final Paint paint;
    private final Links links;

    LineText(Voice voice, Paint paint, Links links) {
        this.voice = voice;
        this.paint = paint;
        this.links = links;
    }

    /** The line behind its label, folded between words, with what follows set in under where it began. */
    List<String> folded(String label, Line line) {
        Fold fold = new Fold(paint, label);
        for (Span span : line.spans()) {
            fold.add(text(span), span instanceof Span.Text text ? text.style() : Span.Style.PLAIN);
        }
        return fold.lines();
    }

    /** The line without any emphasis, not folded. */
    String plain(Line line) {
        return line.spans().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Span span) {
        return switch (span) {
            case Span.Text text when text.style() == Span.Style.STRUCK -> "~~" + clean(text.text()) + "~~";
            case Span.Text text -> clean(text.text());
            case Span.Link link -> clean(link.text()) + links.mark(link.target());
            case Span.Shown shown -> clean(voice.text(shown.value()));
            case Span.Phrase _, Span.Counted _ -> clean(voice.plain(new Line(List.of(span))));
        };
    }

    /** Takes out what could steer a terminal: texts of feeds and members are data. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
