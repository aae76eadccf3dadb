package dev.bellwether.bot.discord;

import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cards as messages of text alone: what is left where Discord refuses the embed. */
final class PlainMessages {
    private final LineMarkdown text;
    private final Voice voice;

    PlainMessages(Voice voice) {
        this.voice = voice;
        this.text = new LineMarkdown(voice);
    }

    List<OutMessage> render(Card unspoken) {
        Card card = voice.speak(unspoken);
        Pages pages = new Pages(Limits.CONTENT);
        pages.add(List.of(new Pages.Piece(title(card), true, false)));
        card.blocks().forEach(block -> add(lines(block), pages));
        add(Stream.of(SmallPrint.sources(card)), pages);
        add(card.sample() ? Stream.of(Line.say("discord.sample")) : Stream.of(), pages);
        return pages.pages().stream().map(page -> OutMessage.text(page.text())).toList();
    }

    private String title(Card card) {
        String title = CleanCharacters.shortened(text.plain(card.title()), Limits.EMBED_TITLE);
        return Markdown.strong(Markdown.escape(title.isEmpty() ? "…" : title, true));
    }

    private void add(Stream<Line> lines, Pages pages) {
        List<Pages.Piece> pieces = new ArrayList<>();
        lines.map(line -> Line.of(text.plain(line)))
                .flatMap(line -> text.split(line, Limits.CONTENT).stream())
                .forEach(piece -> pieces.add(Pages.Piece.of(piece)));
        pages.add(pieces);
    }

    private Stream<Line> lines(Block block) {
        return switch (block) {
            case Block.Heading(Line line) -> Stream.of(line);
            case Block.Paragraph(Line line) -> Stream.of(line);
            case Block.Footer(Line line) -> Stream.of(line);
            case Block.Fields(var fields) ->
                fields.stream().map(field -> field.label().text(": ").then(field.content()));
            case Block.Table table -> table.rows().stream().map(PlainMessages::row);
            case Block.Picture picture -> Stream.of(Line.of(picture.alt()));
            case Block.Document _, Block.Buttons _, Block.Menu _ -> Stream.of();
        };
    }

    private static Line row(List<Line> cells) {
        Line line = Line.empty();
        for (Line cell : cells) {
            line = (line.isEmpty() ? line : line.text(" · ")).then(cell);
        }
        return line;
    }
}
