package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.analyst.Desk;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.FactStore;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.InMemoryFactStore;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Marks;
import dev.bellwether.analyst.MemoryFacts;
import dev.bellwether.analyst.SampleDesk;
import dev.bellwether.analyst.TextCheck;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.net.Fetched;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.news.PageReader;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.reading.call.CallReader;
import dev.bellwether.reading.call.Lexicon;
import dev.bellwether.reading.claim.ClaimReader;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyst desk in the reader's language: what is asked here is answered without a word of English of the bot's own. */
class DeskWordsTest {
    private static final List<String> AREAS = List.of("targets", "analysts", "why", "check", "earnings", "desk");
    private static final Pattern KEY = Pattern.compile("\\b(?:" + String.join("|", AREAS) + ")\\.[a-z]+");
    private static final ChatId CHAT = new ChatId("test", "desk");
    private static final SampleDesk DESK = SampleDesk.at("2026-01-15T08:00:00Z");
    private static final MemoryFacts FACTS = new MemoryFacts()
            .earnings("BABA", "2026-02-19", "2026-01-13T17:10:00Z", "Wire", "Ticker")
            .earnings("BABA", "2026-02-24", "2026-01-14T09:00:00Z", "Blog")
            .earnings("BIDU", "2026-01-16", "2026-01-14T09:00:00Z", "Wire")
            .earnings("PDD", "2026-01-15", "2026-01-14T09:00:00Z", "Wire")
            .target("BABA", "Jefferies", "225", "2026-01-13T12:40:00Z", "Wire");

    /** Everything that a member can bring the desk to say, over the bundled bars and feeds. */
    private static final List<String> ASKED = List.of(
            "/why",
            "/why BABA",
            "/why BABA 2026-01-02",
            "/why BABA 2026-01-13",
            "/why BABA freitag",
            "/why BABA 昨天",
            "/why JD 2026-01-12",
            "/why AHLA.DE 2026-01-14",
            "/why BABA 2026-01-10",
            "/why BABA 2026-01-11",
            "/why BABA 2026-01-01",
            "/why BABA 1990-01-02",
            "/why BABA 2030-01-01",
            "/why BABA someday",
            "/earnings",
            "/earnings BABA",
            "/earnings JD",
            "/check Alibaba closed at $172.60, up 1.6%, with an RSI of 29.4.",
            "/check Alibaba rose about 12% in a week. The 52-week high of €161.60 was reached on October 12, 2025.",
            "/check Alibaba has resistance at $175 and support at $145. Volume was 20 million shares. P/E of 22.",
            "/check Alibaba's 50-day moving average is at $150. RSI (9 days): 80. It closed at CHF 148.20.",
            "/check Jefferies cut its price target on Alibaba to $225 from $231. UBS set a target of $300 on Alibaba.",
            "/check Alibaba reports earnings on February 19, 2026. Baidu will report on January 19, 2026.",
            "/check Acme Rockets rose 12%.",
            "/check " + "Alibaba closed at $172.60. ".repeat(25),
            "/check nothing",
            "/check <p></p>",
            "/check https://news.example/a",
            "/check ftp://news.example/a",
            "/check https://news.example/%zz",
            "/targets",
            "/targets BABA",
            "/targets AHLA.DE",
            "/targets BABA Jefferies",
            "/targets BABA history Jefferies",
            "/targets BABA Jefferies please",
            "/targets BABA Jeferies",
            "/targets BABA Quux",
            "/targets BABA history",
            "/targets JD",
            "/targets JD UBS",
            "/targets BABA wrong Nomura it is 251",
            "/targets BABA wrong Nomura",
            "/targets BABA",
            "/targets BABA settle Nomura reject",
            "/targets BABA wrong Nomura",
            "/targets BABA settle Nomura accept",
            "/targets BABA settle Nomura perhaps",
            "/targets BABA wrong UBS",
            "/targets BABA settle UBS accept",
            "/targets BABA history UBS",
            "/targets BABA",
            "/analysts",
            "/analysts BABA");

    private final InMemoryArticleStore articles = new InMemoryArticleStore();
    private final FactStore facts = new InMemoryFactStore(articles);
    private final CommandRegistry registry = registry();

    private CommandRegistry registry() {
        SampleRates rates = new SampleRates();
        Marks marks = Marks.inMemory();
        Ledger ledger = new Ledger(facts, marks, Firms.known());
        Symbols symbols = new Symbols(DESK.instruments(), false);
        Explainer explainer = new Explainer(DESK.markets(), DESK.instruments(), DESK.stories(), FACTS);
        EarningsDays days = new EarningsDays(FACTS);
        NewsDesk news = new NewsDesk(List.of(), articles, () -> {});
        TextCheck checks = new TextCheck(
                new ClaimReader(DESK.instruments())::read,
                new CallReader(Lexicon.bundled(), DESK.instruments())::read,
                DESK.instruments(),
                DESK.markets(),
                FACTS);
        PageReader pages = new PageReader(
                fetch -> new Fetched.Page(new byte[] {1}, "image/png", fetch.address(), null, null, null, null));
        return new CommandRegistry(symbols, Chats.inMemory(), true)
                .add(new CheckCommand(checks, pages))
                .add(new WhyCommand(explainer, DESK.markets(), DESK.instruments(), symbols))
                .add(new EarningsCommand(days, DESK.instruments()))
                .add(new TargetsCommand(ledger, marks, DESK.markets(), rates, DESK.instruments()))
                .add(new AnalystsCommand(ledger, DESK.markets(), DESK.instruments()))
                .add(new QuoteCommand(
                        DESK.markets(),
                        news,
                        symbols,
                        5,
                        List.of(new ConsensusExtra(ledger, rates), new DeskFields(days, DESK.stories()))));
    }

    private void january() {
        read("2024-06-05", "CALL Citi|set||105|USD");
        read("2026-01-02", "CALL Jefferies|raise|225|231|USD|Buy\nCALL Nomura|set||215|USD\nCALL UBS|drop|||");
        read("2026-01-02", "CALL |set||300|USD\nCALL Daiwa|initiate||180|EUR\nCALL Mizuho|set||199|");
        read("2026-01-13", "CALL Jefferies|cut|231|225|USD|Buy\nSTATED consensus|195.12|USD\nCALL HSBC|set||100|XYZ");
        read("2026-01-13", "STATED high|250|USD\nSTATED low|100|USD\nCALL Macquarie|set||190|USD");
        read("2026-01-14", "CALL Macquarie|set||210|USD\nCALL Barclays|reiterate||||Hold");
    }

    private void read(String day, String text) {
        String feed = "https://wire.example/rss";
        articles.save(
                FeedState.fresh(URI.create(feed)),
                List.of(Desk.article(feed, "k" + articles.count(), day + "T08:00:00Z", text, Set.of("BABA"))));
        Desk.recorder(facts, 1).catchUp();
    }

    private Answer ask(String text) {
        return registry.answer(new Ask(CHAT, "meg", text, DESK.at(), true));
    }

    private static String text(Language language, Answer answer) {
        Voice voice = new Voice(language, ZoneOffset.UTC);
        String labels = answer.card().blocks().stream()
                .flatMap(block -> block instanceof Block.Buttons(List<Block.Button> buttons)
                        ? buttons.stream().map(button -> voice.plain(button.label()))
                        : Stream.<String>empty())
                .collect(Collectors.joining(" "));
        return (new CardText(voice, Paint.PLAIN).render(answer.card()) + labels).replaceAll("\\s+", " ");
    }

    private List<String> all(Language language) {
        january();
        List<String> all = new ArrayList<>();
        ASKED.forEach(asked -> all.add(text(language, ask(asked))));
        registry.commands().stream()
                .map(Command::spec)
                .filter(spec -> !spec.name().equals("quote"))
                .forEach(spec -> all.add(described(language, spec)));
        return all;
    }

    private static String described(Language language, CommandSpec spec) {
        Voice voice = new Voice(language, ZoneOffset.UTC);
        return Stream.concat(
                        Stream.of(spec.summary()), spec.parameters().stream().map(Parameter::description))
                .map(voice::plain)
                .collect(Collectors.joining(" "));
    }

    private static Properties words(String area, Language language) throws IOException {
        String name = "/dev/bellwether/words/" + area + "_" + language.code() + ".properties";
        try (InputStream file = Objects.requireNonNull(DeskWordsTest.class.getResourceAsStream(name), name)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return words;
        }
    }

    /** What stands between the places of the English sentences: of two words or more, and no words of the other language too. */
    private static List<String> english(Language other) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (String area : AREAS) {
            String theirs = String.join(
                    "\n",
                    words(area, other).values().stream().map(String::valueOf).toList());
            words(area, Language.EN).values().stream()
                    .flatMap(pattern -> Arrays.stream(pattern.toString().split("\\{\\d}", -1)))
                    .map(String::strip)
                    .filter(piece -> piece.length() > 5 && piece.contains(" "))
                    .filter(piece -> !theirs.contains(piece))
                    .forEach(pieces::add);
        }
        return pieces;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_key_shows_through(Language language) {
        assertThat(all(language))
                .allSatisfy(answer -> assertThat(KEY.matcher(answer).results()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void no_english_sentence_is_left(Language language) throws IOException {
        List<String> english = english(language);
        assertThat(english).hasSizeGreaterThan(150);
        assertThat(all(language))
                .allSatisfy(answer ->
                        assertThat(english.stream().filter(answer::contains)).isEmpty());
    }

    /** Fronts take descriptions of commands and of their parameters of up to 100 characters. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void what_fronts_show_of_a_command_is_short_enough(Language language) {
        Voice voice = new Voice(language, ZoneOffset.UTC);
        for (Command command : registry.commands()) {
            assertThat(voice.plain(command.spec().summary())).hasSizeBetween(1, 100);
            for (Parameter parameter : command.spec().parameters()) {
                assertThat(voice.plain(parameter.description())).hasSizeBetween(1, 100);
            }
        }
    }

    @Test
    void a_german_reads_why_a_price_moved() {
        assertThat(text(Language.DE, ask("/why BABA 2026-01-02")))
                .contains("Warum sich BABA am")
                .contains("BABA schloss bei")
                .contains("die übliche Tagesbewegung (Standardabweichung über 60 Tage")
                .contains("stieg über den 200-Tage-Schnitt (")
                .contains("Meldungen des Tages, die passendste zuerst");
        assertThat(text(Language.DE, ask("/why BABA 2026-01-10"))).contains("Das war ein Samstag ohne Handel");
    }

    @Test
    void a_chinese_reads_what_of_a_text_is_right() {
        assertThat(text(Language.ZH, ask("/check Alibaba closed at $172.60, up 1.6%, with an RSI of 29.4.")))
                .contains("3 条说法：2 条相符，1 条与我查到的矛盾。")
                .contains("BABA 价格 ")
                .contains("：相符；BABA 在 ")
                .contains(" 的收盘价 ")
                .contains("（容差 3 点）。");
    }

    @Test
    void a_german_reads_and_disputes_targets() {
        january();
        assertThat(text(Language.DE, ask("/targets BABA")))
                .contains("Haus", "Kursziel", "Einstufung", "Potenzial", "Gelesen in", "1 Quelle [")
                .contains("Mittel von")
                .contains("30 Tage:", " erhöht, ", " gesenkt")
                .contains("Wo keine Währung genannt war, gilt die der Hauptnotierung.")
                .contains("1 Kursziel nennt kein Haus und kann nicht zählen.");
        assertThat(text(Language.DE, ask("/targets BABA wrong Nomura es sind 251")))
                .contains("bleibt in der Tabelle, bis ein Verwalter der Gruppe zustimmt:");
        assertThat(text(Language.DE, ask("/targets BABA")))
                .contains("Nomura: meg hält das für falsch („es sind 251“). Ein Verwalter entscheidet:");
    }

    @Test
    void a_german_finds_the_desk_s_lines_on_the_card_of_an_instrument() {
        january();
        assertThat(text(Language.DE, ask("/quote BABA")))
                .contains("Mittel von 5 Häusern")
                .contains("Stimme", "Barclays kein Kursziel, Hold, ")
                .contains("Zahlen", " (in 35 Tagen)", "; oder ", " (in 40 Tagen, nicht bestätigt)")
                .contains(" Meldungen in 24 Stunden");
    }

    @Test
    void one_and_many_are_told_apart_where_the_language_does() {
        assertThat(text(Language.DE, ask("/check Acme Rockets rose 12%."))).contains("1 Behauptung:");
        assertThat(text(Language.DE, ask("/earnings BABA")))
                .contains("in 35 Tagen; von 2 Medien bestätigt (Wire, Ticker)")
                .contains("nicht bestätigt, ein Medium (Blog)");
        assertThat(text(Language.ZH, ask("/earnings BABA"))).contains("35 天后；2 家媒体一致 (Wire, Ticker)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/targets BABA", "/why BABA", "/analysts BABA", "/earnings BABA"})
    void every_button_asks_what_the_bot_can_answer(String asked) {
        january();
        List<Block.Button> buttons = ask(asked).card().blocks().stream()
                .flatMap(block -> block instanceof Block.Buttons(List<Block.Button> some)
                        ? some.stream()
                        : Stream.<Block.Button>empty())
                .toList();
        assertThat(buttons).isNotEmpty().allSatisfy(button -> {
            assertThat(button.label()).isNotEqualTo(Line.empty());
            assertThat(button.command()).hasSizeLessThan(100);
            if (!button.command().startsWith("/news")) {
                assertThat(ask(button.command()).failed()).isFalse();
            }
        });
    }

    @Test
    void only_what_shows_the_card_anew_takes_its_place() {
        january();
        assertThat(ask("/targets AHLA.DE").card().blocks())
                .filteredOn(Block.Buttons.class::isInstance)
                .flatExtracting(block -> ((Block.Buttons) block).buttons())
                .filteredOn(Block.Button::inPlace)
                .extracting(Block.Button::command)
                .containsExactly("/targets AHLA.DE");
    }
}
