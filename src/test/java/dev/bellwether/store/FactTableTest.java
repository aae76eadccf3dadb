package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.bellwether.analyst.Desk;
import dev.bellwether.analyst.FactRecorder;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Mention;
import dev.bellwether.news.FeedState;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FactTableTest extends OnBothEngines {
    private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");

    private void keep(Article... kept) {
        store.articles().save(FeedState.fresh(URI.create("https://wire.example/rss")), List.of(kept));
    }

    private List<Fact.Printed> catchUp() {
        return Desk.recorder(store.facts(), 1).catchUp();
    }

    private List<Fact.Call> calls() {
        return store.facts().known(Fact.Call.class, "BABA", END);
    }

    private static Article outlet(int number, String at, String text) {
        return Desk.article("https://outlet" + number + ".example/rss", "same", at, text, Set.of("BABA"));
    }

    @Test
    void facts_of_every_kind_come_back_as_they_were() {
        keep(Desk.article("a", "2026-01-12T08:00:00.123456Z", """
                CALL Jefferies 富瑞|cut|231.50|225.00|USD|Buy \ud83d\udcc8
                STATED consensus|195.12|USD
                CLAIM rsi|29.4
                RESULTS 2026-02-19"""));
        List<Fact.Printed> fresh = catchUp();
        reopen();
        List<Fact.Printed> known = new ArrayList<>(calls());
        known.addAll(store.facts().known(Fact.Claimed.class, "BABA", END));
        known.addAll(store.facts().known(Fact.Earnings.class, "BABA", END));
        assertThat(known).hasSize(4).containsExactlyInAnyOrderElementsOf(fresh);
        assertThat(store.facts().known(Fact.Earnings.class, "BABA", END))
                .extracting(Fact.Earnings::day)
                .containsExactly(LocalDate.of(2026, 2, 19));
        assertThat(store.facts().known(Fact.Call.class, "JD", END)).isEmpty();
    }

    @Test
    void the_same_call_from_several_outlets_is_one_fact_over_restarts() {
        keep(outlet(1, "2026-01-12T08:00:00Z", "CALL Jefferies|set||225|"));
        assertThat(catchUp()).hasSize(1);
        reopen();
        keep(outlet(2, "2026-01-13T08:00:00Z", "CALL Jefferies Financial Group|cut|231|225|USD|Buy"));
        keep(outlet(3, "2026-01-11T08:00:00Z", "CALL JEFFERIES|cut|231|225|USD"));
        assertThat(catchUp()).isEmpty();
        assertThat(calls()).singleElement().satisfies(fact -> {
            assertThat(Desk.told(fact)).isEqualTo("CUT 231 -> 225 USD Buy");
            assertThat(fact.at()).isEqualTo(Instant.parse("2026-01-11T08:00:00Z"));
            assertThat(fact.mentions())
                    .extracting(Mention::publisher)
                    .containsExactly("outlet3.example", "outlet1.example", "outlet2.example");
        });
    }

    @Test
    void what_was_known_then_leaves_out_later_mentions() {
        keep(outlet(1, "2026-01-12T08:00:00Z", "CALL UBS|set||225|"));
        keep(outlet(2, "2026-01-13T08:00:00Z", "CALL UBS|cut|231|225|USD"));
        catchUp();
        FactLog log = store.facts();
        assertThat(log.known(Fact.Call.class, "BABA", Instant.parse("2026-01-12T08:00:00Z")))
                .extracting(Desk::told)
                .containsExactly("SET null -> 225 null null");
        assertThat(log.known(Fact.Call.class, "BABA", Instant.MIN)).isEmpty();
        assertThat(log.known(Fact.Call.class, "BABA", Instant.MAX)).hasSize(1);
    }

    @Test
    void facts_come_newest_first() {
        keep(
                outlet(1, "2026-01-12T08:00:00Z", "CALL UBS|set||1|USD"),
                outlet(2, "2026-01-14T08:00:00Z", "CALL UBS|set||2|USD"),
                outlet(3, "2026-01-13T08:00:00Z", "CALL UBS|set||3|USD"));
        catchUp();
        assertThat(calls())
                .extracting(fact -> String.valueOf(fact.call().newTarget()))
                .containsExactly("2", "3", "1");
    }

    @Test
    void contradictory_calls_of_one_article_are_both_kept() {
        keep(outlet(1, "2026-01-12T08:00:00Z", "CALL UBS|cut|231|225|USD\nCALL UBS|cut|230|225|USD"));
        assertThat(catchUp()).hasSize(2);
        assertThat(calls()).hasSize(2);
    }

    @Test
    void a_save_that_fails_keeps_nothing_and_is_repeated() throws SQLException {
        keep(outlet(1, "2026-01-12T08:00:00Z", "CALL UBS|set||225|USD\nCALL Citi|set||226|USD"));
        sql("ALTER TABLE fact_mentions RENAME TO elsewhere");
        assertThat(Failing.failureOf(this::catchUp).kind()).isEqualTo(StoreException.Kind.FAILED);
        sql("ALTER TABLE elsewhere RENAME TO fact_mentions");
        assertThat(calls()).isEmpty();
        assertThat(store.facts().unread(1, 9)).hasSize(1);
        assertThat(catchUp()).hasSize(2);
        assertThat(store.facts().unread(1, 9)).isEmpty();
    }

    @Test
    void an_article_is_unread_until_these_readers_or_later_ones_read_it() {
        keep(outlet(1, "2026-01-12T08:00:00Z", "CALL UBS|set||225|USD"));
        assertThat(store.facts().unread(1, 9))
                .singleElement()
                .satisfies(article -> assertThat(article.symbols()).containsExactly("BABA"));
        catchUp();
        assertThat(store.facts().unread(1, 9)).isEmpty();
        assertThat(store.facts().unread(2, 9)).hasSize(1);
        assertThat(Desk.recorder(store.facts(), 2).catchUp()).isEmpty();
        assertThat(calls())
                .singleElement()
                .satisfies(fact -> assertThat(fact.mentions()).hasSize(1));
        assertThat(store.facts().unread(1, 9)).isEmpty();
    }

    @Test
    void a_body_that_can_not_be_read_hides_that_mention_only() throws SQLException {
        keep(outlet(1, "2026-01-12T08:00:00Z", "CALL UBS|set||225|USD"));
        keep(outlet(2, "2026-01-12T09:00:00Z", "CALL Citi|set||226|USD"));
        catchUp();
        sql("UPDATE fact_mentions SET body = '{\"action\": \"ZOOM\"}' WHERE publisher = 'outlet1.example'");
        assertThat(calls()).extracting(fact -> fact.call().firm()).containsExactly("Citi");
    }

    @Test
    void two_bots_on_one_database_make_one_fact_of_one_call() throws Exception {
        keep(IntStream.range(0, 60)
                .mapToObj(i -> outlet(i, "2026-01-12T08:00:00Z", "CALL UBS|set||" + (200 + i % 3) + "|USD"))
                .toArray(Article[]::new));
        List<Fact.Printed> fresh = new ArrayList<>();
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Fact.Printed>>> results = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                FactRecorder recorder = Desk.recorder((i % 2 == 0 ? store : second).facts(), 1);
                results.add(threads.submit(recorder::catchUp));
            }
            for (Future<List<Fact.Printed>> result : results) {
                fresh.addAll(result.get());
            }
        }
        assertThat(fresh).hasSize(3);
        assertThat(calls()).hasSize(3).allMatch(fact -> fact.mentions().size() == 20);
    }

    private void sql(String statement) throws SQLException {
        try (HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(url());
            try (Connection connection = source.getConnection();
                    Statement run = connection.createStatement()) {
                run.execute(statement);
            }
        }
    }
}
