package dev.bellwether.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.engine.RandomMarket.Step;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random lives of a listing and random rules: the engine fires what a slow evaluator fires, whatever happens to it meanwhile. */
class OracleTest {
    private static final double EURO = 2;
    private static final int RULES = 50;
    private static final int WORLDS = 450;

    private record Given(long id, Condition when, Rule.Basis basis, int from, int to) {}

    private static final class Trial {
        final long seed;
        final Random random;
        final List<Step> steps;
        final List<Given> given = new ArrayList<>();
        final SlowEngine slow = new SlowEngine(Exchange.NYSE, EURO);
        final Map<Long, Condition> armed = new TreeMap<>();
        int fired;

        Trial(long seed) {
            this(seed, true);
        }

        /** @param all whether there is also what needs every single price to be kept: late closes, changes against parities, crossings */
        Trial(long seed, boolean all) {
            this.seed = seed;
            this.random = new Random(seed);
            this.steps = new RandomMarket(random, all).live(8 + random.nextInt(8));
            RandomRules rules = new RandomRules(random, all);
            for (int i = 0; i < RULES; i++) {
                int from = random.nextInt(3) == 0 ? random.nextInt(steps.size()) : random.nextInt(2);
                int to = random.nextInt(6) == 0 ? from + random.nextInt(steps.size()) : Integer.MAX_VALUE;
                Rule.Basis basis = random.nextInt(3) == 0 ? Rule.Basis.CLOSES : Rule.Basis.TICKS;
                given.add(new Given(i, rules.any(2), basis, from, to));
            }
        }

        /** What was not kept can't tell that something is older. */
        void leaveOutWhatIsTooOld() {
            Map<Class<?>, Instant> last = new HashMap<>();
            steps.removeIf(step -> {
                Observation each = step.observation();
                if (each instanceof Observation.Closed) {
                    return false;
                }
                Instant before = last.getOrDefault(each.getClass(), Instant.MIN);
                last.put(each.getClass(), each.at().isBefore(before) ? before : each.at());
                return each.at().isBefore(before);
            });
        }

        Rule.Basis basis(long id) {
            return given.get((int) id).basis();
        }

        /** Compares firing by firing; the engine may be another after each step. */
        void run(Runner runner) {
            for (int i = 0; i < steps.size(); i++) {
                change(i, runner);
                Step step = steps.get(i);
                if (step.split() != 1) {
                    slow.split(step.split());
                    armed.replaceAll((id, when) -> Rebasing.rebase(when, step.split()));
                }
                List<Firing> expected = runner.comparable(slow.observe(step.observation()));
                List<Firing> actual = runner.comparable(runner.observe(step.observation()));
                fired += expected.size();
                if (!actual.equals(expected)) {
                    assertThat(told(actual))
                            .as("seed %d, step %d, %s", seed, i, shortly(step.observation()))
                            .isEqualTo(told(expected));
                }
                runner.after(i);
            }
        }

        private void change(int i, Runner runner) {
            for (Given rule : given) {
                if (rule.from() == i) {
                    slow.arm(rule.id(), rule.when(), rule.basis());
                    armed.put(rule.id(), rule.when());
                    runner.arm(rule.id(), rule.when(), rule.basis());
                }
                if (rule.to() == i) {
                    slow.disarm(rule.id());
                    armed.remove(rule.id());
                    runner.disarm(rule.id());
                }
            }
        }

        private static String shortly(Observation observation) {
            String text = observation.toString();
            return text.substring(0, Math.min(text.length(), 200));
        }

        private List<String> told(List<Firing> firings) {
            return firings.stream()
                    .map(firing -> firing + " " + basis(firing.alert()) + " " + armed.get(firing.alert()))
                    .toList();
        }
    }

    /** What is compared with the oracle. */
    private static class Runner {
        Engine engine = engine();

        void arm(long id, Condition when, Rule.Basis basis) {
            engine.arm(id, RandomMarket.LISTING, when, basis);
        }

        void disarm(long id) {
            engine.disarm(id);
        }

        List<Firing> observe(Observation observation) {
            return engine.observe(observation);
        }

        void after(int step) {}

        /** What has to be the same. */
        List<Firing> comparable(List<Firing> firings) {
            return firings;
        }
    }

    private static Engine engine() {
        return Engine.over(symbol -> Exchange.NYSE, (listing, currency) -> OptionalDouble.of(EURO));
    }

    @Test
    void the_same_rules_fire_at_the_same_observations() {
        int fired = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            Trial trial = new Trial(seed);
            trial.run(new Runner());
            fired += trial.fired;
        }
        assertThat(fired).isGreaterThan(8_000);
    }

    /** Restarts after some steps, with a memory that was kept each time or only when the engine was stirred. */
    private static final class Restarting extends Runner {
        private final Trial trial;
        private final boolean always;
        private Observation.@Nullable Closed last;
        private String memory = "";

        Restarting(Trial trial, boolean always) {
            this.trial = trial;
            this.always = always;
        }

        @Override
        List<Firing> observe(Observation observation) {
            if (observation instanceof Observation.Closed closed
                    && (last == null
                            || !closed.bars()
                                    .getLast()
                                    .date()
                                    .isBefore(last.bars().getLast().date()))) {
                last = closed;
            }
            return super.observe(observation);
        }

        @Override
        void arm(long id, Condition when, Rule.Basis basis) {
            super.arm(id, when, basis);
            keep();
        }

        /** A price that was not kept is not known at the next piece of news. */
        @Override
        List<Firing> comparable(List<Firing> firings) {
            return always
                    ? firings
                    : firings.stream()
                            .map(each -> new Firing(each.alert(), each.listing(), each.at(), null, each.gap()))
                            .toList();
        }

        private void keep() {
            memory = engine.memory(RandomMarket.LISTING);
        }

        @Override
        void after(int step) {
            if (always || engine.stirred()) {
                keep();
            }
            if (trial.random.nextInt(5) == 0) {
                engine = engine();
                if (last != null) {
                    engine.observe(last);
                }
                engine.remember(RandomMarket.LISTING, memory);
                trial.armed.forEach((id, when) -> super.arm(id, when, trial.basis(id)));
            }
        }
    }

    @Test
    void a_restart_at_any_moment_changes_nothing() {
        for (long seed = 0; seed < WORLDS / 3; seed++) {
            Trial trial = new Trial(seed);
            trial.run(new Restarting(trial, true));
        }
    }

    @Test
    void a_restart_with_what_was_kept_when_something_changed_changes_nothing() {
        for (long seed = 1000; seed < 1000 + WORLDS / 3; seed++) {
            Trial trial = new Trial(seed, false);
            trial.leaveOutWhatIsTooOld();
            trial.run(new Restarting(trial, false));
        }
    }

    @Test
    void a_rule_that_a_thousand_share_fires_as_one_that_nobody_shares() {
        for (long seed = 2000; seed < 2010; seed++) {
            Trial trial = new Trial(seed);
            trial.run(new Sharing(1000));
        }
        for (long seed = 2100; seed < 2200; seed++) {
            Trial trial = new Trial(seed);
            trial.run(new Sharing(2));
        }
    }

    /** Arms each rule many times over, disarms as often, and answers for all of them if they agree. */
    private static final class Sharing extends Runner {
        private final int copies;

        Sharing(int copies) {
            this.copies = copies;
        }

        @Override
        void arm(long id, Condition when, Rule.Basis basis) {
            for (int copy = copies - 1; copy >= 0; copy--) {
                super.arm(id * copies + copy, when, basis);
            }
        }

        @Override
        void disarm(long id) {
            for (int copy = 0; copy < copies; copy++) {
                super.disarm(id * copies + copy);
            }
        }

        @Override
        List<Firing> observe(Observation observation) {
            List<Firing> all = super.observe(observation);
            List<Firing> each = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Firing firing = all.get(i);
                long id = firing.alert() / copies;
                assertThat(firing.alert()).isEqualTo(id * copies + i % copies);
                if (i % copies == 0) {
                    each.add(new Firing(id, firing.listing(), firing.at(), firing.price(), firing.gap()));
                }
            }
            assertThat(all).hasSize(each.size() * copies);
            return each;
        }
    }
}
