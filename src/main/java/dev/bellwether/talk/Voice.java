package dev.bellwether.talk;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one reader is spoken to. Fronts let it speak a card before they render it: {@link Span.Phrase} and {@link Span.Counted}
 * become texts in the reader's language, and {@link #text} formats values.
 *
 * @param language of the bot's own sentences, of numbers and of dates
 * @param zone in which moments are shown
 */
public record Voice(Language language, ZoneId zone) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** English, moments in UTC. */
    public static Voice english() {
        return new Voice(Language.EN, ZoneId.of("UTC"));
    }

    /** The card in this language: no span of it is a phrase any more. */
    public Card speak(Card card) {
        return new Card(
                speak(card.title()),
                card.at(),
                card.tone(),
                card.blocks().stream().map(this::speak).toList(),
                card.data(),
                card.sources(),
                card.sample());
    }

    /** The line in this language: no span of it is a phrase any more. */
    public Line speak(Line line) {
        if (line.spans().stream().noneMatch(Voice::isUnspoken)) {
            return line;
        }
        List<Span> spans = new ArrayList<>();
        line.spans().forEach(span -> speak(span).forEach(word -> join(spans, word)));
        return new Line(spans);
    }

    private static boolean isUnspoken(Span span) {
        return switch (span) {
            case Span.Phrase _, Span.Counted _ -> true;
            case Span.Link link -> link.words().spans().stream().anyMatch(Voice::isUnspoken);
            case Span.Text _, Span.Shown _ -> false;
        };
    }

    /** Words in one style that follow each other are one text, however many sentences they came from. */
    private static void join(List<Span> spans, Span next) {
        if (next instanceof Span.Text(String text, Span.Style style)
                && !spans.isEmpty()
                && spans.getLast() instanceof Span.Text(String before, Span.Style same)
                && style == same) {
            spans.set(spans.size() - 1, new Span.Text(before + text, style));
        } else {
            spans.add(next);
        }
    }

    /** The line as plain text on one line: without emphasis, links as their words. */
    public String plain(Line line) {
        return speak(line).spans().stream().map(this::plain).collect(Collectors.joining());
    }

    private String plain(Span span) {
        return switch (span) {
            case Span.Text text -> text.text();
            case Span.Link link -> link.text();
            case Span.Shown shown -> text(shown.value());
            case Span.Phrase phrase -> plain(new Line(speak(phrase)));
            case Span.Counted counted -> plain(new Line(speak(counted)));
        };
    }

    /** The value as text, on one line. Every front shows values this way, so that a number looks the same on all of them. */
    public String text(Value value) {
        return new ValueText(this).of(value);
    }

    private List<Span> speak(Span span) {
        return switch (span) {
            case Span.Phrase phrase ->
                worded(phrase.key(), phrase.parts()).in(phrase.style()).spans();
            case Span.Counted counted -> {
                List<Line> parts = new ArrayList<>(List.of(Line.of(Long.toString(counted.count()))));
                parts.addAll(counted.parts());
                yield worded(counted.key() + form(counted.count()), parts)
                        .in(counted.style())
                        .spans();
            }
            case Span.Link link -> List.of(new Span.Link(plain(link.words()), link.target()));
            case Span.Text _, Span.Shown _ -> List.of(span);
        };
    }

    /** English and German have a form for one; Chinese has none. */
    private String form(long count) {
        return count == 1 && language != Language.ZH ? ".one" : ".other";
    }

    /** A sentence that nobody knows shows its key: a hole in the word files must not cost the answer. */
    private Line worded(String key, List<Line> parts) {
        String pattern = Words.pattern(language, key).orElse(key);
        Line line = Line.empty();
        Matcher place = PLACE.matcher(pattern);
        int end = 0;
        while (place.find()) {
            line = line.text(pattern.substring(end, place.start()));
            int index = Integer.parseInt(place.group(1));
            line = index < parts.size() ? line.then(speak(parts.get(index))) : line;
            end = place.end();
        }
        return line.text(pattern.substring(end));
    }

    private Block speak(Block block) {
        return switch (block) {
            case Block.Heading(Line line) -> new Block.Heading(speak(line));
            case Block.Paragraph(Line line) -> new Block.Paragraph(speak(line));
            case Block.Footer(Line line) -> new Block.Footer(speak(line));
            case Block.Fields(List<Block.Field> fields) ->
                new Block.Fields(fields.stream()
                        .map(field -> new Block.Field(speak(field.label()), speak(field.content())))
                        .toList());
            case Block.Table(List<Block.Column> columns, List<List<Line>> rows) ->
                new Block.Table(
                        columns.stream()
                                .map(column -> new Block.Column(speak(column.label()), column.numeric()))
                                .toList(),
                        rows.stream()
                                .map(row -> row.stream().map(this::speak).toList())
                                .toList());
            case Block.Buttons(List<Block.Button> buttons) ->
                new Block.Buttons(buttons.stream().map(this::speak).toList());
            case Block.Menu(Line hint, List<Block.Button> options) ->
                new Block.Menu(speak(hint), options.stream().map(this::speak).toList());
            case Block.Picture _, Block.Document _ -> block;
        };
    }

    private Block.Button speak(Block.Button button) {
        return new Block.Button(speak(button.label()), button.command(), button.inPlace());
    }
}
