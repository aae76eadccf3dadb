package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.command.Group;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every block and every command as Telegram gets it, held against files in {@code src/test/resources/golden/telegram}. When a
 * text changes on purpose, {@code mvn test -Dtest=GoldenTest -Dgolden.write=true} writes the files anew; read the difference
 * before you commit it.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/telegram");
    private static final Instant AT = Instant.parse("2026-01-14T22:00:00Z");
    private static final URI PAGE = URI.create("https://wire.test/a?b=1&c=\"2\"".replace("\"", "%22"));

    private static void holds(String name, String shown) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, shown, StandardCharsets.UTF_8);
        }
        assertThat(file).as("run with -Dgolden.write=true to make it").isRegularFile();
        assertThat(shown).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    static Stream<String> examples() {
        return new Group().registry().commands().stream().flatMap(command -> command.spec().examples().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_command(String example) throws IOException {
        Card card = new Group()
                .registry()
                .answer(new Ask(new ChatId("telegram", "7"), "7", example, Group.NOW, true))
                .card();

        holds("command" + example.replaceAll("[^A-Za-z0-9.]+", "_"), Shown.of(card, Voice.english()));
    }

    private static Card.Builder card(String title) {
        return Card.titled(title, AT);
    }

    private static Block.Column column(String label, boolean numeric) {
        return new Block.Column(label, numeric);
    }

    private static Map<String, Card> blocks() {
        Map<String, Card> cards = new LinkedHashMap<>();
        cards.put("title_only", card("Just a title").build());
        for (Tone tone : Tone.values()) {
            cards.put("tone_" + tone.name(), card("A title").tone(tone).build());
        }
        cards.put("sample", card("A title").build().asSample());
        cards.put(
                "paragraphs",
                card("Styles")
                        .paragraph(Line.of("plain ")
                                .strong("strong")
                                .text(" ")
                                .emphasis("emphasis")
                                .text(" ")
                                .struck("struck")
                                .text(" ")
                                .code("/code <a> @name")
                                .text(" ")
                                .link("a <link>", PAGE)
                                .text(" ")
                                .link("no page", URI.create("javascript:alert(1)")))
                        .paragraph("a < b && c > d \"quoted\" @everyone and ann@mail.test")
                        .build());
        cards.put(
                "headings",
                card("Parts")
                        .block(new Block.Heading(Line.of("First")))
                        .paragraph("of the first")
                        .block(new Block.Heading(Line.of("Second")))
                        .paragraph("of the second")
                        .build());
        cards.put(
                "fields",
                card("Fields")
                        .block(new Block.Fields(List.of(
                                new Block.Field(
                                        "Price",
                                        Line.of(new Value.Price(152.4, "USD")).text(" at the close")),
                                new Block.Field("Change", Line.of(Value.Percent.change(6.2, "1d"))),
                                new Block.Field("P/E", Line.of(new Value.Missing("no earnings"))),
                                new Block.Field("", Line.of("without a label")))))
                        .build());
        cards.put(
                "table_that_fits",
                card("Table")
                        .block(new Block.Table(
                                List.of(column("", false), column("Price", true), column("1d", true)),
                                List.of(
                                        List.of(Line.empty().strong("BABA"), Line.of("$152.40"), Line.of("+6.2%")),
                                        List.of(Line.of("9988.HK"), Line.of("HK$149.00"), Line.of("-14.3%")),
                                        List.of(Line.of("阿里巴巴"), Line.of("n/a"), Line.empty()))))
                        .build());
        cards.put(
                "table_too_wide",
                card("Table")
                        .block(new Block.Table(
                                List.of(
                                        column("Firm", false),
                                        column("Target", true),
                                        column("Rating of the firm", false)),
                                List.of(
                                        List.of(
                                                Line.of("Morgan & Sons"),
                                                Line.of("$200.00"),
                                                Line.of("overweight, as before")),
                                        List.of(Line.of("Someone else"), Line.empty(), Line.of("sell")))))
                        .build());
        cards.put(
                "table_with_links",
                card("Table")
                        .block(new Block.Table(
                                List.of(column("Day", false), column("Story", false)),
                                List.of(List.of(
                                        Line.of("2026-01-02"), Line.empty().link("A jump", PAGE)))))
                        .build());
        cards.put(
                "footers",
                card("Small print")
                        .paragraph("said")
                        .block(new Block.Footer(Line.of("first ").code("/x")))
                        .block(new Block.Footer(Line.of("second")))
                        .build());
        cards.put(
                "buttons",
                card("Buttons")
                        .block(new Block.Buttons(List.of(
                                new Block.Button(Line.of("Refresh"), "/quote BABA", true),
                                new Block.Button("News", "/news BABA"),
                                new Block.Button("Targets", "/targets BABA"),
                                new Block.Button(
                                        "A button with quite a long label to read on a phone",
                                        "/check " + "long ".repeat(20)),
                                new Block.Button("阿里巴巴的最新消息", "/news 9988.HK"))))
                        .build());
        cards.put(
                "menu",
                card("Menu")
                        .block(new Block.Menu(
                                Line.of("Choose a zone"),
                                List.of(
                                        new Block.Button("Berlin", "/settings zone Europe/Berlin"),
                                        new Block.Button("Hong Kong", "/settings zone Asia/Hong_Kong"),
                                        new Block.Button("New York", "/settings zone America/New_York"))))
                        .build());
        cards.put(
                "picture_elsewhere",
                card("Chart")
                        .block(new Block.Picture(PAGE, "BABA <over> a year"))
                        .build());
        cards.put(
                "picture_under_which_all_fits",
                card("Chart")
                        .paragraph("Up")
                        .block(new Block.Picture(URI.create("data:image/png;base64,iVBORw0KGgo="), "BABA over a year"))
                        .build());
        cards.put(
                "picture_that_can_not_be_read",
                card("Chart")
                        .block(new Block.Picture(URI.create("file:/nowhere/at/all.png"), "BABA over a year"))
                        .build());
        cards.put(
                "two_pictures",
                card("Charts")
                        .block(new Block.Picture(URI.create("data:,abc"), "one"))
                        .block(new Block.Picture(URI.create("data:,def"), "two"))
                        .build());
        cards.put(
                "document",
                card("Your data")
                        .paragraph("All that is kept.")
                        .block(new Block.Document("data.json", "application/json", "{}"))
                        .build());
        cards.put(
                "one_story",
                card("News")
                        .paragraph(Line.empty().link("Alibaba starts the year with a jump", PAGE))
                        .build());
        cards.put(
                "sources",
                card("Sources")
                        .paragraph("said")
                        .source(new Provenance(
                                "Yahoo", AT.minus(Duration.ofMinutes(20)), Duration.ofMinutes(15), null, false))
                        .source(new Provenance("Yahoo", AT.minus(Duration.ofDays(1)), Duration.ZERO, null, false))
                        .source(new Provenance("Wire & Co", AT.minus(Duration.ofHours(3)), Duration.ZERO, PAGE, true))
                        .build());
        return cards;
    }

    private static Card block(String name) {
        return Objects.requireNonNull(blocks().get(name));
    }

    static Stream<String> names() {
        return blocks().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_block(String name) throws IOException {
        holds("block_" + name, Shown.of(block(name), Voice.english()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_small_print_in_every_language(Language language) throws IOException {
        Voice voice = new Voice(language, ZoneId.of("Europe/Berlin"));

        holds("language_" + language.code(), Shown.of(block("sources"), voice));
    }

    static Stream<Language> languages() {
        return Stream.of(Language.values());
    }

    /** A file that no test reads any more would only confuse. */
    @Test
    void every_file_belongs_to_a_test() throws IOException {
        List<String> known = Stream.of(
                        examples().map(example -> "command" + example.replaceAll("[^A-Za-z0-9.]+", "_")),
                        names().map(name -> "block_" + name),
                        languages().map(language -> "language_" + language.code()))
                .flatMap(part -> part)
                .map(name -> name + ".txt")
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(known::contains);
        }
    }
}
