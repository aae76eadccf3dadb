package dev.bellwether.watch.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Fact;
import dev.bellwether.store.Engine;
import dev.bellwether.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL database take turns. */
class TwoProcessesTest {
    private static final Instant OPEN = Instant.parse("2026-01-05T14:30:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    @TempDir
    Path folder = Path.of("");

    /** What a wing does with a watchman, without its thread. */
    private static boolean tick(Town town, String name) {
        town.turn = () -> {
            if (!town.store.leases().hold("watch", name, town.clock.instant(), LEASE)) {
                throw new IllegalStateException("not mine");
            }
        };
        if (!town.store.leases().hold("watch", name, town.clock.instant(), LEASE)) {
            town.watchman.rest();
            return false;
        }
        town.watchman.tick();
        return true;
    }

    private Town town(StoreSettings settings) {
        Town town = new Town(settings, "2026-01-05T14:29:00Z");
        town.first.quiet("BABA", "2026-01-05", 30, 150);
        double[] prices = {150, 156, 154, 157, 153, 158, 152, 156.5, 150, 159};
        for (int i = 0; i < prices.length; i++) {
            town.first.trade("BABA", OPEN.plus(Duration.ofMinutes(4L * i)), prices[i]);
        }
        return town;
    }

    @Test
    void only_one_watches_at_a_time_and_together_they_miss_and_double_nothing() {
        StoreSettings settings = Engine.POSTGRES.fresh(folder);
        try (Town left = town(settings);
                Town right = town(settings)) {
            left.alert("BABA price > 155 every time");
            int both = 0;
            int turnsOfRight = 0;
            for (int i = 0; i < 90; i++) {
                boolean sleepy = i % 30 > 20;
                boolean first = !sleepy && tick(left, "left");
                boolean second = i % 30 > 2 && tick(right, "right");
                both += first && second ? 1 : 0;
                turnsOfRight += second ? 1 : 0;
                left.clock.move(Duration.ofSeconds(30));
                right.clock.move(Duration.ofSeconds(30));
            }
            assertThat(both).isZero();
            assertThat(turnsOfRight).isBetween(10, 80);
            assertThat(left.fired())
                    .extracting(Fact.AlertFired::price)
                    .containsExactly(156.0, 157.0, 158.0, 156.5, 159.0);
            assertThat(left.told()).filteredOn(title -> title.contains("alert")).hasSize(5);
        }
    }

    @Test
    void who_lost_its_turn_in_the_middle_writes_nothing() {
        StoreSettings settings = Engine.POSTGRES.fresh(folder);
        try (Town left = town(settings);
                Town right = town(settings)) {
            left.alert("BABA price > 155");
            tick(left, "left");
            left.clock.moveTo("2026-01-05T14:31:00Z");
            right.clock.moveTo("2026-01-05T14:35:00Z");
            assertThat(tick(left, "left")).isTrue();
            left.clock.moveTo("2026-01-05T14:35:00Z");
            assertThat(tick(right, "right")).isTrue();
            assertThat(right.fired()).hasSize(1);
            try {
                left.watchman.tick();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("not mine");
            }
            assertThat(right.fired()).hasSize(1);
            assertThat(right.told())
                    .filteredOn(title -> title.contains("alert"))
                    .hasSize(1);
        }
    }
}
