package dev.bellwether.market;

import static dev.bellwether.market.Series.AFTER;
import static dev.bellwether.market.Series.BABA;
import static dev.bellwether.market.Series.FRIDAY;
import static dev.bellwether.market.Series.missing;
import static dev.bellwether.market.Series.read;
import static dev.bellwether.market.Series.tick;
import static dev.bellwether.market.Series.value;
import static dev.bellwether.market.Series.view;
import static dev.bellwether.market.Series.why;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.English;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which price counts, what it is compared with, and what a split, a hole or an empty history leave of it. */
class MarketViewTest {

    @Test
    void without_a_live_price_the_last_close_is_the_price_with_the_end_of_its_session() {
        LatestPrice price = price(view(Series.closes(100, 101, 102)));
        assertThat(price.price()).isEqualTo(102);
        assertThat(price.live()).isFalse();
        assertThat(price.asOf()).isEqualTo(Instant.parse("2026-01-16T21:00:00Z"));
    }

    @Test
    void a_live_price_of_a_later_session_is_the_price_and_is_compared_with_the_last_close() {
        MarketView view = view(Series.closes(100, 101, 102), tick(107.1, "2026-01-20T15:00:00Z"));
        assertThat(price(view).live()).isTrue();
        assertThat(price(view).day()).isEqualTo("2026-01-20");
        assertThat(value(view.change("1d").percent())).isEqualTo(5, within(1e-9));
        assertThat(view.change("1d").from()).isEqualTo(FRIDAY);
        assertThat(view.change("1d").fromClose()).isEqualTo(102);
    }

    /** After hours of a closed day, a day zone-shifted to the next one in UTC, and a price stamped at the weekend. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-16T22:30:00Z", "2026-01-17T03:00:00Z", "2026-01-18T12:00:00Z"})
    void a_live_price_of_the_closed_session_does_not_replace_its_close(String asOf) {
        MarketView view = view(Series.closes(100, 101, 102), tick(300, asOf));
        assertThat(price(view).price()).isEqualTo(102);
        assertThat(value(view.change("1d").percent())).isEqualTo((102 / 101.0 - 1) * 100, within(1e-9));
    }

    @Test
    void indicators_do_not_see_the_live_price_but_distances_do() {
        List<Bar> bars = Series.walk(3, 300);
        MarketView closed = view(bars);
        MarketView live = view(bars, tick(500, "2026-01-20T15:00:00Z"));
        assertThat(live.momentum()).isEqualTo(closed.momentum());
        assertThat(live.averages().sma50().value())
                .isEqualTo(closed.averages().sma50().value());
        assertThat(live.volatility().bollinger()).isEqualTo(closed.volatility().bollinger());
        assertThat(value(live.averages().sma50().distance()))
                .isEqualTo((500 / value(closed.averages().sma50().value()) - 1) * 100, within(1e-9));
    }

    @Test
    void the_channel_ends_before_the_day_of_the_price() {
        double[] closes = new double[30];
        Arrays.fill(closes, 100);
        closes[29] = 110;
        assertThat(value(view(Series.closes(closes)).volatility().donchian().upper()))
                .isEqualTo(100.5);
        Measure live = view(Series.closes(closes), tick(120, "2026-01-20T15:00:00Z"))
                .volatility()
                .donchian()
                .upper();
        assertThat(value(live)).isEqualTo(110.5);
    }

    @Test
    void what_was_not_known_at_the_moment_is_not_in_the_view() {
        List<Bar> bars = Series.closes(100, 101, 102);
        Instant beforeTheClose = Instant.parse("2026-01-16T20:59:59Z");
        Tick later = tick(300, "2026-01-20T15:00:00Z");
        MarketView view = MarketView.of(BABA, bars, later, Set.of(), beforeTheClose);
        assertThat(price(view).price()).isEqualTo(101);
        assertThat(view.bars()).isEqualTo(2);
        assertThat(view.changes()).isEqualTo(view(bars.subList(0, 2)).changes());
    }

    @Test
    void a_live_price_in_another_currency_is_left_out_and_said_so() {
        Tick dollars = tick(300, "2026-01-20T15:00:00Z");
        Tick euros = new Tick("BABA", 300, "EUR", dollars.provenance());
        MarketView view = view(Series.closes(100, 101, 102), euros);
        assertThat(price(view).price()).isEqualTo(102);
        assertThat(English.of(view.notes()))
                .containsExactly(
                        "The live price 300.0 EUR of BABA does not fit BABA, which trades in USD; it was left out.");
    }

    @Test
    void a_live_price_of_another_listing_is_left_out_and_said_so() {
        Tick baba = tick(300, "2026-01-20T15:00:00Z");
        MarketView view = view(Series.closes(100, 101, 102), new Tick("BIDU", 300, "USD", baba.provenance()));
        assertThat(price(view).price()).isEqualTo(102);
        assertThat(English.of(view.notes())).singleElement().asString().contains("of BIDU does not fit BABA");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void a_live_price_that_is_none_is_left_out(double price) {
        MarketView view = view(Series.closes(100, 101, 102), tick(price, "2026-01-20T15:00:00Z"));
        assertThat(price(view).price()).isEqualTo(102);
        assertThat(view.notes()).hasSize(1);
    }

    @Test
    void nothing_known_is_all_missing() {
        MarketView view = view(List.of());
        assertThat(view.price()).isNull();
        assertThat(view.lastBar()).isNull();
        assertThat(view.changes()).hasSize(5).allMatch(change -> change.percent() instanceof Measure.Missing);
        assertThat(why(view.averages().sma200().value())).isEqualTo("no prices");
        assertThat(view.trend()).isEqualTo(Trend.UNKNOWN);
        assertThat(view.levels().all()).isEmpty();
    }

    @Test
    void one_bar_is_a_price_without_a_change() {
        MarketView view = view(Series.closes(100));
        assertThat(price(view).price()).isEqualTo(100);
        assertThat(read(missing(view.change("1d").percent())))
                .isEqualTo(new Measure.Missing("history begins 2026-01-16", 1));
        assertThat(value(view.volume().last())).isEqualTo(1000);
        assertThat(missing(view.volume().average20()).barsMissing()).isEqualTo(20);
    }

    @Test
    void a_live_price_without_history_is_only_a_price() {
        MarketView view = view(List.of(), tick(100, "2026-01-20T15:00:00Z"));
        assertThat(price(view).price()).isEqualTo(100);
        assertThat(why(view.change("1d").percent())).isEqualTo("no history");
        assertThat(read(missing(view.averages().sma200().value())))
                .isEqualTo(new Measure.Missing("needs 200 bars, has 0", 200));
        assertThat(missing(view.year().high()).barsMissing()).isBetween(255, 265);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-16, 1d, 2026-01-15",
        "2026-01-16, 7d, 2026-01-09",
        "2026-01-16, 1m, 2025-12-16",
        "2026-01-16, ytd, 2025-12-31",
        "2026-01-16, 12m, 2025-01-16",
        "2026-01-12, 1d, 2026-01-09",
        "2026-01-12, 1m, 2025-12-12",
        "2026-01-02, 7d, 2025-12-26",
        "2026-01-02, ytd, 2025-12-31",
        "2025-12-31, ytd, 2024-12-31",
        "2024-03-29, 1m, 2024-02-29",
        "2025-03-31, 1m, 2025-02-28",
        "2024-02-29, 12m, 2023-02-28",
        "2025-02-28, 12m, 2024-02-28",
        "2023-01-02, ytd, 2022-12-30",
        "2023-01-02, 12m, 2021-12-31"
    })
    void a_change_counts_calendar_days_and_takes_the_last_close_until_then(
            LocalDate day, String period, LocalDate from) {
        List<Bar> bars = weekdaysUntil(day, 300);
        Change change = view(bars).change(period);
        double close = bars.stream()
                .filter(bar -> bar.date().equals(from))
                .findFirst()
                .orElseThrow()
                .close();
        assertThat(change.from()).isEqualTo(from);
        assertThat(change.fromClose()).isEqualTo(close);
        assertThat(value(change.percent())).isEqualTo((bars.getLast().close() / close - 1) * 100, within(1e-9));
    }

    @Test
    void a_change_over_more_than_the_history_is_missing() {
        List<Bar> bars = Series.walk(1, 11);
        MarketView view = view(bars);
        assertThat(value(view.change("7d").percent())).isFinite();
        Measure.Missing month = missing(view.change("1m").percent());
        assertThat(why(month)).isEqualTo("history begins 2026-01-02");
        assertThat(month.barsMissing()).isEqualTo(13);
        assertThat(missing(view.change("ytd").percent()).barsMissing()).isEqualTo(2);
    }

    @Test
    void a_hole_in_the_history_does_not_make_an_old_close_a_recent_one() {
        List<Bar> bars = new ArrayList<>(Series.walk(1, 300));
        bars.subList(270, 298).clear();
        MarketView view = view(bars);
        assertThat(value(view.change("1d").percent())).isFinite();
        assertThat(why(view.change("7d").percent())).isEqualTo("no close near 2026-01-09");
        assertThat(why(view.change("ytd").percent())).isEqualTo("no close near 2025-12-31");
        assertThat(value(view.change("12m").percent())).isFinite();
    }

    /** Seven days before Friday, 16 January is the 9th; 14 days before that the 26th of December. */
    @Test
    void a_close_stands_for_a_day_up_to_14_days_later() {
        List<Bar> bars = Series.walk(1, 30);
        Bar last = bars.getLast();
        Bar close = bars.get(indexOf(bars, LocalDate.parse("2025-12-26")));
        Bar older = bars.get(indexOf(bars, LocalDate.parse("2025-12-25")));
        assertThat(view(List.of(close, last)).change("7d").from()).isEqualTo(close.date());
        assertThat(why(view(List.of(older, last)).change("7d").percent())).isEqualTo("no close near 2026-01-09");
    }

    @Test
    void the_year_has_its_extremes_with_their_days_and_the_place_of_the_price() {
        List<Bar> bars = new ArrayList<>(Series.flat(300, 100));
        spike(bars, 290, 150, 100);
        spike(bars, 200, 150, 100);
        spike(bars, 100, 100, 50);
        spike(bars, 10, 900, 1);
        YearRange year = view(bars).year();
        assertThat(value(year.high())).isEqualTo(150);
        assertThat(year.highOn()).isEqualTo(bars.get(290).date());
        assertThat(value(year.low())).isEqualTo(50);
        assertThat(year.lowOn()).isEqualTo(bars.get(100).date());
        assertThat(value(year.fromHigh())).isEqualTo(-100.0 / 3, within(1e-9));
        assertThat(value(year.fromLow())).isEqualTo(100, within(1e-9));
        assertThat(value(year.position())).isEqualTo(50, within(1e-9));
    }

    @Test
    void the_same_day_one_year_before_is_not_in_the_52_weeks_and_the_day_after_is() {
        List<Bar> bars = new ArrayList<>(Series.flat(300, 100));
        int same = indexOf(bars, LocalDate.parse("2025-01-16"));
        spike(bars, same, 900, 100);
        assertThat(value(view(bars).year().high())).isEqualTo(100);
        spike(bars, same + 1, 800, 100);
        assertThat(value(view(bars).year().high())).isEqualTo(800);
    }

    @Test
    void a_live_price_beyond_the_year_is_the_new_extreme() {
        YearRange year =
                view(Series.flat(300, 100), tick(130, "2026-01-20T15:00:00Z")).year();
        assertThat(value(year.high())).isEqualTo(130);
        assertThat(year.highOn()).isEqualTo("2026-01-20");
        assertThat(value(year.fromHigh())).isZero();
        assertThat(value(year.position())).isEqualTo(100);
    }

    @Test
    void half_a_year_of_history_has_no_52_week_high() {
        Measure.Missing high = missing(view(Series.walk(1, 130)).year().high());
        assertThat(why(high)).isEqualTo("history begins 2025-07-21");
        assertThat(high.barsMissing()).isBetween(125, 135);
    }

    /** The day one year before Friday, 16 January 2026, is a Thursday; a week later history is still taken for a year of it. */
    @Test
    void a_history_that_begins_within_a_week_of_the_year_has_a_52_week_high() {
        List<Bar> bars = Series.walk(1, 300);
        int week = indexOf(bars, LocalDate.parse("2025-01-23"));
        assertThat(view(bars.subList(week, 300)).year().high()).isInstanceOf(Measure.Known.class);
        assertThat(view(bars.subList(week + 1, 300)).year().high()).isInstanceOf(Measure.Missing.class);
    }

    @Test
    void nothing_is_compared_across_a_suspected_split() {
        List<Bar> bars = new ArrayList<>(Series.flat(300, 800));
        LocalDate split = bars.get(280).date();
        for (int i = 280; i < 300; i++) {
            bars.set(i, new Bar(bars.get(i).date(), 100, 101, 99, 100 + i % 2, 8000));
        }
        MarketView view =
                MarketView.of(BABA, bars, null, Set.of(split, bars.get(100).date()), AFTER);
        String why = "split suspected on " + split;
        assertThat(view.bars()).isEqualTo(20);
        assertThat(read(missing(view.averages().sma200().value()))).isEqualTo(new Measure.Missing(why, 180));
        assertThat(why(view.change("12m").percent())).isEqualTo(why);
        assertThat(why(view.year().high())).isEqualTo(why);
        assertThat(why(view.volume().average20())).isEqualTo(why);
        assertThat(value(view.change("7d").percent())).isBetween(-2.0, 2.0);
        assertThat(value(view.averages().sma20().value())).isBetween(99.0, 101.0);
        assertThat(value(view.momentum().rsi14())).isBetween(30.0, 70.0);
        assertThat(view.levels().all()).allMatch(level -> level.price() < 200);
        assertThat(English.of(view.notes()))
                .containsExactly("A split is suspected on " + split + "; prices before that day were left out.");
    }

    @Test
    void a_split_on_the_day_of_a_live_price_leaves_no_history_and_no_crash() {
        List<Bar> bars = Series.flat(300, 800);
        Tick tick = tick(100, "2026-01-20T15:00:00Z");
        MarketView view = MarketView.of(BABA, bars, tick, Set.of(LocalDate.parse("2026-01-20")), AFTER);
        assertThat(why(view.change("1d").percent())).isEqualTo("split suspected on 2026-01-20");
        assertThat(why(view.momentum().rsi14())).isEqualTo("split suspected on 2026-01-20");
        assertThat(price(view).price()).isEqualTo(100);
    }

    @Test
    void a_split_after_the_price_or_before_the_history_changes_nothing() {
        List<Bar> bars = Series.walk(4, 300);
        Set<LocalDate> elsewhere = Set.of(FRIDAY.plusDays(4), bars.getFirst().date());
        assertThat(MarketView.of(BABA, bars, null, elsewhere, AFTER)).isEqualTo(view(bars));
    }

    @Test
    void bars_out_of_order_or_without_a_price_are_a_mistake_of_the_caller() {
        List<Bar> bars = Series.closes(100, 101, 102);
        assertThatThrownBy(() -> view(bars.reversed()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bar of 2026-01-15 after that of 2026-01-16");
        assertThatThrownBy(() -> view(List.of(bars.get(0), bars.get(0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view(List.of(new Bar(FRIDAY, 1, 1, Double.NaN, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a price");
    }

    /** Known refuses what is not finite, so a view that can be made is free of NaN; levels hold plain numbers. */
    @Test
    void no_history_however_short_or_wild_gives_a_number_that_is_none() {
        for (int n = 0; n <= 300; n++) {
            List<Bar> bars = n % 3 == 0 ? Series.flat(n, 1e-7 * (n + 1)) : Series.walk(n, n);
            MarketView view = n % 2 == 0 ? view(bars) : view(bars, tick(50 + n, "2026-01-20T15:00:00Z"));
            view.momentum().rsi14().number().ifPresent(rsi -> assertThat(rsi).isBetween(0.0, 100.0));
            view.year().position().number().ifPresent(place -> assertThat(place).isBetween(0.0, 100.0));
            assertThat(view.levels().all())
                    .allMatch(level -> Double.isFinite(level.price()) && Double.isFinite(level.distance()));
            assertThat(view.toString()).doesNotContain("NaN").doesNotContain("Infinity");
        }
    }

    @Test
    void prices_too_large_to_compute_with_are_missing_and_no_error() {
        MarketView view = view(Series.flat(300, Double.MAX_VALUE / 2));
        assertThat(why(view.averages().sma200().value())).isEqualTo("out of range");
        assertThat(view.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    private static LatestPrice price(MarketView view) {
        return Objects.requireNonNull(view.price());
    }

    private static List<Bar> weekdaysUntil(LocalDate last, int n) {
        List<LocalDate> days = Series.weekdays(n, last);
        List<Bar> bars = Series.walk(7, n);
        List<Bar> moved = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Bar bar = bars.get(i);
            moved.add(new Bar(days.get(i), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        }
        return moved;
    }

    private static int indexOf(List<Bar> bars, LocalDate day) {
        return bars.stream().map(Bar::date).toList().indexOf(day);
    }

    private static void spike(List<Bar> bars, int index, double high, double low) {
        bars.set(index, new Bar(bars.get(index).date(), 100, high, low, 100, 1000));
    }
}
