package dev.bellwether.bot.discord;

import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Voice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cards as messages of Discord, by structure: one embed of markdown in the order of the blocks, a picture under the text that it
 * belongs to, buttons and menus under the last message. A card that is too long for one message takes several, parted between
 * blocks. Nothing leaves it that Discord would refuse as too long. Safe for threads.
 */
final class DiscordRenderer {
    /** Title, text and footer of one embed stay under 6000 together. */
    private static final int PAGE = 4_000;

    private static final String SMALL = "-# ";

    private final ButtonCodes codes;

    DiscordRenderer(ButtonCodes codes) {
        this.codes = codes;
    }

    /** The messages of a card that answers; at least one. */
    List<OutMessage> answer(Card unspoken, Voice voice) {
        return render(voice.speak(unspoken), voice, true);
    }

    /**
     * The messages of a card that nobody asked for. Its head is text beside the embed, since that is what a phone shows of it
     * before it is opened.
     */
    List<OutMessage> push(Card unspoken, Voice voice) {
        Card card = voice.speak(unspoken);
        LineMarkdown text = new LineMarkdown(voice);
        List<OutMessage> messages = render(card, voice, false);
        String title = CleanCharacters.shortened(title(card, text), Limits.EMBED_TITLE);
        String head = Markdown.strong(Markdown.escape(title, true));
        return Stream.concat(
                        Stream.of(messages.getFirst().withContent(head)),
                        messages.stream().skip(1))
                .toList();
    }

    /** The same as text alone, for where embeds are refused: without links, tables line by line, and no controls. */
    List<OutMessage> plain(Card card, Voice voice) {
        return new PlainMessages(voice).render(card);
    }

    private List<OutMessage> render(Card card, Voice voice, boolean withTitle) {
        LineMarkdown text = new LineMarkdown(voice);
        Pages pages = new Pages(PAGE);
        CardFiles files = new CardFiles();
        Controls controls = new Controls(codes, text);
        card.blocks().forEach(block -> lay(block, text, pages, files, controls));
        small(SmallPrint.sources(card), text, pages);
        String title = title(card, text);
        String sample = card.sample() ? text.plain(Line.say("discord.sample")) : "";
        return new Assembly(title, withTitle, sample, colour(card.tone()))
                .messages(pages.pages(), controls.rows(), files.all());
    }

    private void lay(Block block, LineMarkdown text, Pages pages, CardFiles files, Controls controls) {
        switch (block) {
            case Block.Heading(Line line) -> pages.add(heading(line, text));
            case Block.Paragraph(Line line) -> pages.add(pieces(text.split(line, PAGE)));
            case Block.Fields(var fields) ->
                pages.add(fields.stream()
                        .flatMap(field -> pieces(text.split(field(field, text), PAGE)).stream())
                        .toList());
            case Block.Table table -> pages.add(pieces(new PhoneTable(text).render(table, PAGE)));
            case Block.Picture picture -> picture(picture, text, pages, files);
            case Block.Document document -> document(document, text, pages, files);
            case Block.Buttons buttons -> controls.add(buttons);
            case Block.Menu menu -> controls.add(menu);
            case Block.Footer(Line line) -> small(line, text, pages);
        }
    }

    private static List<Pages.Piece> pieces(List<String> texts) {
        return texts.stream().map(Pages.Piece::of).toList();
    }

    private static List<Pages.Piece> heading(Line line, LineMarkdown text) {
        String words = CleanCharacters.shortened(text.plain(line), Limits.EMBED_TITLE);
        return words.isEmpty()
                ? List.of()
                : List.of(new Pages.Piece("### " + Markdown.escape(words, true), true, false));
    }

    private static Line field(Block.Field field, LineMarkdown text) {
        String label = text.plain(field.label());
        return label.isEmpty()
                ? field.content()
                : Line.empty().strong(label).text(" ").then(field.content());
    }

    private static void small(Line line, LineMarkdown text, Pages pages) {
        pages.add(text.split(line, PAGE - SMALL.length()).stream()
                .map(each -> new Pages.Piece(SMALL + each, false, true))
                .toList());
    }

    /** A picture that can't be shown is told in words. */
    private static void picture(Block.Picture picture, LineMarkdown text, Pages pages, CardFiles files) {
        Optional<String> address = files.add(picture);
        if (address.isPresent()) {
            pages.picture(address.get());
        } else if (!picture.alt().isBlank()) {
            pages.add(pieces(text.split(Line.empty().emphasis(picture.alt()), PAGE)));
        }
    }

    private static void document(Block.Document document, LineMarkdown text, Pages pages, CardFiles files) {
        if (!files.add(document)) {
            pages.add(pieces(text.split(Line.say("discord.file.large", document.name()), PAGE)));
        }
    }

    /** With a sign that needs no colour. */
    private static String title(Card card, LineMarkdown text) {
        String title = text.plain(card.title());
        String sign = switch (card.tone()) {
            case UP -> "▲ ";
            case DOWN -> "▼ ";
            case NOTICE -> "● ";
            case ERROR -> "⚠ ";
            case NEUTRAL -> "";
        };
        return (sign + (title.isEmpty() ? "…" : title)).strip();
    }

    private static int colour(Tone tone) {
        return switch (tone) {
            case UP -> 0x2E9E5B;
            case DOWN -> 0xD64545;
            case NOTICE -> 0xE0A030;
            case ERROR -> 0x8B1E1E;
            case NEUTRAL -> 0x5B7083;
        };
    }
}
