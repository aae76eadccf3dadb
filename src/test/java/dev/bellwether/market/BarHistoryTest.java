package dev.bellwether.market;

import static dev.bellwether.market.Series.value;
import static dev.bellwether.market.Series.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packed bars give the numbers of the market view. */
class BarHistoryTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 14, 15, 20, 21, 50, 199, 200, 300, 600})
    void the_numbers_are_those_of_the_view_at_the_last_close(int n) {
        List<Bar> bars = Series.walk(n, n);
        MarketView view = view(bars);
        Indicators indicators = last(BarHistory.of(bars, Set.of()));
        same(indicators.sma(20), view.averages().sma20().value());
        same(indicators.sma(50), view.averages().sma50().value());
        same(indicators.sma(200), view.averages().sma200().value());
        same(indicators.ema(12), view.averages().ema12().value());
        same(indicators.ema(26), view.averages().ema26().value());
        same(indicators.rsi(), view.momentum().rsi14());
        same(indicators.atr(), view.volatility().atr14());
        same(indicators.donchianHigh(20), view.volatility().donchian().upper());
        same(indicators.donchianLow(20), view.volatility().donchian().lower());
        same(indicators.volumeMultiple(), view.volume().multiple20());
        for (Change change : view.changes()) {
            double base = indicators.changeBase(change.period());
            assertThat(Double.isNaN(base) ? null : base).isEqualTo(change.fromClose());
        }
        double high = Math.max(indicators.yearHigh(), bars.getLast().close());
        same(high, view.year().high());
    }

    @Test
    void bars_before_a_suspected_split_are_left_out_as_in_the_view() {
        List<Bar> bars = Series.walk(3, 100);
        LocalDate split = bars.get(60).date();
        Indicators indicators = last(BarHistory.of(bars, Set.of(split)));
        assertThat(indicators.sma(40)).isNotNaN();
        assertThat(indicators.sma(41)).isNaN();
        assertThat(before(BarHistory.of(bars, Set.of(split)), 60).sma(60)).isNotNaN();
    }

    @Test
    void an_earlier_moment_does_not_know_later_bars() {
        List<Bar> bars = Series.walk(4, 500);
        BarHistory all = BarHistory.of(bars, Set.of());
        Indicators then = before(all, 400);
        Indicators told = last(BarHistory.of(bars.subList(0, 400), Set.of()));
        assertThat(then.ema(10)).isEqualTo(told.ema(10));
        assertThat(then.yearHigh()).isEqualTo(told.yearHigh());
        assertThat(then.changeBase("7d")).isEqualTo(told.changeBase("7d"));
    }

    @Test
    void another_scale_divides_prices_and_multiplies_volumes() {
        List<Bar> bars = Series.closes(100, 102, 104);
        BarHistory half = BarHistory.of(bars, Set.of()).rescaled(2);
        assertThat(half.close(2)).isEqualTo(52);
        assertThat(half.high(0)).isEqualTo(50.25);
        assertThat(half.volume(1)).isEqualTo(2000);
    }

    @Test
    void bars_that_are_none_are_refused() {
        assertThatThrownBy(() -> BarHistory.of(Series.closes(1, 2).reversed(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BarHistory.of(Series.closes(1, Double.NaN), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Indicators last(BarHistory history) {
        return before(history, history.size());
    }

    private static Indicators before(BarHistory history, int count) {
        return history.at(count, history.day(count - 1));
    }

    private static void same(double number, Measure measure) {
        if (measure.number().isEmpty()) {
            assertThat(number).isNaN();
        } else {
            assertThat(number).isEqualTo(value(measure), EXACT);
        }
    }
}
