package dev.bellwether.market;

import static dev.bellwether.market.Series.FRIDAY;
import static dev.bellwether.market.Series.tick;
import static dev.bellwether.market.Series.value;
import static dev.bellwether.market.Series.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.English;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LevelsTest {

    /** A saw between 90 and 110 in ten bars up and ten bars down: turns at 110.5 and 89.5. */
    private static List<Bar> saw(int n) {
        double[] closes = new double[n];
        for (int i = 0; i < n; i++) {
            int step = i % 20;
            closes[i] = 90 + 2 * (step <= 10 ? step : 20 - step);
        }
        return Series.closes(closes);
    }

    @Test
    void turns_at_one_price_are_one_level_with_all_its_touches() {
        List<Bar> bars = saw(106);
        Levels levels = view(bars).levels();
        Level top = levels.nearestResistance().orElseThrow();
        Level bottom = swing(levels, "swing lows");
        assertThat(swing(levels, "swing highs").price()).isEqualTo(110.5, within(1e-9));
        assertThat(swing(levels, "swing highs").touches()).isEqualTo(5);
        assertThat(swing(levels, "swing highs").last()).isEqualTo(bars.get(90).date());
        assertThat(bottom.price()).isEqualTo(89.5, within(1e-9));
        assertThat(bottom.touches()).isEqualTo(5);
        assertThat(bottom.last()).isEqualTo(bars.get(100).date());
        assertThat(bottom.kind()).isEqualTo(Level.Kind.SUPPORT);
        assertThat(top.kind()).isEqualTo(Level.Kind.RESISTANCE);
    }

    @Test
    void distances_are_in_percent_of_the_price_and_in_average_true_ranges() {
        MarketView view = view(saw(106));
        double price = Objects.requireNonNull(view.price()).price();
        Level top = swing(view.levels(), "swing highs");
        assertThat(top.distance()).isEqualTo((110.5 / price - 1) * 100, within(1e-9));
        double atr = value(view.volatility().atr14());
        assertThat(value(top.distanceAtr())).isEqualTo((110.5 - price) / atr, within(1e-9));
        assertThat(swing(view.levels(), "swing lows").distance()).isNegative();
    }

    @Test
    void levels_at_one_price_are_listed_once_with_all_origins() {
        Levels levels = view(saw(300)).levels();
        assertThat(levels.all())
                .filteredOn(level -> Math.abs(level.price() - 110.5) < 1e-6)
                .singleElement()
                .satisfies(level -> assertThat(English.of(level.origin()))
                        .isEqualTo("52-week high, Donchian 20 high, swing highs"));
    }

    @Test
    void levels_are_listed_from_the_top_down_and_the_nearest_of_each_side_is_next_to_the_price() {
        for (long seed = 1; seed <= 20; seed++) {
            MarketView view = view(Series.walk(seed, 300));
            double price = Objects.requireNonNull(view.price()).price();
            List<Level> all = view.levels().all();
            assertThat(all)
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(Level::price).reversed());
            assertThat(view.levels().nearestResistance())
                    .isEqualTo(
                            all.stream().filter(level -> level.price() > price).reduce((_, last) -> last));
            assertThat(view.levels().nearestSupport())
                    .isEqualTo(
                            all.stream().filter(level -> level.price() <= price).findFirst());
        }
    }

    @Test
    void swings_are_those_that_a_plain_search_finds_and_none_within_the_last_five_bars() {
        for (long seed = 1; seed <= 20; seed++) {
            List<Bar> bars = Series.walk(seed, 300);
            int found = 0;
            for (int i = 55; i <= 294; i++) {
                List<Bar> around = bars.subList(i - 5, i + 6);
                double high = bars.get(i).high();
                double low = bars.get(i).low();
                found += around.stream().allMatch(bar -> bar.high() <= high) ? 1 : 0;
                found += around.stream().allMatch(bar -> bar.low() >= low) ? 1 : 0;
            }
            assertThat(view(bars).levels().all().stream()
                            .mapToInt(Level::touches)
                            .sum())
                    .isEqualTo(found);
        }
    }

    @Test
    void swings_more_than_half_a_range_apart_stay_two_levels() {
        for (long seed = 1; seed <= 20; seed++) {
            MarketView view = view(Series.walk(seed, 300));
            double atr = value(view.volatility().atr14());
            List<PriceLine> levels = swings(Series.walk(seed, 300), atr);
            assertThat(levels).hasSizeGreaterThan(2).isSortedAccordingTo(Comparator.comparingDouble(PriceLine::price));
            for (int i = 2; i < levels.size(); i++) {
                assertThat(levels.get(i).price() - levels.get(i - 2).price()).isGreaterThan(atr / 2);
            }
        }
    }

    @Test
    void swings_just_half_a_range_apart_are_one_level_at_their_mean() {
        List<Bar> bars = new ArrayList<>(Series.flat(200, 100));
        peak(bars, 50, 130);
        peak(bars, 100, 131);
        assertThat(swings(bars, 2.0)).singleElement().satisfies(level -> {
            assertThat(level.price()).isEqualTo(130.5);
            assertThat(level.touches()).isEqualTo(2);
        });
        assertThat(swings(bars, 1.99)).extracting(PriceLine::price).containsExactly(130.0, 131.0);
    }

    @Test
    void a_recent_touch_counts_more_than_an_old_one() {
        List<Bar> bars = new ArrayList<>(Series.flat(200, 100));
        peak(bars, 20, 130);
        peak(bars, 180, 120);
        Levels levels = view(bars).levels();
        Level old = at(levels, 130);
        Level recent = at(levels, 120);
        assertThat(old.touches()).isEqualTo(recent.touches()).isEqualTo(1);
        assertThat(old.score()).isEqualTo(Math.pow(0.5, 179 / 125.0), within(1e-9));
        assertThat(recent.score()).isGreaterThan(old.score());
    }

    @Test
    void an_old_resistance_under_the_price_is_a_support() {
        List<Bar> bars = saw(106);
        Levels levels = view(bars, tick(120, "2026-01-20T15:00:00Z")).levels();
        assertThat(swing(levels, "swing highs").kind()).isEqualTo(Level.Kind.SUPPORT);
        assertThat(levels.resistances()).isEmpty();
        assertThat(levels.nearestResistance()).isEmpty();
    }

    @Test
    void a_new_high_is_no_resistance_to_itself() {
        Levels levels =
                view(Series.walk(2, 300), tick(9999, "2026-01-20T15:00:00Z")).levels();
        assertThat(levels.resistances()).isEmpty();
        assertThat(levels.all()).noneMatch(level -> English.of(level.origin()).contains("52-week high"));
    }

    @Test
    void a_price_that_stands_still_has_no_swings() {
        assertThat(view(Series.flat(300, 100)).levels().all())
                .allMatch(level -> level.touches() == 0)
                .allMatch(level -> level.distanceAtr() instanceof Measure.Missing);
    }

    private static List<PriceLine> swings(List<Bar> bars, double atr) {
        return Swings.levels(ClosedBars.of(bars, List.of(), FRIDAY), atr);
    }

    private static Level swing(Levels levels, String origin) {
        return levels.all().stream()
                .filter(level -> English.of(level.origin()).endsWith(origin))
                .findFirst()
                .orElseThrow();
    }

    private static Level at(Levels levels, double price) {
        return levels.all().stream()
                .filter(level -> Math.abs(level.price() - price) < 1e-9)
                .findFirst()
                .orElseThrow();
    }

    private static void peak(List<Bar> bars, int index, double high) {
        bars.set(index, new Bar(bars.get(index).date(), 100, high, 100, 100, 1000));
    }
}
