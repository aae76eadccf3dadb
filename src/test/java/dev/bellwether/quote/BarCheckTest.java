package dev.bellwether.quote;

import static dev.bellwether.quote.Some.bar;
import static dev.bellwether.quote.Some.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.English;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarCheckTest {
    private static final Bar MONDAY = bar("2025-03-03", 10, 11, 9, 10.5, 100);
    private static final Bar TUESDAY = bar("2025-03-04", 10.5, 12, 10, 11, 200);

    @Test
    void falling_dates_come_out_rising() {
        assertThat(BarCheck.check(List.of(TUESDAY, MONDAY)).bars()).containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void of_a_day_that_comes_twice_the_later_one_is_kept_and_a_difference_is_flagged() {
        Bar corrected = bar("2025-03-03", 10, 11, 9, 10.7, 120);

        BarCheck.Result checked = BarCheck.check(List.of(MONDAY, TUESDAY, corrected));

        assertThat(checked.bars()).containsExactly(corrected, TUESDAY);
        assertThat(English.of(checked.flags()))
                .singleElement()
                .asString()
                .contains("given twice")
                .contains("2025-03-03");
        assertThat(BarCheck.check(List.of(MONDAY, MONDAY)).flags()).isEmpty();
    }

    @Test
    void a_day_without_a_close_is_left_out_without_a_word() {
        Bar empty = bar("2025-03-05", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Bar.NO_VOLUME);

        BarCheck.Result checked = BarCheck.check(List.of(MONDAY, empty));

        assertThat(checked.bars()).containsExactly(MONDAY);
        assertThat(checked.flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_bar_with_an_impossible_price_is_left_out_and_flagged(double price) {
        List<Bar> broken = List.of(
                bar("2025-03-04", price, 11, 9, 10, 1),
                bar("2025-03-05", 10, price, 9, 10, 1),
                bar("2025-03-06", 10, 11, price, 10, 1),
                bar("2025-03-07", 10, 11, 9, price, 1),
                MONDAY);

        BarCheck.Result checked = BarCheck.check(broken);

        assertThat(checked.bars()).containsExactly(MONDAY);
        assertThat(English.of(checked.flags()))
                .containsExactly("4 days left out because the prices can't be true (the last one 2025-03-07).");
    }

    @Test
    void a_high_or_low_off_by_rounding_is_widened() {
        BarCheck.Result checked = BarCheck.check(
                List.of(bar("2025-03-03", 100, 100.2, 99.9, 100.4, 1), bar("2025-03-04", 0.05, 0.06, 0.058, 0.055, 1)));

        assertThat(checked.bars()).extracting(Bar::high).containsExactly(100.4, 0.06);
        assertThat(checked.bars()).extracting(Bar::low).containsExactly(99.9, 0.05);
        assertThat(checked.flags()).isEmpty();
    }

    @Test
    void a_close_far_outside_of_the_range_can_not_be_true() {
        BarCheck.Result checked = BarCheck.check(
                List.of(MONDAY, bar("2025-03-04", 10, 11, 9, 12, 1), bar("2025-03-05", 10, 9, 11, 10, 1)));

        assertThat(checked.bars()).containsExactly(MONDAY);
        assertThat(English.of(checked.flags())).singleElement().asString().startsWith("2 days left out");
    }

    @Test
    void a_lone_close_stands_in_for_the_other_prices_and_is_flagged() {
        BarCheck.Result checked =
                BarCheck.check(List.of(bar("2025-03-03", Double.NaN, Double.NaN, Double.NaN, 10, -7)));

        assertThat(checked.bars()).containsExactly(bar("2025-03-03", 10, 10, 10, 10, Bar.NO_VOLUME));
        assertThat(English.of(checked.flags())).singleElement().asString().contains("without open, high or low");
    }

    @Test
    void nothing_in_is_nothing_out() {
        assertThat(BarCheck.check(List.of())).isEqualTo(new BarCheck.Result(List.of(), List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_comes_in_what_comes_out_is_in_order_and_possible(long seed) {
        Random random = new Random(seed);
        List<Bar> noise = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            LocalDate date = day("2025-01-01").plusDays(random.nextInt(300));
            noise.add(
                    new Bar(date, price(random), price(random), price(random), price(random), random.nextInt(-5, 99)));
        }

        List<Bar> bars = BarCheck.check(noise).bars();

        List<LocalDate> dates = bars.stream().map(Bar::date).toList();
        List<LocalDate> sorted = new ArrayList<>(dates);
        Collections.sort(sorted);
        assertThat(dates).isNotEmpty().doesNotHaveDuplicates().isEqualTo(sorted);
        assertThat(bars).allSatisfy(bar -> {
            assertThat(bar.low()).isPositive();
            assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
            assertThat(bar.low()).isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
        });
    }

    private static double price(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> Double.NaN;
            case 1 -> -random.nextDouble();
            case 2 -> 0;
            default -> 9.99 + random.nextDouble() * 0.03;
        };
    }
}
