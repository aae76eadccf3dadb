package dev.bellwether.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.ChatId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened while nobody watched. */
class OutageTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Town town;

    @BeforeEach
    void aMondayThatWasWatched() {
        town = new Town(StoreSettings.inFolder(folder), "2026-01-05T14:29:00Z");
        town.first.quiet("BABA", "2026-01-05", 60, 150);
        town.first.trade("BABA", "2026-01-05T14:30:00Z", 150);
        town.first.trade("BABA", "2026-01-05T20:59:00Z", 150.2);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void bar(String day, double open, double high, double low, double close) {
        town.first.bar("BABA", new Bar(LocalDate.parse(day), open, high, low, close, 1_000_000));
    }

    /** Tuesday and Wednesday pass without the bot, which is back before Thursday's opening. */
    private void threeDaysAway() {
        town.runTo("2026-01-05T22:00:00Z", MINUTE);
        bar("2026-01-06", 151, 158, 149, 157);
        bar("2026-01-07", 160, 161, 144, 146);
        town.clock.moveTo("2026-01-08T09:00:00Z");
        town.reopen();
        town.run(Duration.ofMinutes(3), Duration.ofSeconds(10));
    }

    @Test
    void missed_days_are_gone_through_in_order_and_told_late_and_once() {
        town.alert("BABA price > 157.5 every time");
        town.alert("BABA closes above 156");
        threeDaysAway();
        assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactly(1L, 2L, 1L);
        assertThat(town.fired()).extracting(Fact.AlertFired::price).containsExactly(158.0, 157.0, 160.0);
        assertThat(town.fired().getFirst().at()).isBetween("2026-01-06T14:30:00Z", "2026-01-06T21:00:00Z");
        assertThat(town.fired()).allMatch(fact -> fact.late().compareTo(Duration.ofHours(12)) > 0);
        assertThat(town.fired().getLast().gap()).isTrue();
        assertThat(town.told()).filteredOn(title -> title.contains("alert")).hasSize(3);
        town.reopen();
        town.run(Duration.ofMinutes(3), Duration.ofSeconds(10));
        assertThat(town.fired()).hasSize(3);
    }

    @Test
    void many_in_one_chat_become_one_message_and_the_other_chat_has_its_own() {
        town.alert("BABA price > 155");
        town.alert("BABA price > 156");
        town.alert("BABA price > 157");
        town.alert("BABA price < 145");
        town.alert(new ChatId("telegram", "2"), "bob", "BABA price > 155");
        threeDaysAway();
        assertThat(town.fired()).hasSize(5);
        assertThat(town.told())
                .filteredOn(title -> title.toLowerCase(java.util.Locale.ROOT).contains("alert"))
                .hasSize(2)
                .contains("BABA: alert 1");
        assertThat(town.store.watch().delayed()).isEmpty();
    }

    @Test
    void a_kill_while_going_through_loses_and_doubles_nothing() {
        town.alert("BABA price > 157.5 every time");
        town.alert("BABA price < 145");
        town.runTo("2026-01-05T22:00:00Z", MINUTE);
        bar("2026-01-06", 151, 158, 149, 157);
        bar("2026-01-07", 160, 161, 144, 146);
        town.clock.moveTo("2026-01-08T09:00:00Z");
        for (int transaction = 0; transaction < 12; transaction++) {
            int[] left = {1};
            town.reopen();
            town.atTheEnd = () -> {
                if (left[0]-- <= 0) {
                    throw new IllegalStateException("killed");
                }
            };
            try {
                town.watchman.tick();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
        }
        town.atTheEnd = () -> {};
        town.reopen();
        town.run(MINUTE, Duration.ofSeconds(10));
        assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactlyInAnyOrder(1L, 1L, 2L);
        assertThat(town.told()).filteredOn(title -> title.contains("alert")).hasSize(3);
    }

    @Test
    void an_alert_set_afterwards_does_not_fire_on_what_was_before() {
        town.alert("BABA price > 1000");
        town.runTo("2026-01-05T22:00:00Z", MINUTE);
        bar("2026-01-06", 151, 158, 149, 157);
        town.clock.moveTo("2026-01-07T09:00:00Z");
        town.alert("BABA price > 156");
        town.reopen();
        town.run(Duration.ofMinutes(3), Duration.ofSeconds(10));
        assertThat(town.fired()).isEmpty();
    }

    @Test
    void of_a_day_that_was_watched_in_part_only_what_lies_beyond_what_was_seen_is_new() {
        town.alert("BABA price > 152 every time");
        town.alert("BABA price > 156");
        town.first.trade("BABA", "2026-01-05T15:00:00Z", 153);
        town.first.trade("BABA", "2026-01-05T15:10:00Z", 150);
        town.runTo("2026-01-05T15:30:00Z", MINUTE);
        assertThat(town.fired()).hasSize(1);
        town.first.trade("BABA", "2026-01-05T17:00:00Z", 157);
        town.first.trade("BABA", "2026-01-05T18:00:00Z", 150);
        town.clock.moveTo("2026-01-05T22:00:00Z");
        town.reopen();
        town.run(Duration.ofMinutes(3), Duration.ofSeconds(10));
        assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactly(1L, 1L, 2L);
    }

    @Test
    void prices_within_the_day_are_gone_through_where_a_source_has_them() {
        town.first.within = true;
        town.alert("BABA price > 156");
        town.runTo("2026-01-05T15:00:00Z", MINUTE);
        town.first.trade("BABA", "2026-01-05T16:00:00Z", 157);
        town.first.trade("BABA", "2026-01-05T16:10:00Z", 151);
        town.clock.moveTo("2026-01-05T18:00:00Z");
        town.reopen();
        town.run(Duration.ofMinutes(3), Duration.ofSeconds(10));
        assertThat(town.fired()).singleElement().satisfies(fact -> {
            assertThat(fact.at()).isEqualTo(Instant.parse("2026-01-05T16:00:00Z"));
            assertThat(fact.late()).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        });
    }

    @Test
    void what_nobody_wanted_watched_is_begun_anew_and_not_gone_through() {
        var alert = town.alert("BABA price > 156");
        town.runTo("2026-01-05T22:00:00Z", MINUTE);
        town.store.alerts().delete(alert.id());
        town.run(Duration.ofMinutes(2), Duration.ofSeconds(10));
        assertThat(town.store.watch().watched()).isEmpty();
        bar("2026-01-06", 151, 158, 149, 157);
        town.clock.moveTo("2026-01-07T09:00:00Z");
        town.alert("BABA price > 158.5");
        town.run(Duration.ofMinutes(2), Duration.ofSeconds(10));
        assertThat(town.met()).isEmpty();
        assertThat(town.store.watch().watched()).containsExactly("BABA");
    }
}
