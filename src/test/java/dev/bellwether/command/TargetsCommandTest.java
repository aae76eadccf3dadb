package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.analyst.Desk;
import dev.bellwether.analyst.FactStore;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.InMemoryFactStore;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Marks;
import dev.bellwether.bot.console.CardJson;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.market.Markets;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /targets}, {@code /analysts} and their lines in {@code /quote}, over sample prices. */
class TargetsCommandTest {
    private static final Instant AT = Instant.parse("2026-01-15T00:00:00Z");
    private static final ChatId CHAT = new ChatId("console", "test");

    private final ArticleStore articles = new InMemoryArticleStore();
    private final FactStore facts = new InMemoryFactStore(articles);
    private final Marks marks = Marks.inMemory();
    private final SampleRates rates = new SampleRates();
    private final Markets markets = new Markets(
            new Quotes(
                    List.of(new SampleSource()),
                    BarStore.inMemory(),
                    InstantSource.fixed(AT),
                    QuoteSettings.defaults()),
            rates);
    private final Ledger ledger = new Ledger(facts, marks, Firms.known());
    private CommandRegistry registry = new CommandRegistry(new Symbols(Desk.GROUP, true), Chats.inMemory(), false);

    @BeforeEach
    void desk() {
        NewsDesk news = new NewsDesk(List.of(), articles, () -> {});
        QuoteExtra broken = (ask, target, snapshot) -> {
            throw new IllegalStateException("a bug");
        };
        registry = new CommandRegistry(new Symbols(Desk.GROUP, true), Chats.inMemory(), false)
                .add(new TargetsCommand(ledger, marks, markets, rates, Desk.GROUP))
                .add(new AnalystsCommand(ledger, markets, Desk.GROUP))
                .add(new QuoteCommand(
                        markets,
                        news,
                        new Symbols(Desk.GROUP, true),
                        5,
                        List.of(broken, new ConsensusExtra(ledger, rates))));
    }

    private void january() {
        read("2026-01-02", "wire", "CALL Jefferies|raise|225|231|USD|Buy\nCALL Nomura|set||215|USD");
        read("2026-01-13", "wire", "CALL Jefferies|cut|231|225|USD|Buy\nSTATED consensus|195.12|USD");
        read("2026-01-14", "echo", "CALL Jefferies Financial Group|cut|231|225|USD|Buy");
    }

    private void read(String day, String outlet, String text) {
        String feed = "https://" + outlet + ".example/rss";
        articles.save(
                FeedState.fresh(URI.create(feed)),
                List.of(Desk.article(feed, "k" + articles.count(), day + "T08:00:00Z", text, Set.of("BABA"))));
        Desk.recorder(facts, 1).catchUp();
    }

    private Answer ask(String text) {
        return registry.answer(new Ask(CHAT, "ann", text, AT));
    }

    private Answer manage(String text) {
        return registry.answer(new Ask(CHAT, "meg", text, AT, true));
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(CardJson.render(answer.card(), answer.failed()));
    }

    private static String text(Answer answer) {
        return new CardText(Voice.english(), Paint.PLAIN).render(answer.card());
    }

    @Test
    void both_firms_and_the_stated_consensus_stand_beside_ours() throws IOException {
        january();
        JsonNode card = json(ask("/targets BABA"));
        assertThat(card.at("/failed").booleanValue()).isFalse();
        assertThat(card.at("/calls")).hasSize(2);
        assertThat(card.at("/calls/0/firm").textValue()).isEqualTo("Jefferies");
        assertThat(card.at("/calls/0/action").textValue()).isEqualTo("cut");
        assertThat(card.at("/calls/0/old/value").doubleValue()).isEqualTo(231);
        assertThat(card.at("/calls/0/new/value").doubleValue()).isEqualTo(225);
        assertThat(card.at("/calls/0/currency").textValue()).isEqualTo("USD");
        assertThat(card.at("/calls/0/rating").textValue()).isEqualTo("Buy");
        assertThat(card.at("/calls/0/date").textValue()).isEqualTo("2026-01-13");
        assertThat(card.at("/calls/0/upside/value").doubleValue()).isEqualTo((225 / 172.6 - 1) * 100);
        assertThat(card.at("/calls/0/sources")).hasSize(2);
        assertThat(card.at("/calls/0/sources/0/url").textValue()).startsWith("https://wire.example/");
        assertThat(card.at("/calls/1/firm").textValue()).isEqualTo("Nomura");
        assertThat(card.at("/calls/1/old/value").isNull()).isTrue();
        assertThat(card.at("/mean/value").doubleValue()).isEqualTo(220);
        assertThat(card.at("/median/value").doubleValue()).isEqualTo(220);
        assertThat(card.at("/high/value").doubleValue()).isEqualTo(225);
        assertThat(card.at("/low/value").doubleValue()).isEqualTo(215);
        assertThat(card.at("/firms/value").intValue()).isEqualTo(2);
        assertThat(card.at("/statedConsensus/value").doubleValue()).isEqualTo(195.12);
        assertThat(card.at("/statedConsensus/currency").textValue()).isEqualTo("USD");
        assertThat(card.at("/statedConsensus/date").textValue()).isEqualTo("2026-01-13");
        assertThat(card.at("/raised30/value").intValue()).isEqualTo(1);
        assertThat(card.at("/cut30/value").intValue()).isEqualTo(1);
        assertThat(card.at("/sources").findValuesAsText("name"))
                .contains("wire.example", "echo.example", "Sample data");
    }

    @Test
    void the_table_fits_a_terminal() {
        january();
        assertThat(text(ask("/targets BABA")))
                .contains("↓ $231.00 → $225.00", "2 sources [", "+30.4%", "$195.12 (+13.0%), stated 2026-01-13")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
    }

    @Test
    void another_listing_is_compared_at_the_rate_of_the_day() throws IOException {
        january();
        Answer answer = ask("/targets AHLA.DE");
        JsonNode card = json(answer);
        assertThat(card.at("/mean/currency").textValue()).isEqualTo("EUR");
        assertThat(card.at("/mean/value").doubleValue()).isBetween(180.0, 195.0);
        assertThat(text(answer)).contains("Converted at USD/EUR 0.8");
    }

    @Test
    void one_firm_is_shown_alone_and_with_its_history() throws IOException {
        january();
        JsonNode one = json(ask("/targets BABA jefferies group"));
        assertThat(one.at("/calls").findValuesAsText("firm")).containsExactly("Jefferies");
        JsonNode history = json(ask("/targets BABA history Jefferies"));
        assertThat(history.at("/calls").findValuesAsText("action")).containsExactly("cut", "raise");
        assertThat(history.at("/calls").findValuesAsText("date")).containsExactly("2026-01-13", "2026-01-02");
    }

    @Test
    void without_a_symbol_the_newest_of_all_come() throws IOException {
        january();
        read("2026-01-14", "wire", "CALL UBS|set||40|USD||JD.com");
        JsonNode card = json(ask("/targets"));
        assertThat(card.at("/calls").findValuesAsText("symbol")).containsExactly("JD", "BABA", "BABA");
    }

    @Test
    void nothing_read_is_said_and_no_failure() throws IOException {
        JsonNode card = json(ask("/targets BABA"));
        assertThat(card.at("/failed").booleanValue()).isFalse();
        assertThat(card.at("/calls")).isEmpty();
        assertThat(card.at("/mean/value").isNull()).isTrue();
        assertThat(card.at("/mean/missing").textValue()).isEqualTo("no target known");
        assertThat(text(ask("/targets BABA"))).contains("No analyst's call on Alibaba Group has been read so far.");
        assertThat(text(ask("/targets"))).contains("has been read so far");
        assertThat(text(ask("/analysts"))).contains("No target of any firm has been read so far.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/targets BABA Jeffries|Did you mean Jefferies?",
                "/targets BABA Wedbush|There are calls of",
                "/targets BABA history|The name of a firm is missing.",
                "/targets BABA wrong|The name of a firm is missing.",
                "/targets BABA Jefferies please|\"please\" behind Jefferies",
                "/targets BABA settle Jefferies maybe|Say accept (it is wrong) or reject (it stands)",
                "/targets BABA settle Jefferies accept|Nothing is marked as wrong on Jefferies",
                "/targets TSLA|I keep no calls on TSLA",
                "/targets JD history UBS|No call of any firm on JD is known.",
                "/analysts TSLA|I keep no calls on TSLA"
            })
    void what_is_typed_wrongly_gets_help(String typed, String help) {
        january();
        Answer answer = manage(typed);
        assertThat(answer.failed()).isTrue();
        assertThat(text(answer)).contains(help);
    }

    @Test
    void a_member_marks_a_row_a_manager_settles_it_and_it_is_struck_out_with_who_and_why() throws IOException {
        january();
        assertThat(ask("/targets BABA wrong Jefferies it is 252, not 225").failed())
                .isFalse();
        assertThat(text(ask("/targets BABA")))
                .contains("Jefferies: ann says this is wrong (\"it is 252, not 225\")")
                .contains("/targets BABA settle Jefferies accept");
        assertThat(text(ask("/targets BABA wrong Jefferies"))).contains("marked already");
        Answer refused = ask("/targets BABA settle Jefferies accept");
        assertThat(refused.failed()).isTrue();
        assertThat(text(refused)).contains("Only a manager");

        assertThat(manage("/targets BABA settle Jefferies accept").failed()).isFalse();
        Answer after = ask("/targets BABA");
        assertThat(text(after))
                .contains("~~Jefferies~~", "~~USD 231 → 225~~")
                .contains("Jefferies is struck out: ann said it is wrong (\"it is 252, not 225\"), meg")
                .contains("agreed.");
        JsonNode card = json(after);
        assertThat(card.at("/mean/value").doubleValue()).isEqualTo(223);
        assertThat(card.at("/calls").findValuesAsText("counted")).containsExactly("yes", "yes", "no");
        assertThat(card.at("/calls/2/mark/settledBy").textValue()).isEqualTo("meg");
    }

    @Test
    void a_reason_without_end_is_refused() {
        january();
        Answer answer = ask("/targets BABA wrong Jefferies " + "x".repeat(201));
        assertThat(answer.failed()).isTrue();
        assertThat(text(answer)).contains("A reason has at most 200 characters.");
        assertThat(text(ask("/targets BABA wrong Jefferies " + "x".repeat(400))))
                .contains("at most 300 are read");
        assertThat(ask("/targets BABA wrong Jefferies " + "x".repeat(200)).failed())
                .isFalse();
    }

    @Test
    void a_rejected_mark_leaves_the_row_and_can_not_be_made_again() {
        january();
        ask("/targets BABA wrong Nomura");
        manage("/targets BABA settle Nomura reject");
        assertThat(text(ask("/targets BABA"))).contains("meg kept it").doesNotContain("~~");
        assertThat(text(ask("/targets BABA wrong Nomura again"))).contains("meg kept the call of Nomura");
    }

    @Test
    void sources_that_disagree_are_both_in_the_table() {
        read("2026-01-13", "wire", "CALL UBS|cut|231|225|USD");
        read("2026-01-14", "echo", "CALL UBS|cut|231|252|USD");
        assertThat(text(ask("/targets BABA")))
                .contains("UBS (?)", "$252.00", "$225.00", "Sources disagree on UBS", "mean of 1 firm;");
    }

    @Test
    void quote_gains_the_consensus_and_the_newest_call_and_survives_a_broken_desk() throws IOException {
        assertThat(text(ask("/quote BABA"))).contains("$172.60").doesNotContain("Targets");
        january();
        Answer answer = ask("/quote BABA");
        assertThat(text(answer))
                .contains("$220.00 (+27.5%), mean of 2 firms")
                .contains("$195.12 (+13.0%)")
                .contains("Jefferies ↓ $231.00 → $225.00, Buy, 2026-01-13");
        JsonNode card = json(answer);
        assertThat(card.at("/consensus/mean/value").doubleValue()).isEqualTo(220);
        assertThat(card.at("/consensus/firms/value").intValue()).isEqualTo(2);
        assertThat(card.at("/statedConsensus/value").doubleValue()).isEqualTo(195.12);
        assertThat(card.at("/newestCall/firm").textValue()).isEqualTo("Jefferies");
        assertThat(card.at("/price/value").doubleValue()).isEqualTo(172.6);
    }

    @Test
    void the_scorecard_judges_calls_of_a_year_ago() throws IOException {
        for (int i = 1; i <= 5; i++) {
            read("2024-0" + (i + 1) + "-05", "wire", "CALL Citi|set||" + (100 + i) + "|USD");
        }
        january();
        JsonNode card = json(ask("/analysts BABA"));
        assertThat(card.at("/analysts").findValuesAsText("firm"))
                .startsWith("Citi")
                .hasSize(3);
        assertThat(card.at("/analysts/0/judged/value").intValue()).isEqualTo(5);
        assertThat(card.at("/analysts/0/reachedShare/value").isNumber()).isTrue();
        assertThat(card.at("/analysts/1/young/value").intValue()).isGreaterThan(0);
        assertThat(card.at("/analysts/1/reachedShare/missing").textValue()).isEqualTo("needs 5 judged calls, has 0");
        assertThat(text(ask("/analysts"))).contains("Citi").contains("n/a");
    }
}
