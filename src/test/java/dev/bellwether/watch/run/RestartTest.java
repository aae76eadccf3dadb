package dev.bellwether.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Fact;
import dev.bellwether.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the process, the same fires as if nothing had, and once. */
class RestartTest {
    private static final Instant OPEN = Instant.parse("2026-01-05T14:30:00Z");
    private static final List<String> RULES = List.of(
            "BABA price > 151 every time",
            "BABA price < 149 every time",
            "BABA crosses 150 every time",
            "BABA price crosses above 152 and rsi > 10 every time",
            "BABA change > 1% every time",
            "BABA within 0.2% of 150 every time",
            "BABA closes above 150 every time");

    @TempDir
    Path folder = Path.of("");

    /** Kills or hurts the process before a step. */
    private interface Accident {
        void before(int step, Town town);
    }

    private record Outcome(List<String> fired, List<String> met, long told) {}

    private static Map<Instant, Double> day(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Instant, Double> trades = new TreeMap<>();
        double price = 150;
        for (int minute = 0; minute < 90; minute++) {
            price = Math.round((price + (random.nextDouble() - 0.5) * 1.6) * 10) / 10.0;
            trades.put(OPEN.plus(Duration.ofMinutes(minute)), price);
        }
        trades.put(Instant.parse("2026-01-05T20:59:30Z"), price + 0.3);
        return trades;
    }

    private Outcome outcome(String name, long seed, Accident accident) throws IOException {
        Path here = Files.createDirectories(folder.resolve(name));
        try (Town town = new Town(StoreSettings.inFolder(here), "2026-01-05T14:20:00Z")) {
            town.first.quiet("BABA", "2026-01-05", 60, 148.37);
            day(seed).forEach((at, price) -> town.first.trade("BABA", at, price));
            RULES.forEach(town::alert);
            int step = 0;
            while (town.clock.instant().isBefore(OPEN.plus(Duration.ofMinutes(95)))) {
                step(town, step++, accident);
                town.clock.move(Duration.ofMinutes(1));
            }
            town.clock.moveTo("2026-01-05T20:59:40Z");
            for (int i = 0; i < 8; i++) {
                step(town, step++, accident);
                town.clock.move(Duration.ofMinutes(5));
            }
            return new Outcome(
                    town.fired().stream().map(Fact::key).sorted().toList(),
                    town.met().stream().map(Fact::key).sorted().toList(),
                    town.told().size());
        }
    }

    private static void step(Town town, int step, Accident accident) {
        accident.before(step, town);
        try {
            town.watchman.tick();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("an accident");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_restart_before_every_step_changes_nothing(long seed) throws IOException {
        Outcome calm = outcome("calm", seed, (step, town) -> {});
        assertThat(calm.fired()).hasSizeGreaterThan(5);
        assertThat(outcome("killed", seed, (step, town) -> town.reopen())).isEqualTo(calm);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void a_transaction_that_fails_is_taken_again(long seed) throws IOException {
        Outcome calm = outcome("calm", seed, (step, town) -> {});
        SplittableRandom random = new SplittableRandom(seed);
        Outcome hurt = outcome("hurt", seed, (step, town) -> {
            boolean now = step % 2 == 1 && step < 90;
            int which = random.nextInt(3);
            int[] count = {0};
            town.atTheEnd = () -> {
                if (now && count[0]++ >= which) {
                    throw new IllegalStateException("an accident");
                }
            };
        });
        assertThat(hurt.told()).isEqualTo(calm.told());
        assertThat(hurt.fired()).isEqualTo(calm.fired());
        assertThat(hurt.met()).isEqualTo(calm.met());
    }

    @Test
    void alerts_that_come_change_and_go_are_followed() throws IOException {
        try (Town town = new Town(StoreSettings.inFolder(folder), "2026-01-05T14:35:00Z")) {
            town.first.quiet("BABA", "2026-01-05", 60, 150);
            town.first.trade("BABA", OPEN, 150);
            var early = town.alert("BABA price > 155");
            town.watchman.tick();
            town.store.alerts().delete(early.id());
            town.alert("any of watchlist price > 154");
            town.watchman.tick();
            town.store.watchlists().add(Town.CHAT, "ann", "BABA", town.clock.instant());
            town.watchman.tick();
            town.first.trade("BABA", OPEN.plusSeconds(600), 156);
            town.run(Duration.ofMinutes(10), Duration.ofSeconds(20));
            assertThat(town.fired()).extracting(Fact.AlertFired::alert).containsExactly(2L);
        }
    }
}
