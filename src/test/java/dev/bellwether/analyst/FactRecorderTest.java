package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Mention;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactRecorderTest {
    private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");

    private final ArticleStore articles = new InMemoryArticleStore();
    private final FactStore facts = new InMemoryFactStore(articles);
    private final FactRecorder recorder = Desk.recorder(facts, 1);

    private void keep(Article... kept) {
        articles.save(FeedState.fresh(URI.create("https://wire.example/rss")), List.of(kept));
    }

    private List<Fact.Call> calls(String symbol) {
        return facts.known(Fact.Call.class, symbol, END);
    }

    @Test
    void the_same_call_from_five_outlets_is_one_fact_with_five_mentions() {
        List<String> lines = List.of(
                "CALL Jefferies|cut|231|225|USD|Buy",
                "CALL Jefferies Financial Group Inc.|cut||225|USD",
                "CALL Jefferies'|set||225.00||",
                "CALL JEFFERIES|cut|231|225|USD",
                "CALL Jefferies|reiterate||225|USD|Buy");
        for (int i = 0; i < lines.size(); i++) {
            keep(Desk.article(
                    "https://outlet" + i + ".example/rss",
                    "same-key",
                    "2026-01-1" + (i + 1) + "T08:00:00Z",
                    lines.get(i),
                    Set.of("BABA")));
        }
        assertThat(recorder.catchUp()).hasSize(1);
        assertThat(calls("BABA")).singleElement().satisfies(fact -> {
            assertThat(Desk.told(fact)).isEqualTo("CUT 231 -> 225 USD Buy");
            assertThat(fact.at()).isEqualTo(Instant.parse("2026-01-11T08:00:00Z"));
            assertThat(fact.mentions())
                    .extracting(Mention::publisher)
                    .containsExactly(
                            "outlet0.example",
                            "outlet1.example",
                            "outlet2.example",
                            "outlet3.example",
                            "outlet4.example");
        });
    }

    @Test
    void the_order_in_which_articles_come_in_does_not_matter() {
        List<Article> all = new ArrayList<>(IntStream.range(0, 7)
                .mapToObj(i -> Desk.article(
                        "https://outlet" + i + ".example/rss",
                        "k",
                        "2026-01-1" + i / 2 + "T0" + i + ":00:00Z",
                        i == 3 ? "CALL Nomura|raise|200|215|USD|Buy" : "CALL Nomura|set||215|",
                        Set.of("BABA")))
                .toList());
        Collections.shuffle(all, new Random(4));
        for (Article article : all) {
            keep(article);
            recorder.catchUp();
        }
        assertThat(calls("BABA")).singleElement().satisfies(fact -> {
            assertThat(Desk.told(fact)).isEqualTo("RAISE 200 -> 215 USD Buy");
            assertThat(fact.at()).isEqualTo(Instant.parse("2026-01-10T00:00:00Z"));
            assertThat(fact.mentions()).hasSize(7).extracting(Mention::at).isSorted();
        });
    }

    @Test
    void what_was_known_at_a_moment_is_only_what_was_printed_by_then() {
        keep(Desk.article("a", "2026-01-10T08:00:00Z", "CALL Citi|set||200|"));
        keep(Desk.article("b", "2026-01-12T08:00:00Z", "CALL Citigroup|raise|190|200|USD|Buy"));
        recorder.catchUp();
        assertThat(facts.known(Fact.Call.class, "BABA", Instant.parse("2026-01-10T07:59:59Z")))
                .isEmpty();
        assertThat(facts.known(Fact.Call.class, "BABA", Instant.parse("2026-01-11T00:00:00Z")))
                .extracting(Desk::told)
                .containsExactly("SET null -> 200 null null");
        assertThat(calls("BABA")).extracting(Desk::told).containsExactly("RAISE 190 -> 200 USD Buy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "another target;            CALL Jefferies|cut|231|224|USD",
                "another old target;        CALL Jefferies|cut|230|225|USD",
                "another currency;          CALL Jefferies|cut|231|225|HKD",
                "another firm;              CALL Nomura|cut|231|225|USD",
                "the target is dropped;     CALL Jefferies|drop|225||USD",
                "only the rating;           CALL Jefferies|reiterate||||Buy",
                "no firm;                   CALL |cut|231|225|USD",
                "the press;                 STATED consensus|225|USD"
            })
    void what_says_something_else_is_another_fact_and_both_are_kept(String what, String line) {
        keep(Desk.article("a", "2026-01-12T08:00:00Z", "CALL Jefferies|cut|231|225|USD|Buy"));
        keep(Desk.article("b", "2026-01-13T08:00:00Z", line));
        assertThat(recorder.catchUp()).as(what).hasSize(2);
        assertThat(calls("BABA")).hasSize(2).allMatch(fact -> fact.mentions().size() == 1);
    }

    @Test
    void the_same_target_set_again_weeks_later_is_news() {
        keep(Desk.article("a", "2026-01-02T08:00:00Z", "CALL UBS|set||200|USD"));
        keep(Desk.article("b", "2026-01-09T08:00:00Z", "CALL UBS|set||200|USD"));
        keep(Desk.article("c", "2026-01-09T08:00:01Z", "CALL UBS|set||200|USD"));
        recorder.catchUp();
        assertThat(calls("BABA")).hasSize(2);
        assertThat(calls("BABA").getLast().mentions()).hasSize(2);
    }

    @Test
    void headline_and_text_of_one_article_are_one_mention_that_tells_what_both_do() {
        keep(Desk.article("a", "2026-01-12T08:00:00Z", "CALL UBS|set||200|\nCALL UBS|raise|190|200|USD|Buy"));
        recorder.catchUp();
        assertThat(calls("BABA")).singleElement().satisfies(fact -> {
            assertThat(Desk.told(fact)).isEqualTo("RAISE 190 -> 200 USD Buy");
            assertThat(fact.mentions()).hasSize(1);
        });
    }

    @Test
    void reading_twice_finds_nothing_new() {
        keep(Desk.article("a", "2026-01-12T08:00:00Z", "CALL UBS|set||200|USD\nCLAIM rsi|29.4\nRESULTS 2026-02-19"));
        assertThat(recorder.catchUp()).hasSize(3);
        assertThat(recorder.catchUp()).isEmpty();
        assertThat(facts.known(Fact.Earnings.class, "BABA", END))
                .extracting(Fact.Earnings::day)
                .containsExactly(LocalDate.of(2026, 2, 19));
        assertThat(facts.known(Fact.Claimed.class, "BABA", END)).hasSize(1);
    }

    @Test
    void new_readers_read_everything_again_and_old_facts_stay_single() {
        keep(Desk.article("a", "2026-01-12T08:00:00Z", "CALL UBS|set||200|USD"));
        recorder.catchUp();
        List<Fact.Call> before = calls("BABA");
        FactRecorder newer = new FactRecorder(
                facts,
                2,
                passage -> {
                    List<AnalystCall> both = new ArrayList<>(Desk.calls(passage));
                    both.addAll(Desk.calls(dev.bellwether.reading.Passage.of("CALL Citi|set||210|USD")));
                    return both;
                },
                passage -> List.of(),
                Desk.GROUP);
        assertThat(newer.catchUp())
                .singleElement()
                .satisfies(fact -> assertThat(((Fact.Call) fact).call().firm()).isEqualTo("Citi"));
        assertThat(calls("BABA")).hasSize(2).containsAll(before);
        assertThat(recorder.catchUp()).isEmpty();
    }

    @Test
    void an_article_that_breaks_a_reader_does_not_keep_the_others_from_being_read() {
        keep(Desk.article("bad", "2026-01-11T08:00:00Z", "CALL UBS|no such action||200|USD"));
        keep(Desk.article("good", "2026-01-12T08:00:00Z", "CALL UBS|set||200|USD"));
        assertThat(recorder.catchUp()).hasSize(1);
        assertThat(recorder.catchUp()).isEmpty();
    }

    @Test
    void more_articles_than_a_page_are_all_read() {
        keep(IntStream.range(0, 250)
                .mapToObj(i -> Desk.article("k" + i, "2026-01-12T08:00:00Z", "CALL UBS|set||" + (100 + i) + "|USD"))
                .toArray(Article[]::new));
        assertThat(recorder.catchUp()).hasSize(250);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL UBS|set||200|USD||Tencent",
                "CALL UBS|set||200|USD||Alibaba Health",
                "CALL UBS|set||200|USD|||TCEHY",
                "CALL UBS|set||0|USD",
                "CALL UBS|set||-5|USD",
                "CALL UBS|set||1E+400|USD",
                "CALL UBS|set||1E-400|USD",
                "CALL UBS|set|99999999999999999999999999999999|225|USD",
                "RESULTS 9999-12-31",
                "CLAIM price|1E+1000000",
                "nothing at all"
            })
    void what_is_about_another_company_or_can_not_be_true_is_no_fact(String line) {
        keep(Desk.article("a", "2026-01-12T08:00:00Z", line));
        assertThat(recorder.catchUp()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Alibaba Group Holding Ltd.;;BABA",
                "ALIBABA;;BABA",
                "阿里巴巴;;BABA",
                ";NYSE: BABA;BABA",
                ";$BABA;BABA",
                ";BABA.N;BABA",
                ";9988.HK;BABA",
                ";9988 HK;BABA",
                ";09988.HK;BABA",
                "whoever;BABA;BABA",
                "JD.com Inc;;JD",
                "JD;;JD"
            })
    void a_company_is_known_by_ticker_name_or_alias(String company, String ticker, String symbol) {
        String line =
                "CALL UBS|set||200|USD||" + (company == null ? "" : company) + "|" + (ticker == null ? "" : ticker);
        keep(Desk.article("https://wire.example/rss", "a", "2026-01-12T08:00:00Z", line, Set.of()));
        assertThat(recorder.catchUp()).extracting(Fact.Printed::symbol).containsExactly(symbol);
    }

    @Test
    void where_no_company_is_printed_it_is_the_articles_only_one() {
        keep(Desk.article("https://a.example/", "one", "2026-01-12T08:00:00Z", "CALL UBS|set||200|USD", Set.of("JD")));
        keep(Desk.article(
                "https://a.example/", "two", "2026-01-12T08:00:00Z", "CALL UBS|set||201|USD", Set.of("JD", "BABA")));
        keep(Desk.article("https://a.example/", "none", "2026-01-12T08:00:00Z", "CALL UBS|set||202|USD", Set.of()));
        assertThat(recorder.catchUp()).singleElement().satisfies(fact -> {
            assertThat(fact.symbol()).isEqualTo("JD");
            assertThat(fact.mentions().getFirst().article()).isEqualTo("one");
        });
    }

    @Test
    void a_store_that_fails_is_seen_and_the_next_time_goes_on_where_it_ended() {
        keep(Desk.article("a", "2026-01-12T08:00:00Z", "CALL UBS|set||200|USD"));
        FactStore failing = new FailingOnce(facts);
        FactRecorder again = Desk.recorder(failing, 1);
        assertThatThrownBy(again::catchUp).isInstanceOf(IllegalStateException.class);
        assertThat(calls("BABA")).isEmpty();
        assertThat(again.catchUp()).hasSize(1);
    }

    /** Fails the first time something is saved, before anything is. */
    private static final class FailingOnce implements FactStore {
        private final FactStore store;
        private boolean failed;

        FailingOnce(FactStore store) {
            this.store = store;
        }

        @Override
        public List<Article> unread(int version, int limit) {
            return store.unread(version, limit);
        }

        @Override
        public List<Fact.Printed> save(int version, List<ReadArticle> page) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("the disk is full");
            }
            return store.save(version, page);
        }

        @Override
        public <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until) {
            return store.known(kind, symbol, until);
        }
    }
}
