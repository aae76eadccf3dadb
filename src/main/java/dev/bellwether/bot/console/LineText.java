package dev.bellwether.bot.console;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of a card as lines of a terminal. */
final class LineText {
    private static final int WIDTH = 80;

    private final ValueText values;
    private final Paint paint;
    private final Links links;

    LineText(ValueText values, Paint paint, Links links) {
        this.values = values;
        this.paint = paint;
        this.links = links;
    }

    /** The line behind its label, folded between words, with what follows set in under where it began. */
    List<String> folded(String label, Line line) {
        String margin = " ".repeat(label.length());
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder(paint.label(label));
        int room = WIDTH - label.length();
        int used = 0;
        for (Word word : words(line)) {
            if (used > 0 && used + word.text().length() > room) {
                lines.add(current.toString());
                current = new StringBuilder(margin);
                used = 0;
            }
            current.append(paint.styled(word.text(), word.style()));
            used += word.text().length();
            if (word.spaceBehind()) {
                current.append(' ');
                used++;
            }
        }
        lines.add(current.toString());
        return lines;
    }

    private record Word(String text, Span.Style style, boolean spaceBehind) {}

    private List<Word> words(Line line) {
        List<Word> words = new ArrayList<>();
        for (Span span : line.spans()) {
            Span.Style style = span instanceof Span.Text text ? text.style() : Span.Style.PLAIN;
            String text = text(span);
            int start = 0;
            for (int i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', start)) {
                words.add(new Word(text.substring(start, i), style, true));
                start = i + 1;
            }
            if (start < text.length()) {
                words.add(new Word(text.substring(start), style, false));
            }
        }
        return words;
    }

    /** The line without any emphasis, not folded. */
    String plain(Line line) {
        return line.spans().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Span span) {
        return switch (span) {
            case Span.Text text -> clean(text.text());
            case Span.Link link -> clean(link.text()) + " " + links.mark(link.target());
            case Span.Shown shown -> clean(values.of(shown.value()));
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
