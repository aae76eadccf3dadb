package dev.bellwether.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Provenance;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Tone;
import dev.bellwether.talk.Value;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextTest {
    private static final Instant NOW = Instant.parse("2026-01-02T22:00:00Z");
    private static final URI ONE = URI.create("https://one.test/a");
    private static final URI TWO = URI.create("http://two.test/b?c=d&e=f");

    private static String plain(Card card) {
        return new CardText(Voice.english(), Paint.PLAIN).render(card);
    }

    private static String plain(Block... blocks) {
        return plain(card(blocks));
    }

    private static Card card(Block... blocks) {
        Card.Builder card = Card.titled("Title", NOW);
        List.of(blocks).forEach(card::block);
        return card.build();
    }

    private static Provenance source(String name, String asOf, int delay, @Nullable URI link) {
        return new Provenance(name, Instant.parse(asOf), Duration.ofMinutes(delay), link, false);
    }

    @Test
    void every_kind_of_block_has_its_form() {
        Line content = Line.of("plain ").strong("strong ").emphasis("quoted ").code("/typed ");
        Card card = Card.titled("BABA · Alibaba", NOW)
                .tone(Tone.UP)
                .block(new Block.Heading(Line.of("A heading")))
                .paragraph(content.value(new Value.Price(152.4, "USD")))
                .block(new Block.Fields(List.of(
                        new Block.Field("Price", Line.of(new Value.Price(149, "HKD"))),
                        new Block.Field("A longer label", Line.of(new Value.Day(LocalDate.of(2025, 10, 2)))))))
                .block(new Block.Table(
                        List.of(new Block.Column("", false), new Block.Column("Change", true)),
                        List.of(
                                List.of(Line.of("BABA"), Line.of(Value.Percent.change(6.2, "1d"))),
                                List.of(Line.of("9988.HK"), Line.of(new Value.Missing(""))))))
                .block(new Block.Picture(ONE, "a chart of BABA"))
                .block(new Block.Buttons(
                        List.of(new Block.Button("News", "/news BABA"), new Block.Button("Levels", "/levels BABA"))))
                .block(new Block.Footer(Line.of("Small print.")))
                .source(source("Yahoo", "2026-01-02T21:00:00Z", 15, ONE))
                .build();
        assertThat(plain(card)).isEqualTo("""
                ▲ BABA · Alibaba

                A heading
                plain strong quoted /typed $152.40
                Price           HK$149.00
                A longer label  2025-10-02
                         Change
                BABA      +6.2%
                9988.HK     n/a
                [picture: a chart of BABA]
                More            /news BABA   /levels BABA
                Small print.
                Sources         Yahoo, 2026-01-02 21:00 UTC (1 h old, delayed 15 min) [1]
                [1] https://one.test/a
                """);
    }

    @Test
    void a_sample_is_called_one_in_the_head() {
        assertThat(plain(card().asSample())).isEqualTo("Title  [sample data]\n");
    }

    @ParameterizedTest
    @CsvSource({"UP, ▲ Title", "DOWN, ▼ Title", "NEUTRAL, Title", "NOTICE, Title", "ERROR, Title"})
    void the_direction_has_a_sign_that_needs_no_colour(Tone tone, String head) {
        assertThat(plain(Card.titled("Title", NOW).tone(tone).build())).isEqualTo(head + "\n");
    }

    @Test
    void long_lines_fold_between_words_and_stand_under_where_they_began() {
        Line line = Line.of("one two three four five six seven eight nine ten eleven twelve (")
                .value(new Value.Price(149, "HKD"))
                .text(") thirteen");
        assertThat(plain(new Block.Fields(List.of(new Block.Field("Label", line)))))
                .isEqualTo("""
                        Title
                        Label    one two three four five six seven eight nine ten eleven twelve
                                 (HK$149.00) thirteen
                        """);
    }

    @Test
    void blanks_at_a_fold_are_dropped_and_others_kept() {
        assertThat(plain(new Block.Paragraph(Line.of("a  b" + "   ".repeat(40) + "c"))))
                .isEqualTo("Title\na  b\nc\n");
        assertThat(plain(new Block.Paragraph(Line.of("x".repeat(80) + "  y"))))
                .isEqualTo("Title\n" + "x".repeat(80) + "\ny\n");
    }

    @Test
    void a_word_wider_than_a_line_is_broken() {
        assertThat(plain(new Block.Paragraph(Line.of("x".repeat(90)))))
                .isEqualTo("Title\n" + "x".repeat(80) + "\n" + "x".repeat(10) + "\n");
    }

    @Test
    void chinese_takes_two_columns_a_character() {
        assertThat(plain(new Block.Paragraph(Line.of("阿".repeat(50)))))
                .isEqualTo("Title\n" + "阿".repeat(40) + "\n" + "阿".repeat(10) + "\n");
        Block table = new Block.Table(
                List.of(new Block.Column("名", false), new Block.Column("Price", true)),
                List.of(List.of(Line.of("阿里巴巴"), Line.of("1")), List.of(Line.of("JD"), Line.of("22"))));
        assertThat(plain(table)).isEqualTo("""
                Title
                名        Price
                阿里巴巴      1
                JD           22
                """);
        assertThat(plain(new Block.Fields(
                        List.of(new Block.Field("价格", Line.of("1")), new Block.Field("Lab", Line.of("2"))))))
                .isEqualTo("Title\n价格     1\nLab      2\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_the_text_no_line_is_wider_than_the_terminal_and_no_word_is_lost(long seed) {
        Random random = new Random(seed);
        String[] pieces = {"阿", "a", "word", " ", "  ", "🙂", "e\u0301", "\u200d", "\ud83d", "한글", "x".repeat(85), "ﷺ"};
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder("Z");
            Line line = Line.empty();
            for (int j = random.nextInt(60); j >= 0; j--) {
                String piece = pieces[random.nextInt(pieces.length)];
                text.append(piece);
                line = random.nextBoolean() ? line.text(piece) : line.strong(piece);
            }
            String shown = plain(
                    new Block.Fields(List.of(new Block.Field("L", Line.of("Z").then(line)))));
            assertThat(shown.lines()).allMatch(each -> Columns.of(each) <= 80);
            String letters = LineText.clean(text.toString()).replace(" ", "");
            assertThat(shown.replaceAll("\\s", "")).isEqualTo("TitleL" + letters);
        }
    }

    @Test
    void what_could_steer_a_terminal_is_taken_out_everywhere() {
        String evil = "a\u001b[31mb\u001b]0;title\u0007c\u009b2Jd\u202ee\u2066f\u200bg\rh\ni\u0000j\u2028k\u0008";
        String clean = "a[31mb]0;titlec2Jdefg h ij k";
        Card card = Card.titled(evil, NOW)
                .paragraph(Line.of(evil))
                .paragraph(Line.empty().link(evil, ONE))
                .paragraph(Line.of(new Value.Words(evil)))
                .block(new Block.Heading(Line.of(evil)))
                .block(new Block.Fields(List.of(new Block.Field(evil, Line.of(evil)))))
                .block(new Block.Table(List.of(new Block.Column(evil, false)), List.of(List.of(Line.of(evil)))))
                .block(new Block.Picture(ONE, evil))
                .block(new Block.Buttons(List.of(new Block.Button(evil, evil))))
                .block(new Block.Footer(Line.of(evil)))
                .source(source(evil, "2026-01-02T21:00:00Z", 0, null))
                .build();
        String shown = plain(card);
        assertThat(shown.codePoints().filter(point -> point != '\n'))
                .noneMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
        assertThat(shown.split("\\[31mb", -1)).hasSize(1 + 13);
        assertThat(shown).startsWith(clean);
        assertThat(new CardText(Voice.english(), Paint.PLAIN).oneLine(card)).doesNotContain("\u001b", "\n", "\u202e");
    }

    @Test
    void links_become_numbers_the_same_for_the_same_address() {
        Line line = Line.empty()
                .link("First", ONE)
                .text(", ")
                .link("second", TWO)
                .text(", ")
                .link("first again", ONE);
        assertThat(plain(new Block.Paragraph(line))).isEqualTo("""
                Title
                First [1], second [2], first again [1]
                [1] https://one.test/a
                [2] http://two.test/b?c=d&e=f
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "relative/path", "mailto:a@b.test"})
    void only_web_pages_are_linked(String address) {
        assertThat(plain(new Block.Paragraph(Line.empty().link("Words", URI.create(address)))))
                .isEqualTo("Title\nWords\n");
    }

    @Test
    void an_address_is_shown_in_plain_characters() {
        assertThat(plain(new Block.Paragraph(Line.empty().link("Words", URI.create("https://one.test/阿")))))
                .contains("[1] https://one.test/%E9%98%BF\n");
    }

    @Test
    void a_source_named_several_times_stands_there_once_with_its_ages() {
        Card card = Card.titled("Title", NOW)
                .source(source("Wire", "2026-01-02T19:00:00Z", 0, ONE))
                .source(source("Yahoo", "2026-01-02T21:59:30Z", 15, null))
                .source(source("Wire", "2026-01-02T21:00:00Z", 0, TWO))
                .source(source("Clock ahead", "2026-01-02T22:00:05Z", 0, null))
                .build();
        assertThat(plain(card)).isEqualTo("""
                Title
                Sources  Wire, 2026-01-02 21:00 UTC (1 h old; the oldest part 3 h) [1] [2];
                         Yahoo, 2026-01-02 21:59 UTC (0 min old, delayed 15 min); Clock ahead,
                         2026-01-02 22:00 UTC (0 min old)
                [1] https://one.test/a
                [2] http://two.test/b?c=d&e=f
                """);
    }

    @Test
    void in_colour_everything_that_was_plain_is_still_there() {
        Card card = Card.titled("Title", NOW)
                .tone(Tone.DOWN)
                .paragraph(Line.of("plain ").strong("strong").text(" ").code("/typed"))
                .block(new Block.Fields(List.of(new Block.Field("Label", Line.of("content")))))
                .block(new Block.Footer(Line.of("small ").code("/print")))
                .source(source("Wire", "2026-01-02T21:00:00Z", 0, null))
                .build();
        String colour = new CardText(Voice.english(), Paint.COLOUR).render(card);
        assertThat(colour)
                .startsWith("\u001b[1;31m▼ Title\u001b[0m\n")
                .contains("plain \u001b[1mstrong\u001b[0m \u001b[36m/typed\u001b[0m\n")
                .contains("\u001b[36mLabel    \u001b[0mcontent\n")
                .contains("\u001b[2msmall /print\u001b[0m\n")
                .contains("\u001b[2mSources  Wire, 2026-01-02 21:00 UTC (1 h old)\u001b[0m\n");
        assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain(card));
    }

    @ParameterizedTest
    @EnumSource(Span.Style.class)
    void colours_do_not_count_as_width(Span.Style style) {
        Line line = Line.empty();
        for (int i = 0; i < 30; i++) {
            line = line.then(new Line(List.of(new Span.Text("word ", style))));
        }
        Card card = card(new Block.Paragraph(line));
        String colour = new CardText(Voice.english(), Paint.COLOUR).render(card);
        assertThat(colour.lines().count())
                .isEqualTo(plain(card).lines().count())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void an_error_is_its_paragraphs_in_one_line() {
        Card card = Card.titled("Title", NOW)
                .paragraph("First.")
                .block(new Block.Footer(Line.of("Small print.")))
                .paragraph(Line.of("Type ").code("/help"))
                .build();
        assertThat(new CardText(Voice.english(), Paint.COLOUR).oneLine(card)).isEqualTo("First. Type /help");
    }

    @Test
    void what_would_take_the_place_of_a_card_is_not_listed() {
        Block.Button again = new Block.Button(Line.of("Refresh"), "/quote BABA", true);
        Block.Button news = new Block.Button("News", "/news BABA");
        Card.Builder card = Card.titled("x", NOW).block(new Block.Buttons(List.of(again)));
        assertThat(plain(card.build())).isEqualTo("x\n");
        card.block(new Block.Buttons(List.of(news, again)));
        assertThat(plain(card.build())).isEqualTo("x\nMore     /news BABA\n");
    }

    @Test
    void what_can_be_chosen_is_listed_even_if_it_changes_the_card() {
        Block.Button english = new Block.Button(Line.of("English"), "/settings language en", true);
        Block.Button german = new Block.Button(Line.of("Deutsch"), "/settings language de", true);
        Card.Builder card = Card.titled("x", NOW).block(new Block.Menu(Line.of("Language"), List.of(english, german)));
        assertThat(plain(card.build())).isEqualTo("x\nMore     /settings language en | de\n");
    }
}
