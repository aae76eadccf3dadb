package dev.bellwether.watch.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.WatchedLevel.Kind;
import dev.bellwether.watch.level.BreakoutTracker.Event;
import dev.bellwether.watch.level.BreakoutTracker.Step;
import dev.bellwether.watch.level.Standing.Armed;
import dev.bellwether.watch.level.Standing.Resting;
import dev.bellwether.watch.level.Standing.Trying;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A level at 100, an average true range of 2: near is within 1, through is beyond 0.25, away is 2. */
class BreakoutTrackerTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static final double LEVEL = 100;

    private final BreakoutTracker tracker = new BreakoutTracker(new BreakRules(2, 1.5, 5));
    private Kind kind = Kind.SWINGS;
    private double level = LEVEL;
    private double atr = 2;
    private Standing standing = Standing.NEW;
    private LocalDate day = DAY;

    private Place place() {
        return new Place(kind, level, atr);
    }

    private @Nullable Event price(double price) {
        Step step = tracker.price(standing, place(), price, day, false);
        standing = step.standing();
        return step.event();
    }

    private @Nullable Event close(double close, @Nullable Double volume) {
        Step step = tracker.close(standing, place(), close, day, volume);
        standing = step.standing();
        day = day.plusDays(1);
        return step.event();
    }

    /** The mirror image of a price if the test is about the way down. */
    private static double at(boolean upward, double price) {
        return upward ? price : 2 * LEVEL - price;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_price_that_comes_from_afar_is_near_then_through_then_confirmed_by_two_closes_with_volume(boolean upward) {
        assertThat(price(at(upward, 95))).isNull();
        assertThat(standing).isEqualTo(new Armed(upward, false));
        assertThat(price(at(upward, 98.9))).isNull();
        assertThat(price(at(upward, 99))).isEqualTo(Event.NEAR);
        assertThat(price(at(upward, 100.25))).as("within noise").isNull();
        assertThat(price(at(upward, 100.26))).isEqualTo(Event.BROKEN);
        assertThat(standing).isEqualTo(new Trying(upward, LEVEL, DAY, false, 0, 0, null));
        assertThat(price(at(upward, 97))).as("only closes undo a break").isNull();
        assertThat(close(at(upward, 101), 1.6)).isNull();
        assertThat(close(at(upward, 101), 0.7)).isEqualTo(Event.CONFIRMED);
        assertThat(standing).isEqualTo(new Resting(!upward, 0));
    }

    @Test
    void the_volume_of_the_day_that_completes_the_closes_counts_as_well() {
        price(95);
        price(101);
        assertThat(close(101, 0.9)).isNull();
        assertThat(close(102, 1.5)).isEqualTo(Event.CONFIRMED);
    }

    @Test
    void volume_may_come_as_long_as_the_try_lasts_and_not_after() {
        price(95);
        price(101);
        for (int i = 0; i < 4; i++) {
            assertThat(close(101, 1.0)).isNull();
        }
        assertThat(close(101, 1.0)).isEqualTo(Event.ENDED);
        assertThat(close(101, 9.0)).isNull();
    }

    @Test
    void where_no_volume_is_known_the_closes_decide_and_where_one_is_it_counts() {
        price(95);
        price(101);
        close(101, null);
        assertThat(close(101, null)).isEqualTo(Event.CONFIRMED);
        standing = new Armed(true, true);
        price(101);
        close(101, null);
        assertThat(close(101, 1.0)).isNull();
        assertThat(close(101, 2.0)).isEqualTo(Event.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_close_back_is_a_failure_and_a_close_at_the_very_level_is_one(boolean upward) {
        price(at(upward, 95));
        price(at(upward, 101));
        close(at(upward, 101), 3.0);
        assertThat(close(LEVEL, 3.0)).isEqualTo(Event.FAILED);
        assertThat(standing).isEqualTo(new Resting(upward, 0));
    }

    @Test
    void a_price_that_dances_on_the_level_is_told_of_once() {
        List<Event> told = new ArrayList<>();
        price(95);
        for (int i = 0; i < 15; i++) {
            for (double price : new double[] {99.5, 100.4, 99.2, 101, 99.8, 100.9, 98.6}) {
                add(told, price(price));
            }
            add(told, close(i % 2 == 0 ? 99.8 : 100.2, 1.0));
        }
        assertThat(told).containsExactly(Event.NEAR, Event.BROKEN, Event.FAILED);
    }

    private static void add(List<Event> told, @Nullable Event event) {
        if (event != null) {
            told.add(event);
        }
    }

    @Test
    void near_is_told_once_for_each_approach_and_an_approach_ends_one_range_away() {
        price(95);
        assertThat(price(99.2)).isEqualTo(Event.NEAR);
        assertThat(price(98.5)).isNull();
        assertThat(price(99.5)).isNull();
        assertThat(price(98)).isNull();
        assertThat(price(99.2)).isEqualTo(Event.NEAR);
    }

    @Test
    void after_a_try_the_price_has_to_go_away_before_the_level_is_met_again() {
        price(95);
        price(101);
        close(99, 1.0);
        assertThat(price(101)).isNull();
        assertThat(price(98.1)).isNull();
        assertThat(price(101)).isNull();
        assertThat(price(98)).isNull();
        assertThat(price(99.5)).isEqualTo(Event.NEAR);
        assertThat(price(100.5)).isEqualTo(Event.BROKEN);
    }

    @Test
    void a_rested_level_that_the_price_leaves_on_the_other_side_is_broken() {
        price(95);
        price(101);
        close(99, 1.0);
        assertThat(price(101.9)).isNull();
        assertThat(price(102)).isEqualTo(Event.BROKEN);
        assertThat(standing)
                .isInstanceOfSatisfying(
                        Trying.class, trying -> assertThat(trying.upward()).isTrue());
    }

    @Test
    void a_price_that_stays_at_the_level_for_four_weeks_is_listened_to_again() {
        price(95);
        price(101);
        close(99, 1.0);
        for (int i = 0; i < BreakRules.REST - 1; i++) {
            assertThat(close(99, 1.0)).isNull();
            assertThat(price(100.5)).isNull();
        }
        assertThat(close(99, 1.0)).isNull();
        assertThat(price(99.5)).as("it was near all the time").isNull();
        assertThat(price(100.5)).isEqualTo(Event.BROKEN);
    }

    @Test
    void a_jump_over_the_level_is_a_break_without_having_been_near() {
        price(95);
        Step step = tracker.price(standing, place(), 110, DAY, true);
        assertThat(step.event()).isEqualTo(Event.BROKEN);
        assertThat(step.standing()).isEqualTo(new Trying(true, LEVEL, DAY, true, 0, 0, null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"HIGH_52W", "DONCHIAN_20_HIGH"})
    void a_high_is_not_broken_from_above(Kind high) {
        kind = high;
        assertThat(price(105)).isNull();
        assertThat(price(99)).isNull();
        assertThat(price(97)).isNull();
        assertThat(price(99.5)).isEqualTo(Event.NEAR);
        assertThat(price(100.5)).isEqualTo(Event.BROKEN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LOW_52W", "DONCHIAN_20_LOW"})
    void a_low_is_not_broken_from_below(Kind low) {
        kind = low;
        assertThat(price(95)).isNull();
        assertThat(price(101)).isNull();
        assertThat(price(103)).isNull();
        assertThat(price(99.5)).isEqualTo(Event.BROKEN);
    }

    @Test
    void closes_are_compared_with_an_average_of_their_day_and_with_any_other_level_as_it_was() {
        price(95);
        price(101);
        level = 102;
        assertThat(close(101, 2.0))
                .as("a new high moved the line, not the level that was broken")
                .isNull();
        assertThat(close(101, 2.0)).isEqualTo(Event.CONFIRMED);
        kind = Kind.SMA_50;
        standing = new Trying(true, 100, day, false, 0, 0, null);
        assertThat(close(101, 2.0)).as("the average has risen above the close").isEqualTo(Event.FAILED);
    }

    @Test
    void prices_that_never_moved_have_no_range_and_a_part_of_the_price_stands_in_for_it() {
        atr = 0;
        assertThat(price(100)).isNull();
        assertThat(price(100.3)).isNull();
        assertThat(standing).isEqualTo(Standing.NEW);
        price(99);
        assertThat(price(99.8)).isEqualTo(Event.NEAR);
        assertThat(price(100.2)).isNull();
        assertThat(price(100.3)).isEqualTo(Event.BROKEN);
    }

    /** The watch skips a price within the band, so within it nothing may happen, and from its ends on something may. */
    @Test
    void within_the_quiet_band_nothing_changes_and_every_change_lies_outside() {
        Random random = new Random(33);
        List<Kind> kinds = List.of(Kind.values());
        int changes = 0;
        for (int i = 0; i < 200_000; i++) {
            kind = kinds.get(random.nextInt(kinds.size()));
            atr = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 5;
            Standing before = switch (random.nextInt(4)) {
                case 0 -> new Resting(random.nextInt(3) == 0 ? null : random.nextBoolean(), random.nextInt(9));
                case 1 -> new Trying(random.nextBoolean(), 100, DAY, false, 0, 0, null);
                default -> new Armed(random.nextBoolean(), random.nextBoolean());
            };
            double price = 100 + random.nextGaussian() * 4;
            Step step = tracker.price(before, place(), price, DAY, false);
            if (BreakoutTracker.quiet(before, place()).holds(price)) {
                assertThat(step).isEqualTo(new Step(before, null));
            } else if (!step.standing().equals(before)) {
                changes++;
            }
        }
        assertThat(changes).isGreaterThan(10_000);
    }
}
