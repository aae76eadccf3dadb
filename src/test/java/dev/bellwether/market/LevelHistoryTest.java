package dev.bellwether.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.WatchedLevel.Kind;
import dev.bellwether.market.LevelHistory.SwingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelHistoryTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    /** The view is the one truth; a history must say the same of every day at once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void every_day_has_the_levels_of_a_view_of_that_day(long seed) {
        List<Bar> bars = Series.walk(seed, 420);
        LevelHistory history = LevelHistory.of(bars);
        for (int i = 0; i < bars.size(); i += 7) {
            MarketView view = Series.view(bars.subList(0, i + 1));
            same(history.atr(i), view.volatility().atr14());
            same(history.line(Kind.SMA_50, i), view.averages().sma50().value());
            same(history.line(Kind.SMA_200, i), view.averages().sma200().value());
            same(history.volume(i), view.volume().multiple20());
            List<Double> swings = view.levels().all().stream()
                    .filter(level -> level.touches() > 1)
                    .map(Level::price)
                    .sorted()
                    .toList();
            assertThat(history.swings(i).stream().map(SwingLevel::price).toList())
                    .usingElementComparator(
                            (one, other) -> Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other))
                    .isEqualTo(swings);
        }
    }

    private static void same(OptionalDouble number, Measure measure) {
        assertThat(number.isPresent()).isEqualTo(measure.number().isPresent());
        measure.number().ifPresent(value -> assertThat(number.getAsDouble()).isCloseTo(value, CLOSE));
    }

    /** Lines of days before: what a view of the next day says before a price of that day goes beyond them. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void channel_and_year_are_those_that_the_next_session_meets(long seed) {
        List<Bar> bars = Series.walk(seed, 420);
        LevelHistory history = LevelHistory.of(bars);
        for (int i = 0; i < bars.size() - 1; i += 7) {
            Bar before = bars.get(i);
            Bar quiet =
                    new Bar(bars.get(i + 1).date(), before.close(), before.close(), before.close(), before.close(), 1);
            List<Bar> next = new ArrayList<>(bars.subList(0, i + 1));
            next.add(quiet);
            MarketView view = Series.view(next);
            same(
                    history.line(Kind.DONCHIAN_20_HIGH, i),
                    view.volatility().donchian().upper());
            same(
                    history.line(Kind.DONCHIAN_20_LOW, i),
                    view.volatility().donchian().lower());
            if (bars.get(i + 1).date().equals(before.date().plusDays(1))) {
                same(history.line(Kind.HIGH_52W, i), view.year().high());
                same(history.line(Kind.LOW_52W, i), view.year().low());
            }
        }
    }

    @Test
    void one_bar_has_no_levels_and_breaks_nothing() {
        LevelHistory history = LevelHistory.of(Series.flat(1, 10));
        assertThat(history.atr(0)).isEmpty();
        assertThat(history.volume(0)).isEmpty();
        assertThat(history.swings(0)).isEmpty();
        for (Kind kind : Kind.values()) {
            assertThat(history.line(kind, 0)).isEmpty();
        }
    }

    @Test
    void a_bar_without_volume_leaves_the_multiple_unknown_for_as_long_as_it_counts() {
        List<Bar> bars = new ArrayList<>(Series.flat(60, 10));
        Bar old = bars.get(30);
        bars.set(30, new Bar(old.date(), 10, 10, 10, 10, Bar.NO_VOLUME));
        LevelHistory history = LevelHistory.of(bars);
        assertThat(history.volume(29)).hasValue(1);
        assertThat(history.volume(30)).isEmpty();
        assertThat(history.volume(50)).isEmpty();
        assertThat(history.volume(51)).hasValue(1);
    }

    @Test
    void days_without_any_trade_give_no_multiple() {
        List<Bar> bars = Series.flat(30, 10).stream()
                .map(bar -> new Bar(bar.date(), 10, 10, 10, 10, 0))
                .toList();
        assertThat(LevelHistory.of(bars).volume(29)).isEmpty();
    }
}
