package dev.bellwether.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Fact;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.alert.Alert;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices that are not believed at once. */
class DoubtTest {
    private static final Duration STEP = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Town town;

    @BeforeEach
    void watched() {
        town = new Town(StoreSettings.inFolder(folder), "2026-01-05T14:29:00Z");
        town.first.quiet("BABA", "2026-01-05", 300, 150);
        both("2026-01-05T14:30:00Z", 150);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void both(String at, double price) {
        town.first.trade("BABA", at, price);
        town.second.trade("BABA", at, price);
    }

    private String shown(Alert alert) {
        return town.watchman.progress().of(alert).stream()
                .map(checked ->
                        checked.held() == null ? "" : Voice.english().plain(Objects.requireNonNull(checked.held())))
                .reduce("", String::concat);
    }

    @Test
    void two_sources_that_agree_let_it_fire_at_once() {
        town.alert("BABA price > 155");
        town.watchman.tick();
        town.second.asked.clear();
        town.runTo("2026-01-05T15:00:00Z", STEP);
        assertThat(town.second.asked)
                .as("asked before anything is about to fire")
                .isEmpty();
        both("2026-01-05T15:00:30Z", 156);
        town.runTo("2026-01-05T15:02:00Z", STEP);
        assertThat(town.fired()).hasSize(1);
        assertThat(town.second.asked).hasSize(1);
    }

    @Test
    void two_sources_that_are_apart_hold_it_back_and_say_so_even_after_a_restart_until_they_agree() {
        Alert alert = town.alert("BABA price > 180");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.first.trade("BABA", "2026-01-05T15:00:30Z", 175);
        town.second.trade("BABA", "2026-01-05T15:00:30Z", 175);
        town.runTo("2026-01-05T15:03:00Z", STEP);
        town.first.trade("BABA", "2026-01-05T15:03:30Z", 181.2);
        town.second.trade("BABA", "2026-01-05T15:03:30Z", 152.3);
        town.runTo("2026-01-05T15:06:00Z", STEP);
        assertThat(town.fired()).isEmpty();
        assertThat(shown(alert)).isEqualTo("held back: Yahoo says $181.20, Stooq $152.30");
        town.reopen();
        town.watchman.tick();
        assertThat(shown(alert)).isEqualTo("held back: Yahoo says $181.20, Stooq $152.30");
        both("2026-01-05T15:06:30Z", 182);
        town.runTo("2026-01-05T15:08:00Z", STEP);
        assertThat(town.fired())
                .singleElement()
                .satisfies(fact -> assertThat(fact.price()).isEqualTo(182));
        assertThat(shown(alert)).isEmpty();
    }

    @Test
    void a_single_wrong_print_fires_nothing_and_leaves_no_trace() {
        town.alert("BABA price < 100");
        town.alert("BABA crosses 120 every time");
        town.alert("BABA new 52w low");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.first.trade("BABA", "2026-01-05T15:00:30Z", 90);
        town.runTo("2026-01-05T15:01:20Z", Duration.ofSeconds(40));
        town.first.trade("BABA", "2026-01-05T15:01:30Z", 150.1);
        town.runTo("2026-01-05T15:06:00Z", STEP);
        assertThat(town.fired()).isEmpty();
        assertThat(town.met()).isEmpty();
        assertThat(town.store.watch().doubtful()).isEmpty();
        town.first.trade("BABA", "2026-01-05T15:10:00Z", 149);
        town.first.trade("BABA", "2026-01-05T15:12:00Z", 148);
        town.runTo("2026-01-05T15:20:00Z", STEP);
        assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactly(3L);
    }

    @Test
    void a_fall_that_goes_on_at_the_second_look_fires_then() {
        town.alert("BABA price < 100");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.first.trade("BABA", "2026-01-05T15:00:30Z", 95);
        town.first.trade("BABA", "2026-01-05T15:01:30Z", 94.8);
        town.first.trade("BABA", "2026-01-05T15:02:30Z", 94.9);
        town.runTo("2026-01-05T15:01:00Z", STEP);
        assertThat(town.fired()).isEmpty();
        town.runTo("2026-01-05T15:05:00Z", STEP);
        assertThat(town.fired()).hasSize(1);
    }

    @Test
    void with_news_it_fires_at_once() {
        town.news = true;
        town.alert("BABA price < 110");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        both("2026-01-05T15:00:30Z", 105);
        town.runTo("2026-01-05T15:01:40Z", STEP);
        assertThat(town.fired()).hasSize(1);
    }

    @Test
    void a_delayed_price_is_said_to_be_and_not_held() {
        town.first.delay = Duration.ofMinutes(15);
        town.alert("BABA price > 155");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.first.trade("BABA", "2026-01-05T15:00:30Z", 156);
        town.runTo("2026-01-05T15:14:00Z", STEP);
        assertThat(town.fired()).isEmpty();
        town.runTo("2026-01-05T15:17:00Z", STEP);
        assertThat(town.fired())
                .singleElement()
                .satisfies(fact -> assertThat(fact.source().delay()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void a_stale_price_waits_for_a_second_look() {
        Alert alert = town.alert("BABA price > 155");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.first.down = true;
        town.second.down = true;
        town.runTo("2026-01-05T16:00:00Z", STEP);
        town.first.down = false;
        town.first.trade("BABA", "2026-01-05T15:20:00Z", 156);
        town.runTo("2026-01-05T16:01:00Z", STEP);
        assertThat(town.fired()).isEmpty();
        assertThat(shown(alert)).startsWith("held back: the price of Yahoo");
        town.runTo("2026-01-05T16:03:00Z", STEP);
        assertThat(town.fired()).hasSize(1);
    }

    @Test
    void a_source_that_is_behind_does_not_hold_a_fast_move_back_but_a_wild_one() {
        town.alert("BABA price > 152");
        town.alert("BABA price > 165");
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.second.trade("BABA", "2026-01-05T14:50:00Z", 150);
        town.first.trade("BABA", "2026-01-05T15:00:30Z", 154);
        town.runTo("2026-01-05T15:02:00Z", STEP);
        assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactly(1L);
        town.first.trade("BABA", "2026-01-05T15:02:30Z", 166);
        town.runTo("2026-01-05T15:04:00Z", STEP);
        assertThat(town.fired()).hasSize(1);
        assertThat(town.store.watch().doubtful()).containsExactly("BABA");
        town.second.trade("BABA", "2026-01-05T15:04:00Z", 165.5);
        town.first.trade("BABA", "2026-01-05T15:04:30Z", 166.2);
        town.runTo("2026-01-05T15:07:00Z", STEP);
        assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactly(1L, 2L);
    }
}
