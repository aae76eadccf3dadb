package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.MemoryFacts;
import dev.bellwether.analyst.SampleDesk;
import dev.bellwether.analyst.TextCheck;
import dev.bellwether.bot.console.CardJson;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import dev.bellwether.news.PageReader;
import dev.bellwether.reading.Passage;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /check}, {@code /why} and {@code /earnings} as typed, over the bundled bars and feeds. */
class DeskCommandsTest {
    private static final SampleDesk DESK = SampleDesk.at("2026-01-15T08:00:00Z");
    private static final MemoryFacts FACTS = new MemoryFacts()
            .earnings("BABA", "2026-02-19", "2026-01-13T17:10:00Z", "Sample Wire", "Sample Ticker")
            .earnings("BABA", "2026-02-24", "2026-01-14T09:00:00Z", "Sample Blog")
            .earnings("BIDU", "2026-02-12", "2026-01-14T09:00:00Z", "Sample Wire")
            .earnings("JD", "2026-01-05", "2026-01-02T09:00:00Z", "Sample Wire")
            .target("BABA", "Jefferies", "225", "2026-01-13T12:40:00Z", "Sample Wire");

    /** The facts of an article of that day, in words of our own. */
    private static final String ARTICLE = """
            14.01.2026 - 12:54:04
            Alibaba has been strong. The figures of the day in Frankfurt:
            Day: +1.65%
            7 days: +17.43%
            12 months: +86.65%
            52-week high: €161.60 (October 2, 2025)
            RSI (14 days): 29.4
            """;

    /** A stub of a reader: knows the claims of {@link #ARTICLE} if it is given that. */
    private static List<Claim> stub(Passage text) {
        if (!text.text().contains("29.4")) {
            return List.of();
        }
        return List.of(
                claim(Claim.Kind.DAY_CHANGE_PCT, "1.65", null),
                claim(Claim.Kind.WEEK_CHANGE_PCT, "17.43", null),
                claim(Claim.Kind.YEAR_CHANGE_PCT, "86.65", null),
                claim(Claim.Kind.HIGH_52W, "161.60", "EUR"),
                claim(Claim.Kind.RSI, "29.4", null),
                claim(Claim.Kind.PE, "22", null));
    }

    private static Claim claim(Claim.Kind kind, String value, @Nullable String currency) {
        return new Claim(kind, new BigDecimal(value), null, currency, null, null, null, "It is " + value + ".", 1);
    }

    private static final class Pages implements Web {
        private final List<URI> asked = new ArrayList<>();
        private final Map<String, Fetched> pages;

        Pages(Map<String, Fetched> pages) {
            this.pages = pages;
        }

        @Override
        public Fetched get(Fetch fetch) {
            asked.add(fetch.address());
            return pages.getOrDefault(
                    String.valueOf(fetch.address().getPath()),
                    new Fetched.Failed(
                            Fetched.Cause.NOT_FOUND, "news.example has nothing at this address.", 404, null));
        }
    }

    private static Fetched page(String type, String body) {
        return new Fetched.Page(
                body.getBytes(StandardCharsets.UTF_8),
                type,
                URI.create("https://news.example/a"),
                null,
                null,
                null,
                null);
    }

    private static CommandRegistry registry(Function<Passage, List<Claim>> claims, Web web) {
        Symbols symbols = new Symbols(DESK.instruments(), false);
        TextCheck checks = new TextCheck(claims, text -> List.of(), DESK.instruments(), DESK.markets(), FACTS);
        Explainer explainer = new Explainer(DESK.markets(), DESK.instruments(), DESK.stories(), FACTS);
        return new CommandRegistry(symbols, Chats.inMemory(), true)
                .add(new CheckCommand(checks, new PageReader(web)))
                .add(new WhyCommand(explainer, DESK.markets(), DESK.instruments(), symbols))
                .add(new EarningsCommand(new EarningsDays(FACTS), DESK.instruments()));
    }

    private static Answer ask(String text, Function<Passage, List<Claim>> claims, Web web) {
        return registry(claims, web).answer(new Ask(new ChatId("test", "1"), "ann", text, DESK.at()));
    }

    private static Answer ask(String text) {
        return ask(text, DeskCommandsTest::stub, new Pages(Map.of()));
    }

    private static String shown(Answer answer) {
        return new CardText(Voice.english(), Paint.PLAIN).render(answer.card()).replaceAll("\\s+", " ");
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(CardJson.render(answer.card(), answer.failed()));
    }

    @Test
    void the_article_of_january_14_is_right_but_for_its_rsi() throws IOException {
        Answer answer = ask("/check " + ARTICLE);
        assertThat(shown(answer))
                .contains("6 claims: 4 agree, 1 contradicts what I find, 1 can't be checked.")
                .contains("BABA week +17.43%: agrees")
                .contains("RSI 29.4: contradicts")
                .contains("of AHLA.DE")
                .contains("2026-01-14 12:54 UTC (the date in the text)");
        JsonNode claims = json(answer).at("/claims");
        assertThat(claims).hasSize(6);
        assertThat(claims.at("/4/kind").textValue()).isEqualTo("rsi");
        assertThat(claims.at("/4/claimed/value").doubleValue()).isEqualTo(29.4);
        assertThat(claims.at("/4/computed/value").doubleValue()).isBetween(72.0, 78.0);
        assertThat(claims.at("/4/verdict").textValue()).isEqualTo("contradicts");
        assertThat(claims.at("/4/tolerance").textValue()).isEqualTo("3 points");
        assertThat(claims.at("/4/listing").textValue()).isEqualTo("AHLA.DE");
        assertThat(claims.at("/4/day").textValue()).isEqualTo("2026-01-14");
        assertThat(claims.at("/5/computed/missing").textValue()).contains("figures of the company");
    }

    /** The same with the reader of claims itself, as soon as there is one. */
    @Test
    void the_article_is_read_and_checked_from_end_to_end() throws ReflectiveOperationException {
        Optional<Function<Passage, List<Claim>>> reader = claimReader();
        assumeThat(reader)
                .as("the reader of claims is not on the class path yet")
                .isPresent();
        String shown = shown(ask("/check " + ARTICLE, reader.orElseThrow(), new Pages(Map.of())));
        assertThat(shown).contains("RSI").contains("29.4: contradicts").contains("52-week high €161.60: agrees");
    }

    @SuppressWarnings("unchecked")
    private static Optional<Function<Passage, List<Claim>>> claimReader() throws ReflectiveOperationException {
        Class<?> type;
        try {
            type = Class.forName("dev.bellwether.reading.claim.ClaimReader");
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
        Method read = type.getMethod("read", Passage.class);
        Object reader = type.getConstructor(Instruments.class).newInstance(DESK.instruments());
        return Optional.of(text -> {
            try {
                return (List<Claim>) read.invoke(reader, text);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("the reader can not be called", e);
            }
        });
    }

    @Test
    void a_link_is_followed_and_the_page_gives_text_and_date() throws IOException {
        Pages web = new Pages(Map.of(
                "/a",
                page(
                        "text/html; charset=utf-8",
                        "<html><head><meta property='article:published_time' content='2026-01-14T11:54:04Z'>"
                                + "<title>Alibaba</title></head><body><nav>Menu</nav><article><p>Alibaba's RSI is 29.4.</p>"
                                + "</article><footer>Imprint</footer></body></html>")));
        Answer answer = ask("/check <https://news.example/a>", DeskCommandsTest::stub, web);
        assertThat(web.asked).containsExactly(URI.create("https://news.example/a"));
        assertThat(shown(answer)).contains("the date of the page").contains("contradicts");
        assertThat(json(answer).at("/published").textValue()).isEqualTo("2026-01-14T11:54:04Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/check https://news.example/gone|The page could not be read: news.example has nothing at this address.",
                "/check ftp://news.example/a|I only read pages behind http and https links.",
                "/check file:///etc/passwd|I only read pages behind http and https links.",
                "/check https://news.example/%zz|That is no link that I can follow; copy it again, or paste the text.",
                "/check https://news.example/pdf|The link leads to application/pdf, not to a page of text; paste the text instead.",
                "/check https://news.example/empty|There is no text on that page that I can read; paste the text instead.",
                "/check <p></p>|There is no text in what you sent that I can read.",
                "/check|/check needs a text, a link to one, or a message that it replies to.",
                "/why BABA 2026-13-45|\"2026-13-45\" is no day that I can read; write it like 2026-01-02, 02.01.2026, yesterday or friday.",
                "/why BABA 01/02/2026|\"01/02/2026\" is no day that I can read; write it like 2026-01-02, 02.01.2026, yesterday or friday.",
                "/why BABA someday|\"someday\" is no day that I can read; write it like 2026-01-02, 02.01.2026, yesterday or friday.",
                "/why BABA tomorrow|That day lies in the future; I only explain what has happened.",
                "/why BABA 01.01.2026|There was no session of BABA in New York that day: a holiday",
                "/why ZZZZ|\"ZZZZ\" is not a symbol I know.",
                "/why 9888.HK|There are no sample data for 9888.HK",
                "/earnings ZZZZ|\"ZZZZ\" is not a symbol I know."
            })
    void what_can_not_be_answered_is_one_clear_sentence(String command, String sentence) {
        Pages web = new Pages(
                Map.of("/pdf", page("application/pdf", "%PDF"), "/empty", page("text/html", "<script>1</script>")));
        Answer answer = ask(command, DeskCommandsTest::stub, web);
        assertThat(answer.failed()).isTrue();
        assertThat(shown(answer)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "<<<<",
                "\uD800\uD800",
                "&#0;&#99999999;",
                "<a <b <c <d",
                "((((((((((",
                "14.01.2026 - 12:54:04"
            })
    void soup_is_read_and_nothing_is_found_in_it(String soup) {
        assertThat(shown(ask("/check " + soup.repeat(Math.min(1_000, 100_000 / soup.length())))))
                .containsAnyOf("I found no claim in it", "There is no text in what you sent that I can read.");
    }

    @Test
    void a_megabyte_is_too_long_and_a_long_article_is_not() {
        assertThat(shown(ask("/check " + "word ".repeat(200_000)))).contains("at most 200000 are read");
        assertThat(ask("/check " + "word ".repeat(20_000)).failed()).isFalse();
        assertThat(shown(ask("/why " + "word ".repeat(20_000)))).contains("A command has at most 2000 characters.");
    }

    @Test
    void why_names_story_volume_and_average_of_the_second_of_january() throws IOException {
        Answer answer = ask("/why BABA 2026-01-02");
        assertThat(shown(answer))
                .contains("Why BABA moved on 2026-01-02")
                .contains("Baidu to float AI chip maker Kunlunxin in Hong Kong")
                .contains("2.16× the 20-day average")
                .contains("rose above the 200-day average $14")
                .contains("BIDU +12.0%");
        JsonNode card = json(answer);
        assertThat(card.at("/day").textValue()).isEqualTo("2026-01-02");
        assertThat(card.at("/change/value").doubleValue()).isBetween(6.19, 6.21);
        assertThat(card.at("/sigma/value").doubleValue()).isGreaterThan(2);
        assertThat(card.at("/peers/0/symbol").textValue()).isEqualTo("BIDU");
        assertThat(card.at("/volumeMultiple/value").doubleValue()).isBetween(2.1, 2.2);
        assertThat(card.at("/levels"))
                .anySatisfy(level -> assertThat(level.at("/line").textValue()).isEqualTo("SMA 200"));
        assertThat(card.at("/stories/0/headline").textValue()).contains("Kunlunxin");
        assertThat(card.at("/calls")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/why BABA 13.01.2026, 2026-01-13",
        "/why 13.1. BABA, 2026-01-13",
        "/why BABA tuesday, 2026-01-13",
        "/why BABA yesterday, 2026-01-14",
        "/why BABA, 2026-01-14"
    })
    void a_day_can_be_typed_in_many_ways(String command, String day) throws IOException {
        assertThat(json(ask(command)).at("/day").textValue()).isEqualTo(day);
    }

    @Test
    void the_calls_of_the_day_stand_on_the_card() throws IOException {
        assertThat(shown(ask("/why BABA 2026-01-13"))).contains("Jefferies set to $225.00");
        assertThat(json(ask("/why BABA 2026-01-13")).at("/calls/0/new/value").doubleValue())
                .isEqualTo(225);
    }

    @Test
    void without_a_symbol_why_takes_the_biggest_mover() throws IOException {
        assertThat(json(ask("/why 2026-01-02")).at("/symbol").textValue()).isEqualTo("BIDU");
        assertThat(json(ask("/why 2026-01-12")).at("/symbol").textValue()).isEqualTo("BABA");
    }

    @Test
    void earnings_are_told_with_countdown_and_outlets_soonest_first() throws IOException {
        assertThat(shown(ask("/earnings BABA")))
                .contains("BABA 2026-02-19, in 35 days; confirmed by 2 outlets (Sample Wire, Sample Ticker)")
                .contains("BABA 2026-02-24, in 40 days; not confirmed, one outlet (Sample Blog)");
        JsonNode dates = json(ask("/earnings")).at("/dates");
        assertThat(dates).hasSize(3);
        assertThat(dates.at("/0/symbol").textValue()).isEqualTo("BIDU");
        assertThat(dates.at("/0/daysAhead/value").longValue()).isEqualTo(28);
        assertThat(shown(ask("/earnings JD"))).contains("No source I read has named a date of JD.com");
    }

    @Test
    void the_card_of_one_instrument_gains_its_next_dates_and_its_stories() {
        DeskFields fields = new DeskFields(new EarningsDays(FACTS), DESK.stories());
        assertThat(fields.fields(DESK.instrument("BABA"), DESK.at()))
                .extracting(field -> Group.plain(field.label()))
                .containsExactly("Earnings", "Stories");
        assertThat(fields.fields(DESK.instrument("JD"), DESK.at()))
                .extracting(field -> Group.plain(field.label()))
                .doesNotContain("Earnings");
        assertThat(fields.data(DESK.instrument("BABA"), DESK.at())).containsKeys("earnings", "storiesOfTheDay");
    }
}
