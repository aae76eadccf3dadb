package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.bot.ButtonCodes;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How cards look on Discord. The golden files stand in {@code src/test/resources/golden/discord}; {@code -Dgolden.write=true} writes
 * them anew, to be looked at before they are committed.
 */
class DiscordRendererTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/discord");
    /** What is escaped, and code, in which an address leads nowhere: read from left to right, as Discord does. */
    private static final Pattern DEAD = Pattern.compile("\\\\[^0-9A-Za-z\\s]|(?s:```.*?```)|`[^`]*`");

    private static final int SEEDS = 2_000;

    /** Every tenth: the contract takes far longer than the limits, which are checked for all. */
    private static final int CHECKED_BY_CONTRACT = 10;

    private final DiscordRenderer renderer =
            new DiscordRenderer(new ButtonCodes(new InMemoryButtonStore(), () -> Group.NOW, Limits.CUSTOM_ID));

    private List<OutMessage> answer(Card card) {
        return renderer.answer(card, Voice.english());
    }

    private static ObjectNode json(OutMessage message) {
        try (MessageCreateData data = message.data()) {
            return (ObjectNode) Json.read(data.toData().toString());
        }
    }

    private static String shown(List<OutMessage> messages) {
        StringBuilder text = new StringBuilder();
        for (OutMessage message : messages) {
            FakeMessage each = new FakeMessage("1", "1", json(message), false, false);
            text.append(text.isEmpty() ? "" : "\n=====\n").append(each.text());
            each.controls()
                    .forEach(control -> text.append("\n[")
                            .append(control.label())
                            .append("] ")
                            .append(control.carried()));
            each.json().path("embeds").forEach(embed -> {
                if (embed.has("image")) {
                    text.append("\nimage ")
                            .append(embed.path("image").path("url").asText());
                }
            });
            each.files().forEach(file -> text.append("\nfile ").append(file));
        }
        return text.append('\n').toString();
    }

    private String shown(Block... blocks) {
        Card.Builder card = Card.titled("T", Group.NOW);
        Stream.of(blocks).forEach(card::block);
        return shown(answer(card.build())).substring(2).stripTrailing();
    }

    private static void golden(String name, String shown) throws IOException {
        Path file = GOLDEN.resolve(name + ".md");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(file));
    }

    static Stream<String> examples() {
        return new Group().registry().commands().stream().flatMap(command -> command.spec().examples().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_command_looks_as_it_should(String example) throws IOException {
        Answer answer =
                new Group().registry().answer(new Ask(DiscordBot.CHANNEL, FakeWorld.ANN, example, Group.NOW, true));
        golden(example.substring(1).replaceAll("[^a-zA-Z0-9]+", "-"), shown(answer(answer.card())));
    }

    private static Card everything() {
        return Card.titled("BABA · Alibaba", Group.NOW)
                .tone(Tone.UP)
                .block(new Block.Heading(Line.of("A heading")))
                .paragraph(Line.of("plain ")
                        .strong("strong")
                        .text(" ")
                        .emphasis("quoted")
                        .text(" ")
                        .code("/typed")
                        .text(" ")
                        .struck("old")
                        .text(" ")
                        .value(new Value.Price(152.4, "USD"))
                        .text(" ")
                        .link("a page", URI.create("https://page.test/a_(b)")))
                .block(new Block.Fields(List.of(
                        new Block.Field("Price", Line.of(new Value.Price(149, "HKD"))),
                        new Block.Field("Day", Line.of(Value.Percent.change(6.2, "1d"))),
                        new Block.Field("Volume", Line.of(new Value.Count(15_700_000, "shares"))),
                        new Block.Field("Next", Line.of(new Value.Moment(Group.NOW))),
                        new Block.Field("P/E", Line.of(new Value.Missing("no earnings"))))))
                .block(new Block.Table(
                        List.of(
                                new Block.Column("", false),
                                new Block.Column("Price", true),
                                new Block.Column("1d", true)),
                        List.of(
                                List.of(Line.of("BABA"), Line.of(new Value.Price(152.4, "USD")), Line.of("+6.2%")),
                                List.of(Line.of("阿里巴巴"), Line.of("¥9.10"), Line.of(new Value.Missing(""))))))
                .block(new Block.Picture(URI.create("https://pictures.test/a.png"), "a chart"))
                .paragraph("under the picture")
                .block(new Block.Document("data.json", "application/json", "{}"))
                .block(new Block.Buttons(List.of(
                        new Block.Button("News", "/news BABA"), new Block.Button(Line.of("Refresh"), "/baba", true))))
                .block(new Block.Menu(
                        Line.of("zone?"), List.of(new Block.Button("Berlin", "/settings zone Europe/Berlin"))))
                .block(new Block.Footer(Line.of("Small print.")))
                .source(new Provenance(
                        "Yahoo",
                        Instant.parse("2026-01-02T21:00:00Z"),
                        Duration.ofMinutes(15),
                        URI.create("https://yahoo.test/BABA"),
                        false))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EN", "DE", "ZH"})
    void every_kind_of_block_has_its_form(String language) throws IOException {
        Voice voice = new Voice(Language.valueOf(language), ZoneId.of("Europe/Berlin"));
        golden(
                "every-block-" + language.toLowerCase(java.util.Locale.ROOT),
                shown(renderer.answer(everything().asSample(), voice)));
    }

    @Test
    void as_text_alone_a_card_still_says_what_it_says() throws IOException {
        golden("every-block-plain", shown(renderer.plain(everything().asSample(), Voice.english())));
    }

    @Test
    void what_nobody_asked_for_has_its_head_where_a_phone_shows_it() throws IOException {
        golden("every-block-push", shown(renderer.push(everything(), Voice.english())));
    }

    static Stream<Integer> hundreds() {
        return IntStream.range(0, SEEDS / 100).boxed();
    }

    /** Of all cards there can be, these are as good as any. */
    @ParameterizedTest
    @MethodSource("hundreds")
    void no_card_goes_over_any_limit(int hundred) {
        Optional<Contract> contract = Contract.find();
        for (int i = 0; i < 100; i++) {
            long seed = 100L * hundred + i;
            Card card = new Cards(seed).card();
            List<OutMessage> all = new ArrayList<>(renderer.answer(card, Voice.english()));
            all.addAll(renderer.push(card, new Voice(Language.ZH, ZoneId.of("Asia/Shanghai"))));
            all.addAll(renderer.plain(card, Voice.english()));
            for (OutMessage message : all) {
                ObjectNode json = json(message);
                assertThat(DiscordRules.message(json, message.files().size(), message.weight()))
                        .describedAs("seed %s", seed)
                        .isEmpty();
                ObjectNode known = json.deepCopy();
                known.remove("attachments"); // in which JDA and the contract differ
                if (seed % CHECKED_BY_CONTRACT == 0) {
                    contract.ifPresent(spec -> assertThat(spec.wrong(known))
                            .describedAs("seed %s", seed)
                            .isEmpty());
                }
                mustBeHarmless(json, seed);
            }
        }
    }

    private static void mustBeHarmless(ObjectNode json, long seed) {
        String text = new FakeMessage("1", "1", json, false, false).text();
        assertThat(text)
                .describedAs("seed %s", seed)
                .doesNotContain("@everyone", "\u202e", "\u0000", "](javascript", "secret@", "](mailto");
        // a footer is plain text: nothing in it leads anywhere
        json.path("embeds").forEach(embed -> ((ObjectNode) embed).remove("footer"));
        String marked = DEAD.matcher(new FakeMessage("1", "1", json, false, false).text())
                .replaceAll("");
        assertThat(marked).describedAs("seed %s", seed).doesNotContain("https://evil");
        assertThat(text.codePoints().filter(point -> Character.getType(point) == Character.SURROGATE))
                .describedAs("seed %s", seed)
                .isEmpty();
        assertThat(json.path("allowed_mentions").path("parse").isArray()).isTrue();
        assertThat(json.path("allowed_mentions").path("parse")).isEmpty();
    }

    @Test
    void the_contract_of_discord_is_where_it_is_looked_for() {
        assumeTrue(
                Contract.find().isPresent(), "no shared/contracts beside the project: validated by the limits alone");
        Contract contract = Contract.find().orElseThrow();
        assertThat(contract.wrong(Json.object("content", "fine"))).isEmpty();
        assertThat(contract.wrong(Json.object("content", "x".repeat(4_001)))).isNotEmpty();
        assertThat(contract.wrong(Json.object("embeds", Json.array(Json.object("title", "x".repeat(257))))))
                .isNotEmpty();
    }

    @Test
    void a_table_that_fits_a_phone_is_aligned_also_with_chinese() {
        String table = shown(new Block.Table(
                List.of(new Block.Column("", false), new Block.Column("Price", true)),
                List.of(List.of(Line.of("阿里"), Line.of("1.5")), List.of(Line.of("BABA"), Line.of("152.40")))));
        assertThat(table).isEqualTo("""
                ```
                       Price
                阿里     1.5
                BABA  152.40
                ```""");
    }

    @Test
    void a_table_too_wide_for_a_phone_is_told_row_by_row() {
        String table = shown(new Block.Table(
                List.of(new Block.Column("", false), new Block.Column("Price", true), new Block.Column("Note", false)),
                List.of(List.of(Line.of("BABA"), Line.of("1.5"), Line.of("a note that makes it wider than a phone")))));
        assertThat(table).isEqualTo("**BABA** · Price 1.5 · Note a note that makes it wider than a phone");
    }

    @Test
    void a_table_with_links_keeps_them() {
        String table = shown(new Block.Table(
                List.of(new Block.Column("", false)),
                List.of(List.of(Line.empty().link("story", URI.create("https://wire.test/1"))))));
        assertThat(table).isEqualTo("[story](https://wire.test/1)");
    }

    @Test
    void a_table_longer_than_a_message_goes_on_under_its_head() {
        List<List<Line>> rows = IntStream.range(0, 400)
                .mapToObj(i -> List.of(Line.of("row " + i), Line.of("value " + i)))
                .toList();
        List<OutMessage> messages = answer(Card.titled("T", Group.NOW)
                .block(new Block.Table(List.of(new Block.Column("A", false), new Block.Column("B", true)), rows))
                .build());
        assertThat(messages)
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> assertThat(message.embeds().getFirst().getDescription())
                        .startsWith("```\nA")
                        .endsWith("```"));
    }

    @Test
    void a_heading_does_not_stay_alone_at_the_end_of_a_message() {
        Card card = Card.titled("T", Group.NOW)
                .paragraph("x ".repeat(1_980))
                .block(new Block.Heading(Line.of("Head")))
                .paragraph("y ".repeat(1_000))
                .build();
        List<OutMessage> messages = answer(card);
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().embeds().getFirst().getDescription()).doesNotContain("Head");
        assertThat(messages.getLast().embeds().getFirst().getDescription()).startsWith("### Head\ny y");
    }

    @Test
    void a_long_text_is_parted_between_words_and_never_in_a_link_or_a_number() {
        Line line = Line.empty();
        for (int i = 0; i < 300; i++) {
            line = line.text("word ")
                    .link("link " + i, URI.create("https://page.test/" + i))
                    .text(" ")
                    .value(new Value.Price(1_234_567.89, "USD"))
                    .text(" ");
        }
        List<OutMessage> messages =
                answer(Card.titled("T", Group.NOW).paragraph(line).build());
        assertThat(messages).hasSizeGreaterThan(2);
        String whole = String.join(
                " ",
                messages.stream()
                        .flatMap(m -> m.embeds().stream())
                        .map(embed -> embed.getDescription())
                        .toList());
        assertThat(whole.split("\\[link \\d+]\\(https://page.test/\\d+\\)", -1)).hasSize(301);
        assertThat(whole.split("\\$1,234,567\\.89", -1)).hasSize(301);
    }

    @Test
    void more_buttons_than_a_message_holds_go_on_the_next() {
        List<Block.Button> many = IntStream.range(0, 40)
                .mapToObj(i -> new Block.Button("B" + i, "/quote " + i))
                .toList();
        List<OutMessage> messages = answer(
                Card.titled("T", Group.NOW).block(new Block.Buttons(many)).build());
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().rows()).hasSize(5);
        assertThat(messages.getLast().rows()).hasSize(3);
    }

    @Test
    void a_file_too_large_for_discord_is_told_instead() {
        Block large = new Block.Document("big.txt", "text/plain", "x".repeat(Limits.FILE_BYTES + 1));
        assertThat(shown(large))
                .contains("big.txt")
                .contains("larger than Discord takes")
                .doesNotContain("\nfile ");
    }

    @Test
    void a_picture_from_the_disk_goes_along_and_nothing_else_from_there_does(
            @org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path picture = Files.write(folder.resolve("chart.png"), new byte[] {1, 2, 3});
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertThat(shown(new Block.Picture(picture.toUri(), "a chart")))
                .contains("image attachment://picture1.png", "file picture1.png");
        assertThat(shown(new Block.Picture(secret.toUri(), "no chart"))).isEqualTo("*no chart*");
        assertThat(shown(new Block.Picture(folder.resolve("none.png").toUri(), "gone")))
                .isEqualTo("*gone*");
    }

    @Test
    void a_card_without_a_word_is_still_a_message() {
        assertThat(answer(Card.titled("", Group.NOW).build())).hasSize(1);
        assertThat(renderer.push(Card.titled("", Group.NOW).build(), Voice.english()))
                .hasSize(1);
        assertThat(renderer.plain(Card.titled("\u200b", Group.NOW).build(), Voice.english()))
                .hasSize(1);
    }
}
