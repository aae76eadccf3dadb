package dev.bellwether.bot.console;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cards as text for a terminal of 80 columns: labels and table columns aligned, long lines folded under where they began, links
 * as numbers that stand again at the end with their addresses. With a {@link Paint} that colours, for a terminal; with one that
 * does not, for a file or a pipe. Immutable.
 */
public final class CardText {
    private final Voice voice;
    private final Paint paint;

    /** @param paint how emphasis is shown */
    public CardText(Voice voice, Paint paint) {
        this.voice = voice;
        this.paint = paint;
    }

    /** The whole card; lines end with {@code \n}. */
    public String render(Card unspoken) {
        Card card = voice.speak(unspoken);
        Links links = new Links();
        LineText text = new LineText(voice, paint, links);
        LineText small = new LineText(voice, Paint.PLAIN, links);
        int margin = margin(card);
        List<String> lines = new ArrayList<>();
        lines.add(head(card));
        card.blocks().forEach(block -> lines.addAll(lines(block, margin, text, small)));
        if (!card.sources().isEmpty()) {
            Line sources = Line.of(new SourceLine(voice, links).of(card));
            small.folded(padded(label("card.sources"), margin), sources).forEach(line -> lines.add(paint.faint(line)));
        }
        links.lines().forEach(line -> lines.add(paint.faint(line)));
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    /** What a card says in one line, without its small print: for errors. */
    public String oneLine(Card card) {
        LineText text = new LineText(voice, Paint.PLAIN, new Links());
        return voice.speak(card).blocks().stream()
                .filter(block -> block instanceof Block.Paragraph)
                .map(block -> text.plain(((Block.Paragraph) block).line()))
                .collect(Collectors.joining(" "));
    }

    private String head(Card card) {
        String title = paint.title(LineText.clean(voice.plain(card.title())), card.tone());
        return card.sample() ? title + paint.faint("  [" + label("card.sample") + "]") : title;
    }

    /** All labels of a card share one margin. */
    private int margin(Card card) {
        int widest = card.blocks().stream()
                .filter(block -> block instanceof Block.Fields)
                .flatMap(block -> ((Block.Fields) block).fields().stream())
                .mapToInt(field -> Columns.of(LineText.clean(voice.plain(field.label()))))
                .max()
                .orElse(0);
        return Math.max(widest, Columns.of(label("card.sources"))) + 2;
    }

    private List<String> lines(Block block, int margin, LineText text, LineText small) {
        return switch (block) {
            case Block.Heading heading -> List.of("", paint.strong(text.plain(heading.line())));
            case Block.Paragraph paragraph -> text.folded("", paragraph.line());
            case Block.Fields fields ->
                fields.fields().stream()
                        .flatMap(field ->
                                text.folded(padded(voice.plain(field.label()), margin), field.content()).stream())
                        .toList();
            case Block.Table table -> new TextTable(paint).render(table, text::plain);
            case Block.Picture picture ->
                List.of("[" + LineText.clean(voice.plain(Line.say("card.picture", picture.alt()))) + "]");
            case Block.Document document -> List.of(LineText.clean(document.name()) + ":", document.content());
            case Block.Buttons buttons -> more(buttons.buttons(), margin, text);
            case Block.Menu menu -> text.folded(padded(label("card.more"), margin), choice(menu.options()));
            case Block.Footer footer ->
                small.folded("", footer.line()).stream().map(paint::faint).toList();
        };
    }

    /** What to type next. Nothing takes the place of a card in a terminal: who wants it anew types it anew. */
    private List<String> more(List<Block.Button> buttons, int margin, LineText text) {
        String commands = buttons.stream()
                .filter(button -> !button.inPlace())
                .map(Block.Button::command)
                .collect(Collectors.joining("   "));
        return commands.isEmpty() ? List.of() : text.folded(padded(label("card.more"), margin), Line.of(commands));
    }

    private String label(String key) {
        return voice.plain(Line.say(key));
    }

    /** What all commands begin with stands once: {@code /settings language en | de | zh}. */
    private static Line choice(List<Block.Button> options) {
        String first = options.getFirst().command();
        int shared = first.lastIndexOf(' ') + 1;
        boolean isShared = options.stream()
                .map(Block.Button::command)
                .allMatch(command -> command.startsWith(first.substring(0, shared)));
        int skip = isShared ? shared : 0;
        return Line.of(first.substring(0, skip)
                + options.stream()
                        .map(option -> option.command().substring(skip))
                        .collect(Collectors.joining(" | ")));
    }

    private static String padded(String label, int width) {
        String clean = LineText.clean(label);
        return clean + " ".repeat(Math.max(1, width - Columns.of(clean)));
    }
}
