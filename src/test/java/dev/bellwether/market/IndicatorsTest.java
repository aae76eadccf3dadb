package dev.bellwether.market;

import static dev.bellwether.market.Series.missing;
import static dev.bellwether.market.Series.read;
import static dev.bellwether.market.Series.value;
import static dev.bellwether.market.Series.view;
import static dev.bellwether.market.Series.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators against plain loops, printed examples and the shapes on which they usually go wrong. */
class IndicatorsTest {
    private static final Offset<Double> EXACT = within(1e-7);

    @ParameterizedTest
    @ValueSource(ints = {34, 35, 50, 199, 200, 201, 300, 777})
    void averages_and_oscillators_agree_with_plain_loops(int n) {
        for (long seed = 1; seed <= 5; seed++) {
            List<Bar> bars = Series.walk(seed * 1000 + n, n);
            MarketView view = view(bars);
            int end = n - 1;
            assertThat(value(view.averages().sma20().value())).isEqualTo(Oracle.sma(bars, end, 20), EXACT);
            assertThat(value(view.averages().ema12().value())).isEqualTo(Oracle.ema(bars, end, 12), EXACT);
            assertThat(value(view.averages().ema26().value())).isEqualTo(Oracle.ema(bars, end, 26), EXACT);
            assertThat(value(view.momentum().rsi14())).isEqualTo(Oracle.rsi(bars, end), EXACT);
            Macd macd = view.momentum().macd();
            assertThat(value(macd.line())).isEqualTo(Oracle.macd(bars, end), EXACT);
            assertThat(value(macd.signal())).isEqualTo(Oracle.signal(bars, end), EXACT);
            assertThat(value(macd.histogram())).isEqualTo(value(macd.line()) - value(macd.signal()), EXACT);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 34, 60, 250, 500})
    void ranges_agree_with_plain_loops(int n) {
        for (long seed = 1; seed <= 5; seed++) {
            List<Bar> bars = Series.walk(seed * 77 + n, n);
            Volatility volatility = view(bars).volatility();
            int end = n - 1;
            double middle = Oracle.sma(bars, end, 20);
            double deviation = Oracle.deviation(bars, end, 20);
            double close = bars.getLast().close();
            Bollinger bands = volatility.bollinger();
            assertThat(value(bands.middle())).isEqualTo(middle, EXACT);
            assertThat(value(bands.upper())).isEqualTo(middle + 2 * deviation, EXACT);
            assertThat(value(bands.lower())).isEqualTo(middle - 2 * deviation, EXACT);
            assertThat(value(bands.percentB())).isEqualTo((close - (middle - 2 * deviation)) / (4 * deviation), EXACT);
            assertThat(value(volatility.atr14())).isEqualTo(Oracle.atr(bars, end), EXACT);
            assertThat(value(volatility.atrPercent())).isEqualTo(Oracle.atr(bars, end) / close * 100, EXACT);
            List<Bar> before = bars.subList(end - 20, end);
            assertThat(value(volatility.donchian().upper()))
                    .isEqualTo(before.stream().mapToDouble(Bar::high).max().orElseThrow());
            assertThat(value(volatility.donchian().lower()))
                    .isEqualTo(before.stream().mapToDouble(Bar::low).min().orElseThrow());
        }
    }

    @Test
    void the_long_averages_agree_with_plain_loops_and_say_how_far_the_price_is() {
        List<Bar> bars = Series.walk(9, 400);
        Averages averages = view(bars).averages();
        assertThat(value(averages.sma50().value())).isEqualTo(Oracle.sma(bars, 399, 50), EXACT);
        assertThat(value(averages.sma200().value())).isEqualTo(Oracle.sma(bars, 399, 200), EXACT);
        assertThat(value(averages.sma200().distance()))
                .isEqualTo((bars.getLast().close() / Oracle.sma(bars, 399, 200) - 1) * 100, EXACT);
        assertThat(value(averages.cross().spread()))
                .isEqualTo(Oracle.sma(bars, 399, 50) - Oracle.sma(bars, 399, 200), EXACT);
    }

    /** The closes and RSIs that StockCharts' chart school prints for QQQQ, to two decimals. */
    @ParameterizedTest
    @CsvSource({
        "15, 70.53", "16, 66.32", "17, 66.55", "18, 69.41", "19, 66.36", "20, 57.97", "21, 62.93", "22, 63.26",
        "23, 56.06", "24, 62.38", "25, 54.71", "26, 50.42", "27, 39.99", "28, 41.46", "29, 41.87", "30, 45.46",
        "31, 37.30", "32, 33.08", "33, 37.77"
    })
    void the_rsi_is_the_one_that_is_printed(int bars, double printed) {
        double[] closes = {
            44.3389, 44.0902, 44.1497, 43.6124, 44.3278, 44.8264, 45.0955, 45.4245, 45.8433, 46.0826, 45.8931, 46.0328,
            45.6140, 46.2820, 46.2820, 46.0028, 46.0328, 46.4116, 46.2222, 45.6439, 46.2122, 46.2521, 45.7137, 46.4515,
            45.7835, 45.3548, 44.0288, 44.1783, 44.2181, 44.5672, 43.4205, 42.6628, 43.1314
        };
        List<Bar> known = Series.closes(closes).subList(0, bars);
        assertThat(value(view(known).momentum().rsi14())).isEqualTo(printed, within(0.006));
    }

    /** High, low, close as StockCharts' chart school prints them; its ATR is 0.555 on day 14 and 0.59 on days 15 and 16. */
    @Test
    void the_average_true_range_is_the_one_that_is_printed() {
        double[][] printed = {
            {48.70, 47.79, 48.16}, {48.72, 48.14, 48.61}, {48.90, 48.39, 48.75}, {48.87, 48.37, 48.63},
            {48.82, 48.24, 48.74}, {49.05, 48.635, 49.03}, {49.20, 48.94, 49.07}, {49.35, 48.86, 49.32},
            {49.92, 49.50, 49.91}, {50.19, 49.87, 50.13}, {50.12, 49.20, 49.53}, {49.66, 48.90, 49.50},
            {49.88, 49.43, 49.75}, {50.19, 49.725, 50.03}, {50.36, 49.26, 50.31}, {50.57, 50.09, 50.52}
        };
        List<Bar> bars = new ArrayList<>();
        for (double[] day : printed) {
            bars.add(new Bar(Series.FRIDAY.plusDays(bars.size()), day[2], day[0], day[1], day[2], Bar.NO_VOLUME));
        }
        assertThat(missing(view(bars.subList(0, 13)).volatility().atr14()).barsMissing())
                .isEqualTo(1);
        assertThat(value(view(bars.subList(0, 14)).volatility().atr14())).isEqualTo(0.555, within(0.0005));
        assertThat(value(view(bars.subList(0, 15)).volatility().atr14())).isEqualTo(0.594, within(0.0005));
        assertThat(value(view(bars).volatility().atr14())).isEqualTo(0.586, within(0.0005));
    }

    /** Closes and 10-day EMAs that StockCharts' chart school prints for Intel. */
    @Test
    void the_exponential_average_is_the_one_that_is_printed() {
        double[] closes = {
            22.27, 22.19, 22.08, 22.17, 22.18, 22.13, 22.23, 22.43, 22.24, 22.29, 22.15, 22.39, 22.38, 22.61, 23.36,
            24.05, 23.75, 23.83, 23.95, 23.63, 23.82, 23.87, 23.65, 23.19, 23.10, 23.33, 22.68, 23.10, 22.40, 22.17
        };
        double[] average = Smoothing.exponential(closes, 0, 10);
        assertThat(average[8]).isNaN();
        assertThat(average[9]).isEqualTo(22.22, within(0.006));
        assertThat(average[14]).isEqualTo(22.52, within(0.006));
        assertThat(average[15]).isEqualTo(22.80, within(0.006));
        assertThat(average[29]).isEqualTo(22.92, within(0.006));
    }

    @Test
    void a_rise_of_17_percent_in_a_week_can_not_go_with_an_rsi_of_29() {
        double[] closes = new double[40];
        for (int i = 0; i < 35; i++) {
            closes[i] = 150 + (i % 2 == 0 ? 1 : -1);
        }
        for (int i = 35; i < 40; i++) {
            closes[i] = 150 * Math.pow(1.17, (i - 34) / 5.0);
        }
        MarketView view = view(Series.closes(closes));
        assertThat(value(view.change("7d").percent())).isBetween(16.0, 18.0);
        assertThat(value(view.momentum().rsi14())).isGreaterThan(70);
    }

    @Test
    void a_price_that_stands_still_is_neither_oversold_nor_anywhere_in_its_bands() {
        MarketView view = view(Series.flat(400, 12.34));
        assertThat(read(view.momentum().rsi14())).isEqualTo(new Measure.Missing("no price movement"));
        assertThat(read(view.volatility().bollinger().percentB())).isEqualTo(new Measure.Missing("no price movement"));
        assertThat(read(view.year().position())).isEqualTo(new Measure.Missing("no price movement"));
        assertThat(view.momentum().macd().cross().side()).isEqualTo(Cross.Side.EQUAL);
        assertThat(view.averages().cross())
                .isEqualTo(new Cross(
                        Cross.Side.EQUAL, null, view.averages().cross().spread()));
        assertThat(value(view.volatility().atr14())).isZero();
        assertThat(value(view.averages().sma200().distance())).isEqualTo(0, EXACT);
        assertThat(view.trend()).isEqualTo(Trend.SIDEWAYS);
    }

    @Test
    void what_is_left_of_one_move_long_ago_is_no_rsi() {
        double[] closes = new double[400];
        Arrays.fill(closes, 100);
        closes[0] = 99;
        assertThat(read(view(Series.closes(closes)).momentum().rsi14()))
                .isEqualTo(new Measure.Missing("no price movement"));
        closes[390] = 100.5;
        assertThat(view(Series.closes(closes)).momentum().rsi14()).isInstanceOf(Measure.Known.class);
    }

    @Test
    void lines_that_differ_by_rounding_do_not_cross() {
        ClosedBars bars = ClosedBars.of(Series.flat(4, 100), List.of(), Series.FRIDAY);
        double[] slow = {100, 100, 100, 100};
        double[] fast = {100 + 1e-12, 100 - 1e-12, 100 + 1e-12, 100 - 1e-12};
        assertThat(Cross.of(bars, 0, fast, slow).side()).isEqualTo(Cross.Side.EQUAL);
        fast[0] = 99;
        fast[2] = 101;
        fast[3] = 102;
        Cross cross = Cross.of(bars, 0, fast, slow);
        assertThat(cross.side()).isEqualTo(Cross.Side.ABOVE);
        assertThat(cross.since()).isEqualTo(bars.get(2).date());
    }

    @Test
    void only_rises_are_an_rsi_of_100_and_only_falls_one_of_0() {
        assertThat(value(view(Series.line(30, 10, 40)).momentum().rsi14())).isEqualTo(100);
        assertThat(value(view(Series.line(30, 40, 10)).momentum().rsi14())).isEqualTo(0);
    }

    @Test
    void a_gap_over_night_counts_in_the_true_range() {
        double[] closes = new double[14];
        Arrays.fill(closes, 0, 13, 100);
        closes[13] = 114;
        Measure atr = view(Series.closes(closes)).volatility().atr14();
        assertThat(value(atr)).isEqualTo((13 * 1.0 + 14.5) / 14, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"0, 15", "1, 14", "14, 1"})
    void too_short_a_history_says_how_many_bars_the_rsi_lacks(int n, int lacks) {
        MarketView view = view(Series.walk(1, n), Series.tick(50, "2026-01-20T15:00:00Z"));
        assertThat(read(view.momentum().rsi14())).isEqualTo(new Measure.Missing("needs 15 bars, has " + n, lacks));
    }

    @Test
    void each_indicator_needs_as_many_bars_as_its_definition_and_not_one_more() {
        for (int n = 0; n <= 60; n++) {
            MarketView view = view(Series.walk(n, n), Series.tick(50, "2026-01-20T15:00:00Z"));
            assertThat(known(view.averages().ema12().value())).isEqualTo(n >= 12);
            assertThat(known(view.momentum().macd().line())).isEqualTo(n >= 26);
            assertThat(known(view.momentum().macd().signal())).isEqualTo(n >= 34);
            assertThat(known(view.volatility().bollinger().upper())).isEqualTo(n >= 20);
            assertThat(known(view.volatility().donchian().upper())).isEqualTo(n >= 20);
            assertThat(known(view.volatility().atr14())).isEqualTo(n >= 14);
            assertThat(known(view.volume().multiple20())).isEqualTo(n >= 21);
            assertThat(known(view.volume().multiple50())).isEqualTo(n >= 51);
            assertThat(known(view.averages().sma50().distance())).isEqualTo(n >= 50);
        }
    }

    @Test
    void the_macd_tells_on_which_side_of_its_signal_it_is_and_since_when() {
        List<Bar> bars = Series.walk(5, 300);
        Cross cross = view(bars).momentum().macd().cross();
        int i = 299;
        boolean above = Oracle.macd(bars, i) > Oracle.signal(bars, i);
        while (i > 34 && Oracle.macd(bars, i - 1) > Oracle.signal(bars, i - 1) == above) {
            i--;
        }
        assertThat(cross.side()).isEqualTo(above ? Cross.Side.ABOVE : Cross.Side.BELOW);
        assertThat(cross.since()).isEqualTo(bars.get(i).date());
    }

    @Test
    void a_long_fall_and_rise_end_in_a_golden_cross_whose_day_is_known() {
        List<Bar> bars = fallAndRise(300, 200);
        Cross cross = view(bars).averages().cross();
        int i = 499;
        while (Oracle.sma(bars, i - 1, 50) > Oracle.sma(bars, i - 1, 200)) {
            i--;
        }
        assertThat(cross.side()).isEqualTo(Cross.Side.ABOVE);
        assertThat(cross.since()).isEqualTo(bars.get(i).date());
        assertThat(i).isBetween(301, 498);
    }

    @Test
    void a_fall_without_a_change_of_side_has_no_day_of_a_death_cross() {
        Cross cross = view(Series.line(300, 300, 100)).averages().cross();
        assertThat(cross.side()).isEqualTo(Cross.Side.BELOW);
        assertThat(cross.since()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"100, 300, STRONG_UP", "300, 100, STRONG_DOWN", "100, 100.5, SIDEWAYS"})
    void a_straight_line_has_the_trend_of_its_slope(double from, double to, Trend trend) {
        assertThat(view(Series.line(250, from, to)).trend()).isEqualTo(trend);
    }

    @Test
    void the_trend_is_the_sum_of_its_four_votes() {
        Trend[] words = {
            Trend.STRONG_DOWN,
            Trend.DOWN,
            Trend.DOWN,
            Trend.SIDEWAYS,
            Trend.SIDEWAYS,
            Trend.SIDEWAYS,
            Trend.UP,
            Trend.UP,
            Trend.STRONG_UP
        };
        Set<Integer> seen = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            List<Bar> bars = Series.walk(seed, 260);
            double price = bars.getLast().close();
            double sma50 = Oracle.sma(bars, 259, 50);
            double sma200 = Oracle.sma(bars, 259, 200);
            double[][] pairs = {{price, sma50}, {price, sma200}, {sma50, sma200}, {sma50, Oracle.sma(bars, 239, 50)}};
            int votes = 0;
            for (double[] pair : pairs) {
                votes += pair[0] >= pair[1] * 1.01 ? 1 : 0;
                votes -= pair[0] <= pair[1] * 0.99 ? 1 : 0;
            }
            seen.add(votes);
            assertThat(view(bars).trend()).isEqualTo(words[votes + 4]);
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    void the_trend_of_less_than_200_bars_is_unknown() {
        assertThat(view(Series.line(199, 100, 300)).trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(view(Series.line(200, 100, 300)).trend()).isEqualTo(Trend.STRONG_UP);
    }

    @Test
    void a_price_that_falls_under_its_50_day_average_in_a_long_rise_is_only_up() {
        List<Bar> bars = Series.line(250, 100, 300);
        assertThat(view(bars, Series.tick(270, "2026-01-20T15:00:00Z")).trend()).isEqualTo(Trend.UP);
    }

    @Test
    void a_spike_of_volume_is_not_in_the_average_it_is_compared_with() {
        List<Bar> bars = new ArrayList<>(Series.flat(60, 10));
        bars.add(new Bar(Series.FRIDAY.plusDays(3), 10, 11, 9, 10, 5000));
        Volume volume = view(bars).volume();
        assertThat(value(volume.last())).isEqualTo(5000);
        assertThat(value(volume.average20())).isEqualTo(1000);
        assertThat(value(volume.multiple20())).isEqualTo(5);
        assertThat(value(volume.multiple50())).isEqualTo(5);
    }

    @Test
    void a_day_without_volume_is_missing_and_not_zero() {
        List<Bar> bars = new ArrayList<>(Series.flat(60, 10));
        Bar old = bars.get(30);
        bars.set(30, new Bar(old.date(), 10, 10, 10, 10, Bar.NO_VOLUME));
        Volume volume = view(bars).volume();
        assertThat(value(volume.multiple20())).isEqualTo(1);
        assertThat(read(volume.multiple50())).isEqualTo(new Measure.Missing("no volume on " + old.date()));
        bars.add(new Bar(Series.FRIDAY.plusDays(3), 10, 11, 9, 10, Bar.NO_VOLUME));
        assertThat(why(view(bars).volume().last())).isEqualTo("no volume on 2026-01-19");
        assertThat(why(view(bars).volume().multiple20())).isEqualTo("no volume on 2026-01-19");
    }

    @Test
    void a_volume_after_days_without_a_trade_has_no_multiple() {
        List<Bar> bars = new ArrayList<>();
        for (Bar bar : Series.flat(21, 10)) {
            bars.add(new Bar(bar.date(), 10, 10, 10, 10, bar.date().equals(Series.FRIDAY) ? 700 : 0));
        }
        assertThat(read(view(bars).volume().multiple20())).isEqualTo(new Measure.Missing("no trading before"));
    }

    private static boolean known(Measure measure) {
        return measure instanceof Measure.Known;
    }

    private static List<Bar> fallAndRise(int fall, int rise) {
        List<Double> closes = new ArrayList<>();
        for (int i = 0; i < fall; i++) {
            closes.add(400.0 - i);
        }
        for (int i = 0; i < rise; i++) {
            closes.add(400.0 - fall + 2 * i);
        }
        return Series.closes(closes.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
