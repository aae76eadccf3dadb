package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Span;
import dev.bellwether.talk.Voice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every language: what it asks for and what it answers. */
class EveryLanguageTest {
    private static final Instant LATER = Instant.parse("2026-01-02T22:00:00Z");

    /** Words that stand in nearly every English sentence and in no German or Chinese one. Names and headlines are links. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|of|and|are|not|to|for|with|from|ago|on|no|is|has|needs|such as|old|by|you|it)\\b");

    private static final Pattern KEY = Pattern.compile("\\b[a-z]+\\.[a-z0-9-]+(\\.[a-z0-9-]+)+\\b|\\b("
            + "quote|news|levels|watch|status|help|about|ask|button|market|source|value|card|health|exchange"
            + ")\\.[a-z0-9-]+");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static Voice voice(Language language) {
        return new Voice(language, ZoneId.of("Europe/Berlin"));
    }

    static Stream<String> asks() {
        Stream<String> examples =
                new Group().registry().commands().stream().map(Command::spec).flatMap(spec -> spec.examples().stream());
        Stream<String> mistakes = Stream.of(
                "/quote",
                "/quote ZZZZ",
                "/quote BAAB",
                "/quote A1 A2 A3 A4 A5 A6 A7 A8 A9 B1 B2",
                "/quote 9988.HK",
                "/quote BABA ZZZZ",
                "/news 99",
                "/news JD",
                "/news BABA JD",
                "/watch add",
                "/digest on",
                "/digest off 3",
                "/digest preview 3",
                "/digest preview 30m before nyse opens BABA JD",
                "/digest preview 25:00",
                "/digest preview 08:00 weekdys",
                "/digest preview 30m before nise",
                "/digest preview 08:00 sections: movs",
                "/digest preview weekly JD short",
                "/watch list BABA",
                "/watch nonsense",
                "/watch lst",
                "/watch remove JD",
                "/watch add BABA BIDU PDD JD",
                "/subscribe",
                "/subscribe news watchlist BABA",
                "/unsubscribe",
                "/unsubscribe breakouts BABA 1d",
                "/levels BABA JD",
                "/help nwes",
                "/help zzzzzzz",
                "/nwes",
                "/zzzzzzz",
                "",
                "/quote " + "x".repeat(2_001));
        return Stream.concat(examples, mistakes);
    }

    static Stream<Arguments> asksInOtherLanguages() {
        return asks().flatMap(ask -> Stream.of(Language.DE, Language.ZH).map(language -> Arguments.of(ask, language)));
    }

    @ParameterizedTest
    @MethodSource("asksInOtherLanguages")
    void an_answer_has_no_english_left_in_it(String ask, Language language) {
        Group group = new Group();
        group.parts.add(StatusPart.trouble(Line.say("health.mode"), Line.say("health.unasked")));
        group.parts.add(StatusPart.down(Line.say("health.store"), Line.say("health.mode.live")));
        isIn(language, group.ask(ask).card());
    }

    @ParameterizedTest
    @EnumSource(names = {"DE", "ZH"})
    void a_card_of_little_history_says_so_in_the_language(Language language) {
        Instant early = Instant.parse("2024-01-03T22:00:00Z");
        Group group = new Group(early, List.of(new SampleSource()), BarStore.inMemory(), true);
        isIn(language, group.ask("/baba").card());
        isIn(language, group.ask("/levels BABA").card());
        isIn(language, group.ask("/quote BABA JD").card());
        isIn(language, group.ask("/news").card());
        Group before = new Group(
                Instant.parse("2020-01-03T22:00:00Z"), List.of(new SampleSource()), BarStore.inMemory(), true);
        isIn(language, before.ask("/baba").card());
    }

    @ParameterizedTest
    @EnumSource(names = {"DE", "ZH"})
    void prices_of_other_sources_and_symbols_that_nobody_follows_are_worded_too(Language language) {
        TestSource good = new TestSource("good", Priced.Cause.UNKNOWN_SYMBOL, "BABA", "JD", "ACME");
        Group group = new Group(LATER, List.of(good), BarStore.inMemory(), false);
        isIn(language, group.ask("/quote acme").card());
        isIn(language, group.ask("/news acme").card());
        isIn(language, group.ask("/quote BABA JD").card());
    }

    @ParameterizedTest
    @EnumSource(names = {"DE", "ZH"})
    void what_is_wrong_with_a_feed_is_worded_too(Language language) {
        InMemoryArticleStore articles = Group.articles();
        Line problem = Line.say("fetch.denied", "a.test", 403);
        articles.save(
                new FeedState(Group.FEED, "Test Wire", null, null, Group.NOW, null, Group.NOW, 3, problem, null),
                List.of());
        Group group = new Group(
                Group.NOW, List.of(new SampleSource()), BarStore.inMemory(), true, articles, Chats.inMemory());
        Card card = group.ask("/news BABA").card();
        assertThat(lines(card)).contains(problem);
        isIn(language, card);
    }

    private static void isIn(Language language, Card card) {
        Voice voice = voice(language);
        Card spoken = voice.speak(card);
        String all = new CardText(voice, Paint.PLAIN).render(card);
        assertThat(all).doesNotContainPattern(PLACE).doesNotContain("null");
        List<String> own = lines(spoken).stream()
                .map(line -> own(voice, line))
                .filter(text -> !text.isBlank())
                .toList();
        assertThat(own).isNotEmpty();
        assertThat(own)
                .allSatisfy(text -> assertThat(text).doesNotContainPattern(KEY).doesNotContainPattern(ENGLISH));
        if (language == Language.ZH) {
            assertThat(String.join("", own)).containsPattern(CHINESE);
        }
    }

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** What the bot itself says in a line: neither headlines nor what is to be typed. */
    private static String own(Voice voice, Line line) {
        return voice.plain(new Line(line.spans().stream()
                .filter(span -> !(span instanceof Span.Link))
                .filter(span -> !(span instanceof Span.Text(String text, Span.Style style) && style == Span.Style.CODE))
                .toList()));
    }

    private static List<Line> lines(Card card) {
        List<Line> lines = new ArrayList<>(List.of(card.title()));
        card.blocks().forEach(block -> lines.addAll(lines(block)));
        return lines;
    }

    private static List<Line> lines(Block block) {
        return switch (block) {
            case Block.Heading(Line line) -> List.of(line);
            case Block.Paragraph(Line line) -> List.of(line);
            case Block.Footer(Line line) -> List.of(line);
            case Block.Fields(List<Block.Field> fields) ->
                fields.stream()
                        .filter(field -> !field.label().spans().toString().contains("text=/"))
                        .flatMap(field -> Stream.of(field.label(), field.content()))
                        .toList();
            case Block.Table(List<Block.Column> columns, List<List<Line>> rows) ->
                Stream.concat(
                                columns.stream().map(Block.Column::label),
                                rows.stream().flatMap(List::stream))
                        .toList();
            case Block.Buttons(List<Block.Button> buttons) ->
                buttons.stream().map(Block.Button::label).toList();
            case Block.Menu(Line hint, List<Block.Button> options) ->
                Stream.concat(Stream.of(hint), options.stream().map(Block.Button::label))
                        .toList();
            case Block.Picture _, Block.Document _ -> List.of();
        };
    }

    static Stream<Arguments> specsInEachLanguage() {
        return new Group()
                .registry().commands().stream()
                        .flatMap(command ->
                                Stream.of(Language.values()).map(language -> Arguments.of(command.spec(), language)));
    }

    /** Discord takes 100 characters. */
    @ParameterizedTest
    @MethodSource("specsInEachLanguage")
    void summaries_and_descriptions_are_short_in_each_language(CommandSpec spec, Language language) {
        Voice voice = voice(language);
        List<Line> lines = new ArrayList<>(List.of(spec.summary()));
        spec.parameters().forEach(parameter -> lines.add(parameter.description()));
        assertThat(lines)
                .allSatisfy(line -> assertThat(voice.plain(line))
                        .hasSizeBetween(1, 100)
                        .doesNotEndWith(".")
                        .doesNotEndWith("。")
                        .doesNotContainPattern(KEY)
                        .doesNotContainPattern(PLACE));
    }

    @Test
    void a_card_reads_as_germans_and_chinese_expect_it() {
        Card card = new Group().ask("/quote BABA").card();
        assertThat(new CardText(voice(Language.DE), Paint.PLAIN).render(card))
                .contains("Kurs", "152,40\u00a0$  +6,2\u00a0% zum Vortag. Schlusskurs New York, 02.01.2026,")
                .contains("Quellen", "Aufschlag von BABA");
        assertThat(new CardText(voice(Language.ZH), Paint.PLAIN).render(card))
                .contains("价格", "$152.40  当日 +6.2%。纽约收盘 2026-01-02 22:00 CET")
                .contains("来源", "溢价");
    }
}
