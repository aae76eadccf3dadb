package dev.bellwether.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Fact;
import dev.bellwether.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days of one listing, watched. 5 January 2026 is a Monday; New York opens at 14:30 and closes at 21:00 UTC. */
class WatchmanTest {
    private static final Duration STEP = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Town town;

    @BeforeEach
    void aQuietPast() {
        town = new Town(StoreSettings.inFolder(folder), "2026-01-05T14:00:00Z");
        for (String listing : new String[] {"BABA", "JD", "PDD"}) {
            town.first.quiet(listing, "2026-01-05", 300, 150);
        }
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void traded(String at, double price) {
        town.first.trade("BABA", at, price);
    }

    @Test
    void a_price_beyond_the_level_fires_once_and_is_told() {
        town.alert("BABA price > 155");
        traded("2026-01-05T14:30:00Z", 150);
        traded("2026-01-05T15:00:00Z", 156);
        traded("2026-01-05T15:10:00Z", 154);
        traded("2026-01-05T15:20:00Z", 157);
        town.runTo("2026-01-05T16:00:00Z", STEP);
        assertThat(town.fired()).singleElement().satisfies(fact -> {
            assertThat(fact.at()).isEqualTo(Instant.parse("2026-01-05T15:00:00Z"));
            assertThat(fact.price()).isEqualTo(156);
            assertThat(fact.late()).isZero();
            assertThat(fact.source().source()).isEqualTo("Yahoo");
        });
        assertThat(town.told()).filteredOn(title -> title.contains("alert")).containsExactly("BABA: alert 1");
    }

    @Test
    void what_is_true_already_does_not_fire_nor_after_a_restart() {
        town.alert("BABA price > 140");
        traded("2026-01-05T14:30:00Z", 150);
        town.runTo("2026-01-05T15:00:00Z", STEP);
        town.reopen();
        traded("2026-01-05T15:01:00Z", 151);
        town.runTo("2026-01-05T15:10:00Z", STEP);
        assertThat(town.fired()).isEmpty();
    }

    @Test
    void an_opening_beyond_the_level_is_marked_as_a_gap() {
        town.alert("BABA price > 155");
        town.watchman.tick();
        traded("2026-01-05T14:30:00Z", 158);
        town.runTo("2026-01-05T14:35:00Z", STEP);
        assertThat(town.fired()).singleElement().matches(Fact.AlertFired::gap);
    }

    @Test
    void a_close_counts_once_its_bar_is_there() {
        town.alert("BABA closes above 155");
        traded("2026-01-05T14:30:00Z", 150);
        traded("2026-01-05T20:59:00Z", 156);
        town.runTo("2026-01-05T20:59:59Z", Duration.ofMinutes(1));
        assertThat(town.fired()).isEmpty();
        town.runTo("2026-01-05T21:30:00Z", Duration.ofMinutes(1));
        assertThat(town.fired())
                .singleElement()
                .satisfies(fact -> assertThat(fact.late()).isZero());
    }

    @Test
    void nobody_is_asked_while_nobody_wants_to_know_nor_while_nobody_trades() {
        traded("2026-01-05T14:30:00Z", 150);
        town.runTo("2026-01-05T15:00:00Z", STEP);
        assertThat(town.first.asked).isEmpty();
        town.alert("BABA price > 155");
        town.runTo("2026-01-05T22:00:00Z", Duration.ofMinutes(1));
        int asked = town.first.asked.size();
        assertThat(asked).isBetween(355, 370);
        town.runTo("2026-01-06T14:29:00Z", Duration.ofMinutes(5));
        assertThat(town.first.asked.size()).isLessThan(asked + 10);
    }

    @Test
    void watchlists_are_looked_at_every_quarter_of_an_hour() {
        traded("2026-01-05T14:30:00Z", 150);
        town.store.watchlists().add(Town.CHAT, "ann", "BABA", town.clock.instant());
        town.runTo("2026-01-05T14:30:00Z", STEP);
        int before = town.first.asked.size();
        town.runTo("2026-01-05T16:30:00Z", STEP);
        assertThat(town.first.asked.size() - before).isBetween(7, 9);
    }
}
