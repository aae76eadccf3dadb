package dev.bellwether.bot.telegram;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cards as messages of Telegram. Text becomes rows of styled runs first; only a finished message is written as HTML, run by
 * run, so no message is ever cut inside a tag or an escape. Buttons stand under the last message. Thread-safe.
 */
final class TelegramRenderer {
    private static final int LINES_OF_ONE_STORY = 3;

    private final ButtonCodes codes;

    /** @param codes what buttons carry, made for the 64 bytes that Telegram gives them */
    TelegramRenderer(ButtonCodes codes) {
        this.codes = codes;
    }

    /** The messages of a card, in order; at least one. */
    List<Part> render(Card unspoken, Voice voice) {
        Card card = voice.speak(unspoken);
        LineRuns runs = new LineRuns(voice);
        List<Chunk> chunks = chunks(card, runs);
        List<Part> media = Media.of(card);
        List<Part> parts = new ArrayList<>();
        List<Rich> caption = new Packer(Part.LONGEST_CAPTION - Part.ROOM_FOR_MARKS).pack(chunks);
        if (media.size() == 1 && caption.size() == 1) {
            parts.add(under(media.getFirst(), caption.getFirst()));
        } else {
            boolean preview = isOneStory(card);
            new Packer(Part.LONGEST_TEXT - Part.ROOM_FOR_MARKS)
                    .pack(chunks)
                    .forEach(text -> parts.add(new Part.Text(text, preview, List.of())));
            parts.addAll(media);
        }
        parts.add(parts.removeLast().with(new Keyboard(codes, runs).of(card)));
        return parts;
    }

    private static Part under(Part media, Rich text) {
        return switch (media) {
            case Part.Photo photo -> new Part.Photo(photo.picture(), text, List.of());
            case Part.File file -> new Part.File(file.file(), text, List.of());
            case Part.Text _ -> media;
        };
    }

    private static List<Chunk> chunks(Card card, LineRuns runs) {
        List<Chunk> chunks = new ArrayList<>();
        chunks.add(title(card, runs));
        Block before = null;
        for (Block block : card.blocks()) {
            chunk(block, runs, before instanceof Block.Footer).ifPresent(chunks::add);
            before = block;
        }
        List<Row> sources = new SourceRows(runs).of(card);
        if (!sources.isEmpty()) {
            chunks.add(new Chunk(sources, true));
        }
        return chunks;
    }

    private static Chunk title(Card card, LineRuns runs) {
        String title = runs.text(card.title());
        List<Run> row = new ArrayList<>();
        row.add(Run.plain(sign(card.tone())));
        row.add(Run.strong(title.isBlank() ? "—" : title));
        if (card.sample()) {
            row.add(Run.plain("  "));
            row.addAll(runs.small(Line.say("telegram.sample")));
        }
        return Chunk.leading(new Row(row, Row.Kind.TEXT), false);
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "";
            case UP -> "▲ ";
            case DOWN -> "▼ ";
            case NOTICE -> "🔔 ";
            case ERROR -> "⚠️ ";
        };
    }

    private static Optional<Chunk> chunk(Block block, LineRuns runs, boolean afterFooter) {
        Chunk chunk = switch (block) {
            case Block.Heading(Line line) -> Chunk.leading(text(runs.strong(line)), true);
            case Block.Paragraph(Line line) -> new Chunk(List.of(text(runs.of(line))), true);
            case Block.Fields(List<Block.Field> fields) ->
                new Chunk(fields.stream().map(field -> field(field, runs)).toList(), true);
            case Block.Table table -> new TableRows(runs).of(table);
            case Block.Footer(Line line) -> new Chunk(List.of(text(runs.small(line))), !afterFooter);
            case Block.Menu menu -> new Chunk(List.of(text(runs.small(menu.hint()))), true);
            case Block.Picture picture -> words(picture);
            case Block.Document _, Block.Buttons _ -> new Chunk(List.of(), false);
        };
        boolean empty = chunk.rows().stream().allMatch(row -> row.text().isBlank());
        return empty ? Optional.empty() : Optional.of(chunk);
    }

    private static Row text(List<Run> runs) {
        return new Row(runs, Row.Kind.TEXT);
    }

    /** A picture elsewhere is a link; one that can't be read is its words; any other is a message of its own. */
    private static Chunk words(Block.Picture picture) {
        boolean shown = Media.picture(picture).isPresent();
        String alt = CleanText.shown(picture.alt());
        return new Chunk(shown ? List.of() : List.of(Row.of(LineRuns.link("🖼 " + alt, picture.address()))), true);
    }

    private static Row field(Block.Field field, LineRuns runs) {
        String label = runs.text(field.label());
        List<Run> row = new ArrayList<>();
        if (!label.isEmpty()) {
            row.add(Run.strong(label));
            row.add(Run.plain("  "));
        }
        row.addAll(runs.of(field.content()));
        return text(row);
    }

    /** Whether the card is about one page, so that showing a preview of it says more than it hides. */
    private static boolean isOneStory(Card card) {
        List<Line> said =
                card.blocks().stream().flatMap(TelegramRenderer::lines).toList();
        Set<String> links = said.stream()
                .flatMap(line -> line.spans().stream())
                .filter(span -> span instanceof Span.Link link && LineRuns.isWebPage(link.target()))
                .map(span -> ((Span.Link) span).target().toString())
                .collect(Collectors.toSet());
        return links.size() == 1 && said.size() <= LINES_OF_ONE_STORY;
    }

    private static Stream<Line> lines(Block block) {
        return switch (block) {
            case Block.Heading(Line line) -> Stream.of(line);
            case Block.Paragraph(Line line) -> Stream.of(line);
            case Block.Fields(List<Block.Field> fields) -> fields.stream().map(Block.Field::content);
            case Block.Table table -> table.rows().stream().flatMap(List::stream);
            default -> Stream.empty();
        };
    }
}
