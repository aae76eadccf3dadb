package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.TextWidth;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where cards are split, and what is made of texts. */
class RendererTest {
    private static final Instant AT = Instant.parse("2026-01-14T22:00:00Z");

    private static List<String> texts(Card card) {
        return Shown.parts(card, Voice.english()).stream()
                .map(part -> HtmlRules.parse(part.text().html()))
                .toList();
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    @Test
    void a_long_card_is_split_between_blocks_and_a_heading_stays_with_what_it_heads() {
        Card card = Card.titled("Title", AT)
                .paragraph("First " + words(600))
                .block(new Block.Heading(Line.of("Heading")))
                .paragraph("Second " + words(600))
                .build();

        assertThat(texts(card)).hasSize(2);
        assertThat(texts(card).get(0)).startsWith("Title\nFirst").doesNotContain("Heading");
        assertThat(texts(card).get(1)).startsWith("Heading\nSecond");
    }

    @Test
    void a_paragraph_longer_than_a_message_is_split_between_words() {
        Card card = Card.titled("Title", AT).paragraph(words(2_000)).build();

        assertThat(texts(card)).hasSize(3).allSatisfy(text -> assertThat(text).endsWith("word"));
        assertThat(String.join(" ", texts(card)).split("\\s+")).hasSize(2_001).contains("word");
    }

    @Test
    void a_table_that_goes_on_shows_its_head_again() {
        List<List<Line>> rows = IntStream.range(0, 400)
                .mapToObj(i -> List.of(Line.of("ROW" + i), Line.of("$1,234.50")))
                .toList();
        Card card = Card.titled("Title", AT)
                .block(new Block.Table(List.of(new Block.Column("Name", false), new Block.Column("Price", true)), rows))
                .build();

        List<Part> parts = Shown.parts(card, Voice.english());
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.getFirst().text().html()).startsWith("<b>Title</b>\n<pre>Name");
        assertThat(parts.subList(1, parts.size()))
                .allSatisfy(part ->
                        assertThat(part.text().html()).startsWith("<pre>Name").endsWith("</pre>"));
    }

    @Test
    void buttons_stand_under_the_last_message() {
        Card card = Card.titled("Title", AT)
                .block(new Block.Buttons(List.of(new Block.Button("Go", "/go"))))
                .paragraph(words(2_000))
                .build();

        List<Part> parts = Shown.parts(card, Voice.english());
        assertThat(parts.subList(0, parts.size() - 1))
                .allMatch(part -> part.keys().isEmpty());
        assertThat(parts.getLast().keys()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "1100, 2"})
    void a_picture_takes_the_text_under_it_if_that_fits(int words, int messages) {
        Card card = Card.titled("Chart", AT)
                .paragraph("w".repeat(words))
                .block(new Block.Picture(URI.create("data:,abc"), "a chart"))
                .build();

        List<Part> parts = Shown.parts(card, Voice.english());
        assertThat(parts).hasSize(messages);
        assertThat(parts.getLast()).isInstanceOf(Part.Photo.class);
    }

    @Test
    void text_without_blanks_is_cut_between_characters_as_people_see_them() {
        String flags = "🇩🇪".repeat(3_000);

        List<String> texts = texts(Card.titled("T", AT).paragraph(flags).build());

        assertThat(texts)
                .hasSizeGreaterThan(2)
                .allSatisfy(text -> assertThat(text.replace("T\n", "")
                                        .codePointCount(
                                                0, text.replace("T\n", "").length())
                                % 2)
                        .isZero());
    }

    @Test
    void a_number_is_not_cut_even_where_nothing_else_could_be() {
        String text = "字".repeat(3_990) + "1,234,567.89%" + "字".repeat(100);

        assertThat(texts(Card.titled("T", AT).paragraph(text).build()))
                .anyMatch(part -> part.contains("1,234,567.89%"));
    }

    @Test
    void a_link_at_the_end_of_a_message_goes_to_the_next() {
        Line line = Line.of(words(795) + " ")
                .link("a link of some words that is not to be cut", URI.create("https://a.test/"));

        List<Part> parts = Shown.parts(Card.titled("T", AT).paragraph(line).build(), Voice.english());

        assertThat(parts.getLast().text().html())
                .contains("<a href=\"https://a.test/\">a link of some words that is not to be cut</a>");
    }

    @Test
    void styles_beyond_the_hundredth_go_to_the_next_message() {
        Line line = Line.empty();
        for (int i = 0; i < 60; i++) {
            line = line.strong("s" + i).text(" ");
        }
        Card card = Card.titled("T", AT).paragraph(line).paragraph(line).build();

        assertThat(Shown.parts(card, Voice.english()))
                .hasSize(2)
                .allSatisfy(part ->
                        assertThat(HtmlRules.problems(part.text().html())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "@everyone look, ＠everyone look",
        "mail ann@mail.test, mail ann@mail.test",
        "(@ann), (＠ann)",
        "a @ b, a @ b"
    })
    void mentions_ring_nobody(String text, String shown) {
        assertThat(CleanText.shown(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202eb",
                "a\u200bb",
                "a\u0000b",
                "a\ud83db",
                "a\udc4db",
                "a\ufeffb",
                "a\u2066b",
                "a\u001bb",
                "a\u00adb"
            })
    void what_hides_or_turns_is_taken_out(String text) {
        assertThat(CleanText.shown(text)).isEqualTo("ab");
        assertThat(CleanText.typed(text)).isEqualTo("ab");
    }

    @Test
    void breaks_and_strange_blanks_are_blanks() {
        assertThat(CleanText.shown("a\nb\tc\u00a0d\u2028e\u3000f")).isEqualTo("a b c d e f");
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "阿里, 4", "é, 1", "e\u0301, 1", "ｶﾅ, 2", "Ａ, 2", "👍, 2", "'', 0"})
    void chinese_takes_two_columns_and_accents_none(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abcdef, 6, abcdef", "abcdefg, 6, abcde…", "阿里巴巴, 6, 阿里…", "abcd efg, 6, abcd…"})
    void what_is_too_wide_is_cut_with_a_sign(String text, int room, String shown) {
        assertThat(TextWidth.cut(text, room)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "/quote BABA, quote_BABA",
        "/quote 9988.HK, quote_9988-2EHK",
        "/quote BRK-B, quote_BRK-2DB",
        "/my_list, my-5Flist",
        "/news 阿里, news_-E9-98-BF-E9-87-8C"
    })
    void deep_links_carry_a_command_there_and_back(String command, String payload) {
        assertThat(DeepLink.encode(command)).contains(payload);
        assertThat(payload).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(DeepLink.decode(payload)).isEqualTo(command);
    }

    @ParameterizedTest
    @CsvSource({"quote_BRK-B, /quote BRK-B", "quote_brk-ab, /quote brk-ab", "-, /-", "-Z, /-Z", "a-2, /a-2"})
    void a_hyphen_that_people_write_stands_for_itself(String payload, String command) {
        assertThat(DeepLink.decode(payload)).isEqualTo(command);
    }

    @Test
    void a_command_too_long_for_a_link_has_none() {
        assertThat(DeepLink.encode("/check " + "x".repeat(80))).isEmpty();
        assertThat(DeepLink.encode("/")).isEmpty();
    }

    @Test
    void a_card_with_nothing_to_read_is_still_a_message() {
        assertThat(Shown.html(Card.titled("\u200b", AT).paragraph("\n").build()))
                .isEqualTo("<b>—</b>");
    }
}
