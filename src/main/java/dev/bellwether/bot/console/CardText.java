package dev.bellwether.bot.console;

import dev.bellwether.fact.DurationText;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.ValueText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cards as text for a terminal of 80 columns: labels and table columns aligned, long lines folded under where they began.
 * With a {@link Paint} that colours, for a terminal; with one that does not, for a file or a pipe. Immutable.
 */
public final class CardText {
    private static final int WIDTH = 80;

    private final ValueText values;
    private final Paint paint;

    /** @param paint how emphasis is shown */
    public CardText(ValueText values, Paint paint) {
        this.values = values;
        this.paint = paint;
    }

    /** The whole card; lines end with {@code \n}. */
    public String render(Card card) {
        List<String> lines = new ArrayList<>();
        lines.add(head(card));
        card.blocks().forEach(block -> lines.addAll(lines(block)));
        if (!card.sources().isEmpty()) {
            lines.addAll(folded("Sources  ", Line.of(sources(card))).stream()
                    .map(paint::faint)
                    .toList());
        }
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    /** What a card says in one line, without its small print: for errors. */
    public String oneLine(Card card) {
        return card.blocks().stream()
                .filter(block -> block instanceof Block.Paragraph)
                .map(block -> plain(((Block.Paragraph) block).line()))
                .collect(Collectors.joining(" "));
    }

    private String head(Card card) {
        String title = paint.title(clean(card.title()), card.tone());
        return card.sample() ? title + paint.faint("  [sample data]") : title;
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of("", paint.strong(plain(heading.line())));
            case Block.Paragraph paragraph -> folded("", paragraph.line());
            case Block.Fields fields -> fields(fields.fields());
            case Block.Table table -> new TextTable(paint).render(table, this::plain);
            case Block.Picture picture -> List.of("[picture: " + clean(picture.alt()) + "]");
            case Block.Buttons buttons ->
                folded(
                        "More     ",
                        Line.of(buttons.buttons().stream()
                                .map(Block.Button::command)
                                .collect(Collectors.joining("   "))));
            case Block.Footer footer ->
                folded("", footer.line()).stream().map(paint::faint).toList();
        };
    }

    private List<String> fields(List<Block.Field> fields) {
        int width =
                fields.stream().mapToInt(field -> field.label().length()).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (Block.Field field : fields) {
            String label =
                    clean(field.label()) + " ".repeat(width - field.label().length() + 2);
            lines.addAll(folded(label, field.content()));
        }
        return lines;
    }

    /** The line behind its label, folded between words, with what follows set in under where it began. */
    private List<String> folded(String label, Line line) {
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
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == ' ') {
                    words.add(new Word(text.substring(start, i), style, true));
                    start = i + 1;
                }
            }
            if (start < text.length()) {
                words.add(new Word(text.substring(start), style, false));
            }
        }
        return words;
    }

    private String plain(Line line) {
        return line.spans().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(Span span) {
        return switch (span) {
            case Span.Text text -> clean(text.text());
            case Span.Link link -> clean(link.text()) + " <" + link.target() + ">";
            case Span.Shown shown -> clean(values.of(shown.value()));
        };
    }

    private String sources(Card card) {
        return card.sources().stream().map(source -> source(source, card)).collect(Collectors.joining("; "));
    }

    private String source(Provenance source, Card card) {
        Duration age = Duration.between(source.asOf(), card.at());
        String delay =
                source.delay().isZero() ? "" : ", delayed " + source.delay().toMinutes() + " min";
        String link = source.link() == null ? "" : " <" + source.link() + ">";
        return clean(source.source()) + ", " + values.of(new Value.Moment(source.asOf())) + " ("
                + DurationText.shortly(age) + " old" + delay + ")" + link;
    }

    /** Takes out what could steer a terminal: texts of feeds and members are data. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** How a terminal shows what stands out. */
    public enum Paint {
        /** Not at all. */
        PLAIN,
        /** With the sixteen colours that every terminal has. */
        COLOUR;

        String title(String text, Tone tone) {
            String sign = switch (tone) {
                case UP -> "▲ ";
                case DOWN -> "▼ ";
                case NEUTRAL, NOTICE, ERROR -> "";
            };
            String code = switch (tone) {
                case UP -> "1;32";
                case DOWN, ERROR -> "1;31";
                case NOTICE -> "1;33";
                case NEUTRAL -> "1";
            };
            return in(code, sign + text);
        }

        String strong(String text) {
            return in("1", text);
        }

        String faint(String text) {
            return in("2", text);
        }

        String label(String text) {
            return text.isEmpty() ? text : in("36", text);
        }

        String styled(String text, Span.Style style) {
            return switch (style) {
                case PLAIN -> text;
                case STRONG -> in("1", text);
                case EMPHASIS -> in("3", text);
                case CODE -> in("36", text);
            };
        }

        private String in(String code, String text) {
            return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    }
}
