package dev.bellwether.watch.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Fact.LevelMet.Stage;
import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two processes see the same random prices; one of them dies and comes back at random moments. Both must tell the same. */
class RestartTest {
    private static final int SESSIONS = 150;
    private static final int TICKS = 25;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_restart_at_any_moment_changes_nothing(long seed) {
        Scene steady = played(seed, 0);
        Scene shaken = played(seed, 0.05);
        for (int i = 0; i < Math.min(steady.told.size(), shaken.told.size()); i++) {
            assertThat(shaken.told.get(i)).as("fact %d", i).isEqualTo(steady.told.get(i));
        }
        assertThat(shaken.told).hasSameSizeAs(steady.told);
        assertThat(steady.told).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void every_fact_is_told_once_and_every_reply_follows_what_was_told(long seed) {
        Set<String> keys = new HashSet<>();
        for (Fact.LevelMet fact : played(seed, 0).told) {
            if (fact.stage() != Stage.NEAR) {
                assertThat(keys.add(fact.key())).as(fact.key()).isTrue();
            }
            if (fact.stage() == Stage.CONFIRMED || fact.stage() == Stage.FAILED) {
                assertThat(keys).contains(fact.first());
                assertThat(keys.add("reply to " + fact.first()))
                        .as("one reply to %s", fact.first())
                        .isTrue();
            }
        }
    }

    @Test
    void all_stages_in_both_directions_are_met() {
        Map<Stage, Set<Boolean>> met = new EnumMap<>(Stage.class);
        for (long seed = 1; seed <= 6; seed++) {
            played(seed, 0)
                    .told
                    .forEach(fact -> met.computeIfAbsent(fact.stage(), stage -> new HashSet<>())
                            .add(fact.upward()));
        }
        assertThat(met)
                .hasSize(Stage.values().length)
                .allSatisfy((stage, ways) -> assertThat(ways).hasSize(2));
    }

    private static Scene played(long seed, double restarts) {
        Random random = new Random(seed);
        Random dice = new Random(seed + 1_000);
        Scene scene = new Scene();
        scene.members.add(new ChatId("telegram", "1"), "ann", "BABA", 97, "", Instant.EPOCH);
        scene.press.level("BABA", "103", "2025-06-02T08:00:00Z", "Wire");
        scene.history(past(random));
        for (int i = 0; i < SESSIONS; i++) {
            boolean silent = random.nextInt(10) == 0;
            session(scene, random, dice, silent ? 1 : restarts, silent);
        }
        return scene;
    }

    /** @param silent whether no price comes in while it runs */
    private static void session(Scene scene, Random random, Random dice, double restarts, boolean silent) {
        List<Double> prices = new ArrayList<>();
        double price = scene.bars.getLast().close() * Math.exp(random.nextGaussian() * 0.006);
        for (int tick = 0; tick < TICKS; tick++) {
            prices.add(price);
            if (!silent) {
                perhaps(scene, dice, restarts);
                scene.price(price, tick * 10);
            }
            price *= Math.exp(random.nextGaussian() * 0.003);
        }
        double close = prices.getLast();
        double high = prices.stream().max(Double::compare).orElseThrow();
        double low = prices.stream().min(Double::compare).orElseThrow();
        long volume = random.nextInt(12) == 0 ? Bar.NO_VOLUME : (long) (1_000 * Math.exp(random.nextGaussian() * 0.6));
        if (!silent) {
            perhaps(scene, dice, restarts);
        }
        scene.close(prices.getFirst(), high, low, close, volume);
    }

    private static void perhaps(Scene scene, Random dice, double restarts) {
        if (dice.nextDouble() < restarts) {
            scene.restart();
        }
    }

    private static List<Bar> past(Random random) {
        List<Bar> bars = new ArrayList<>();
        double price = 100;
        for (Bar day : Scene.calm(300, 100)) {
            double close = price * Math.exp(random.nextGaussian() * 0.015);
            double high = Math.max(price, close) * (1 + random.nextDouble() * 0.006);
            double low = Math.min(price, close) * (1 - random.nextDouble() * 0.006);
            bars.add(new Bar(day.date(), price, high, low, close, 500 + random.nextInt(1_000)));
            price = close;
        }
        return bars;
    }
}
