package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenFactTableTest extends OnBothEngines {
    private static final Instant AT = Instant.parse("2026-01-02T14:31:00.123456Z");
    private static final Provenance SOURCE = new Provenance(
            "Yahoo", AT, Duration.ofMinutes(15), URI.create("https://prices.example/BABA?a=1&b=%20"), false);
    private static final WatchedLevel PRESS = new WatchedLevel(
            "press:155",
            WatchedLevel.Kind.PRESS,
            155.1,
            "USD",
            "Wire \ud83d",
            "“$155 – 关键信号区” \u0000'; DROP TABLE seen_facts",
            URI.create("https://wire.example/a"));

    static Fact.LevelMet met(String key, String symbol, Instant at) {
        return new Fact.LevelMet(
                key,
                symbol,
                symbol + ".X",
                at,
                PRESS,
                Fact.LevelMet.Stage.CONFIRMED,
                true,
                159.29,
                2.3,
                true,
                Duration.ofMinutes(95),
                "level:first",
                SOURCE,
                new Fact.LevelMet.Trial(LocalDate.parse("2026-01-02"), 2, null),
                List.of(PRESS, new WatchedLevel("sma-50", WatchedLevel.Kind.SMA_50, 153.2, "USD", "", "", null)),
                new LevelTries(
                        LocalDate.parse("2025-01-02"),
                        List.of(new LevelTries.Attempt(LocalDate.parse("2025-11-26"), LevelTries.End.FAILED))));
    }

    static Fact.AlertFired fired(String key, @Nullable Double price) {
        return new Fact.AlertFired(
                key, "BABA", "9988.HK", AT, 17, "price > 155 and rsi < 30", price, false, Duration.ZERO, SOURCE);
    }

    private static Fact.LevelMet bare() {
        return new Fact.LevelMet(
                "bare",
                "BABA",
                "BABA",
                AT,
                PRESS,
                Fact.LevelMet.Stage.NEAR,
                false,
                0.0001,
                null,
                false,
                Duration.ZERO,
                "bare",
                SOURCE);
    }

    private SeenFacts facts() {
        return store.seenFacts();
    }

    private <F extends Fact.Seen> List<F> all(Class<F> kind) {
        return facts().between(kind, null, Instant.MIN, Instant.MAX);
    }

    @Test
    void facts_of_every_kind_come_back_as_they_were() {
        List<Fact.LevelMet> levels = List.of(met("a", "BABA", AT), bare());
        List<Fact.AlertFired> alerts = List.of(fired("c", 155.01), fired("d", null));
        levels.forEach(fact -> assertThat(facts().add(fact)).isTrue());
        alerts.forEach(fact -> assertThat(facts().add(fact)).isTrue());
        reopen();
        assertThat(all(Fact.LevelMet.class)).isEqualTo(levels);
        assertThat(all(Fact.AlertFired.class)).isEqualTo(alerts);
    }

    @Test
    void a_fact_is_kept_once_whoever_adds_it_again() throws Exception {
        try (Store second = Store.open(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                SeenFacts own = (i % 2 == 0 ? store : second).seenFacts();
                results.add(threads.submit(() -> own.add(met("same", "BABA", AT))));
            }
            int added = 0;
            for (Future<Boolean> result : results) {
                added += result.get() ? 1 : 0;
            }
            assertThat(added).isOne();
        }
        assertThat(facts().add(fired("same", 1.0)))
                .as("another kind under the same key")
                .isFalse();
        assertThat(all(Fact.LevelMet.class)).hasSize(1);
    }

    @Test
    void a_stretch_of_time_holds_its_end_and_not_its_beginning_and_only_the_symbol_asked_for() {
        facts().add(met("late", "BABA", AT.plusSeconds(2)));
        facts().add(met("early", "BABA", AT));
        facts().add(met("middle", "BABA", AT.plusSeconds(1)));
        facts().add(met("other", "JD", AT.plusSeconds(1)));
        assertThat(facts().between(Fact.LevelMet.class, "BABA", AT, AT.plusSeconds(2)))
                .extracting(Fact::key)
                .containsExactly("middle", "late");
        assertThat(facts().between(Fact.LevelMet.class, null, AT.minusSeconds(1), AT.plusSeconds(1)))
                .extracting(Fact::key)
                .containsExactly("early", "middle", "other");
        assertThat(facts().between(Fact.AlertFired.class, "BABA", Instant.MIN, Instant.MAX))
                .isEmpty();
    }

    @Test
    void a_fact_and_its_notice_are_kept_together_or_not_at_all() {
        Notice notice = new Notice(
                "a", Card.titled("a", AT).build(), new Audience.Topic("breakouts"), Lane.ALERT, AT.plusSeconds(60));
        try {
            store.transactions().inOne(() -> {
                facts().add(met("a", "BABA", AT));
                store.delivery().outbox().commit(notice, AT);
                throw new IllegalStateException("on purpose");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("on purpose");
        }
        assertThat(all(Fact.LevelMet.class)).isEmpty();
        assertThat(store.delivery().journal().notice("a")).isEmpty();
    }

    @Test
    void what_a_later_version_wrote_is_left_out_and_the_rest_is_there() throws SQLException {
        facts().add(met("a", "BABA", AT));
        facts().add(met("b", "BABA", AT.plusSeconds(1)));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE seen_facts SET body = '{\"stage\":\"SHATTERED\"}' WHERE fact_key = 'a'");
        }
        assertThat(all(Fact.LevelMet.class)).extracting(Fact::key).containsExactly("b");
    }

    @Test
    void facts_are_thrown_away_after_four_hundred_days_and_not_before() {
        facts().add(met("old", "BABA", AT));
        facts().add(met("new", "BABA", AT.plusSeconds(1)));
        assertThat(store.tidy(AT.plus(Duration.ofDays(400))).facts()).isZero();
        assertThat(store.tidy(AT.plus(Duration.ofDays(400)).plusMillis(500)).facts())
                .isOne();
        assertThat(all(Fact.LevelMet.class)).extracting(Fact::key).containsExactly("new");
    }
}
