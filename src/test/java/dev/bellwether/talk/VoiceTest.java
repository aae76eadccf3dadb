package dev.bellwether.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VoiceTest {
    private static final Instant EVENING = Instant.parse("2026-01-02T21:00:00Z");
    private static final Voice GERMAN = new Voice(Language.DE, ZoneId.of("Europe/Berlin"));
    private static final Voice CHINESE = new Voice(Language.ZH, ZoneId.of("Asia/Shanghai"));

    static Stream<Arguments> english() {
        return Stream.of(
                Arguments.of(new Value.Price(1234.5, "USD"), "$1,234.50"),
                Arguments.of(new Value.Price(149, "HKD"), "HK$149.00"),
                Arguments.of(new Value.Price(0.0312, "EUR"), "€0.0312"),
                Arguments.of(new Value.Price(2750, "JPY"), "¥2,750"),
                Arguments.of(new Value.Price(510.5, "GBX"), "510.50p"),
                Arguments.of(new Value.Price(12, "CHF"), "CHF 12.00"),
                Arguments.of(new Value.Price(7, "QQQ"), "QQQ 7.00"),
                Arguments.of(Value.Percent.change(6.2, "1d"), "+6.2%"),
                Arguments.of(Value.Percent.change(-0.04, "1d"), "0.0%"),
                Arguments.of(Value.Percent.distance(-10.36), "-10.4%"),
                Arguments.of(Value.Percent.share(78.9), "78.9%"),
                Arguments.of(new Value.Figure(68.44, 1, null), "68.4"),
                Arguments.of(new Value.Figure(2.153, 2, "x"), "2.15×"),
                Arguments.of(new Value.Figure(3, 0, "bars"), "3 bars"),
                Arguments.of(new Value.Count(15_742_300, "shares"), "15.7M"),
                Arguments.of(new Value.Count(812, "shares"), "812"),
                Arguments.of(new Value.Day(LocalDate.of(2025, 10, 2)), "2025-10-02"),
                Arguments.of(new Value.Moment(EVENING), "2026-01-02 21:00 UTC"),
                Arguments.of(new Value.Words("up"), "up"),
                Arguments.of(new Value.Missing(""), "n/a"),
                Arguments.of(new Value.Missing("needs 150 more bars"), "n/a (needs 150 more bars)"));
    }

    @ParameterizedTest
    @MethodSource("english")
    void a_value_reads_as_people_write_it(Value value, String text) {
        assertThat(Voice.english().text(value)).isEqualTo(text);
    }

    /** A blank that may not be broken stands before a German sign. */
    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(new Value.Price(1234.5, "EUR"), "1.234,50\u00a0€", "€1,234.50"),
                Arguments.of(new Value.Price(88, "CNY"), "88,00\u00a0CN¥", "¥88.00"),
                Arguments.of(new Value.Price(2750, "JPY"), "2.750\u00a0¥", "JP¥2,750"),
                Arguments.of(new Value.Price(12, "CHF"), "12,00\u00a0CHF", "CHF 12.00"),
                Arguments.of(new Value.Price(510.5, "GBX"), "510,50\u00a0p", "510.50便士"),
                Arguments.of(Value.Percent.change(6.2, "1d"), "+6,2\u00a0%", "+6.2%"),
                Arguments.of(Value.Percent.change(0.01, "1d"), "0,0\u00a0%", "0.0%"),
                Arguments.of(new Value.Figure(2.153, 2, "x"), "2,15×", "2.15×"),
                Arguments.of(new Value.Count(15_742_300, "shares"), "15,7\u00a0Mio.", "1574.2万"),
                Arguments.of(new Value.Day(LocalDate.of(2025, 10, 2)), "02.10.2025", "2025-10-02"),
                Arguments.of(new Value.Moment(EVENING), "02.01.2026, 22:00 MEZ", "2026-01-03 05:00 CST"),
                Arguments.of(new Value.Missing(""), "k.\u00a0A.", "暂无"),
                Arguments.of(
                        new Value.Missing(Line.say("market.history.begins", new Value.Day(LocalDate.of(2025, 10, 2)))),
                        "k.\u00a0A. (Historie beginnt am 02.10.2025)",
                        "暂无（历史数据始于 2025-10-02）"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void germans_and_chinese_read_it_their_way(Value value, String german, String chinese) {
        assertThat(GERMAN.text(value)).isEqualTo(german);
        assertThat(CHINESE.text(value)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 min, vor 0 Min., 0分钟前",
        "PT-5M, 0 min, vor 0 Min., 0分钟前",
        "PT59M59S, 59 min, vor 59 Min., 59分钟前",
        "PT1H, 1 h, vor 1 Std., 1小时前",
        "PT47H59M, 47 h, vor 47 Std., 47小时前",
        "P2D, 2 d, vor 2 Tg., 2天前"
    })
    void an_age_is_told_in_its_largest_unit(Duration age, String english, String german, String chinese) {
        assertThat(English.of(Age.of(age))).isEqualTo(english);
        assertThat(English.of(Age.ago(age))).isEqualTo(english + " ago");
        assertThat(GERMAN.plain(Age.ago(age))).isEqualTo(german);
        assertThat(CHINESE.plain(Age.ago(age))).isEqualTo(chinese);
    }

    @Test
    void one_is_counted_otherwise_than_many_but_not_in_chinese() {
        assertThat(English.of(Line.count("source.lines", 1))).startsWith("1 line could");
        assertThat(English.of(Line.count("source.lines", 0))).startsWith("0 lines could");
        assertThat(GERMAN.plain(Line.count("source.lines", 1))).startsWith("1 Zeile war");
        assertThat(GERMAN.plain(Line.count("source.lines", 2))).startsWith("2 Zeilen waren");
        assertThat(CHINESE.plain(Line.count("source.lines", 1))).startsWith("1 行");
    }

    @Test
    void things_are_listed_with_the_words_of_the_language() {
        Line listed = Line.joined("value.or", List.of(Line.of("A"), Line.of("B"), Line.of("C")));
        assertThat(English.of(listed)).isEqualTo("A or B or C");
        assertThat(GERMAN.plain(listed)).isEqualTo("A oder B oder C");
        assertThat(CHINESE.plain(listed)).isEqualTo("A或B或C");
        assertThat(Line.joined("value.or", List.of())).isEqualTo(Line.empty());
    }

    @Test
    void the_words_around_a_value_are_one_text_and_the_value_stays_a_value() {
        Value support = new Value.Price(147.11, "USD");
        Line line = Line.of("Levels: ").then(Line.say("quote.support", support, Line.say("market.level.low")));
        assertThat(Voice.english().speak(line).spans())
                .containsExactly(
                        new Span.Text("Levels: support ", Span.Style.PLAIN),
                        new Span.Shown(support),
                        new Span.Text(" (52-week low)", Span.Style.PLAIN));
    }

    @Test
    void a_sentence_that_stands_back_does_so_in_every_word_but_keeps_what_is_strong() {
        Line line =
                Line.empty().emphasis(Line.say("news.by", Line.empty().strong("Wire"), Age.ago(Duration.ofHours(2))));
        assertThat(GERMAN.speak(line).spans())
                .containsExactly(
                        new Span.Text("(", Span.Style.EMPHASIS),
                        new Span.Text("Wire", Span.Style.STRONG),
                        new Span.Text(", vor 2 Std.)", Span.Style.EMPHASIS));
    }

    @Test
    void a_hole_in_the_word_files_costs_the_sentence_and_not_the_answer() {
        assertThat(GERMAN.plain(Line.say("nowhere.such.sentence", 5))).isEqualTo("nowhere.such.sentence");
        assertThat(GERMAN.plain(Line.say("quote.nothing-of-the-kind"))).isEqualTo("quote.nothing-of-the-kind");
    }

    @Test
    void what_people_wrote_is_never_taken_for_a_place() {
        assertThat(English.of(Line.say("ask.odd", "/quote", "{0} {1} $1 \\ %s")))
                .isEqualTo("/quote has no use for \"{0} {1} $1 \\ %s\".");
    }

    @ParameterizedTest
    @CsvSource({
        "en, EN",
        "en-US, EN",
        "en-GB, EN",
        "de, DE",
        "de-AT, DE",
        "DE, DE",
        "zh, ZH",
        "zh-CN, ZH",
        "zh-TW, ZH",
        "zh-hans, ZH",
        "zh-Hant, ZH",
        "zh_TW, ZH"
    })
    void platforms_name_a_language_in_their_own_ways(String tag, Language language) {
        assertThat(Language.of(tag)).contains(language);
    }

    @ParameterizedTest
    @CsvSource({"fr", "''", "-", "deutsch", "x-de", "zho", "i"})
    void what_the_bot_does_not_speak_is_no_language(String tag) {
        assertThat(Language.of(tag)).isEmpty();
    }
}
