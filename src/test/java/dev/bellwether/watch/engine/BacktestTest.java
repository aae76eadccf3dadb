package dev.bellwether.watch.engine;

import static dev.bellwether.watch.engine.Given.BABA;
import static dev.bellwether.watch.engine.Given.MONDAY;
import static dev.bellwether.watch.engine.Given.above;
import static dev.bellwether.watch.engine.Given.closes;
import static dev.bellwether.watch.engine.Given.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.watch.engine.Backtest.MayFire;
import dev.bellwether.watch.engine.Backtest.Result;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Rule;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a rule would have fired, and what the price did then. */
class BacktestTest {
    private static final TradingCalendar CALENDAR = TradingCalendars.weekdays().of(Exchange.NYSE);

    private static Result run(Condition when, Rule.Basis basis, List<Bar> bars, int from, LocalDate... splits) {
        Backtest.Played played = new Backtest.Played(
                BABA,
                Exchange.NYSE,
                CALENDAR,
                bars,
                Set.of(splits),
                bars.get(from).date());
        return Backtest.run(when, basis, played, Rates.same(), MayFire.always());
    }

    @Test
    void a_bar_is_played_as_opening_nearer_extreme_other_extreme() {
        Session session = CALENDAR.session(MONDAY).orElseThrow();
        assertThat(path(session, new Bar(MONDAY, 10, 12, 9, 11, 1))).containsExactly(10.0, 9.0, 12.0);
        assertThat(path(session, new Bar(MONDAY, 10, 11, 8, 9, 1))).containsExactly(10.0, 11.0, 8.0);
        assertThat(path(session, new Bar(MONDAY, 10, 11, 9, 9, 1))).containsExactly(10.0, 9.0, 11.0);
        assertThat(path(session, new Bar(MONDAY, 10, 12, 10, 9, 1))).containsExactly(10.0, 12.0);
        assertThat(path(session, new Bar(MONDAY, 10, 10, 10, 10, 1))).containsExactly(10.0);
        List<Observation.Priced> prices =
                BarPath.prices(BABA, session, new Bar(MONDAY, 10, 12, 9, 11, 1), Given.source(session.close()));
        assertThat(prices).extracting(Observation.Priced::opening).containsExactly(true, false, false);
        assertThat(prices.get(2).at()).isEqualTo(session.open().plus(Duration.ofMinutes(260)));
        assertThat(prices).allMatch(price -> price.source().asOf().equals(price.at()));
    }

    private static List<Double> path(Session session, Bar bar) {
        return BarPath.prices(BABA, session, bar, Given.source(session.close())).stream()
                .map(Observation.Priced::price)
                .toList();
    }

    @Test
    void an_opening_beyond_the_level_fires_at_the_open_as_a_gap() {
        Result result = run(above(155), Rule.Basis.TICKS, closes(150, 151, 160, 161), 1);
        assertThat(result.fired()).singleElement().satisfies(fired -> {
            assertThat(fired.price()).isEqualTo(160);
            assertThat(fired.gap()).isTrue();
            assertThat(fired.day()).isEqualTo(MONDAY.minusDays(4));
            assertThat(fired.at()).isEqualTo(Exchange.NYSE.opening(fired.day()));
        });
    }

    @Test
    void on_closes_only_the_close_counts() {
        Bar spike = new Bar(MONDAY, 150, 170, 149, 150, 1);
        List<Bar> bars = Given.with(closes(150, 151), spike);
        assertThat(run(above(155), Rule.Basis.CLOSES, bars, 1).fired()).isEmpty();
        assertThat(run(above(155), Rule.Basis.TICKS, bars, 1).fired()).hasSize(1);
    }

    @Test
    void what_is_true_on_the_first_day_has_to_become_false_first_and_bars_before_are_history() {
        double[] closes = new double[40];
        Arrays.setAll(closes, i -> 100 + i);
        assertThat(run(above(110), Rule.Basis.TICKS, closes(closes), 20).fired())
                .isEmpty();
        Condition rsi = is(Quantity.of(Quantity.Kind.RSI), Relation.ABOVE, 70);
        assertThat(run(rsi, Rule.Basis.CLOSES, closes(closes), 20).fired()).isEmpty();
        assertThat(run(rsi, Rule.Basis.CLOSES, closes(closes), 0).fired()).hasSize(1);
    }

    @Test
    void later_prices_are_compared_with_the_price_at_which_it_fired() {
        double[] closes = new double[30];
        Arrays.fill(closes, 100);
        closes[5] = 110; // fires at 110
        closes[6] = 121; // a day later: +10%
        closes[10] = 99; // five days later: -10%
        closes[12] = 110; // fires again; a day later 100: -9.09%, five days later 132: +20%
        closes[17] = 132;
        Result result = run(above(105), Rule.Basis.CLOSES, closes(closes), 1);
        assertThat(result.fired()).extracting(Backtest.Fired::price).containsExactly(110.0, 110.0, 132.0);
        Backtest.Later one = result.later().getFirst();
        assertThat(one.days()).isEqualTo(1);
        assertThat(one.count()).isEqualTo(3);
        assertThat(one.rose()).isEqualTo(1);
        assertThat(Objects.requireNonNull(one.median())).isEqualTo(-100 / 11.0, within(1e-9));
        Backtest.Later twenty = result.later().getLast();
        assertThat(twenty.days()).isEqualTo(20);
        assertThat(twenty.count()).isEqualTo(1);
    }

    @Test
    void nothing_fired_has_no_median() {
        Result result = run(above(1000), Rule.Basis.TICKS, closes(100, 101, 102), 1);
        assertThat(result.fired()).isEmpty();
        assertThat(result.later()).extracting(Backtest.Later::median).containsOnlyNulls();
        assertThat(result.later()).extracting(Backtest.Later::days).containsExactly(1, 5, 20);
    }

    @Test
    void who_may_fire_is_asked_with_the_last_firing_that_was_told() {
        double[] closes = new double[12];
        Arrays.setAll(closes, i -> i % 2 == 0 ? 100 : 110);
        Backtest.Played played = new Backtest.Played(
                BABA,
                Exchange.NYSE,
                CALENDAR,
                closes(closes),
                Set.of(),
                closes(closes).get(1).date());
        MayFire rests = (last, now) -> last == null || now.isAfter(last.plus(Duration.ofDays(3)));
        Result result = Backtest.run(above(105), Rule.Basis.CLOSES, played, Rates.same(), rests);
        assertThat(result.fired()).hasSize(4);
        assertThat(Backtest.run(above(105), Rule.Basis.CLOSES, played, Rates.same(), MayFire.always())
                        .fired())
                .hasSize(6);
    }

    @Test
    void a_split_lets_nothing_fire_and_no_change_span_it() {
        double[] closes = new double[30];
        Arrays.setAll(closes, i -> i < 15 ? 160 : 20);
        closes[13] = 170;
        List<Bar> bars = closes(closes);
        LocalDate split = bars.get(15).date();
        Condition falls = is(Given.PRICE, Relation.BELOW, 150);
        assertThat(run(falls, Rule.Basis.TICKS, bars, 1, split).fired()).isEmpty();
        Result result = run(above(165), Rule.Basis.CLOSES, bars, 1, split);
        assertThat(result.later()).extracting(Backtest.Later::count).containsExactly(1, 0, 0);
    }

    @Test
    void no_bars_are_no_firings() {
        Backtest.Played nothing = new Backtest.Played(BABA, Exchange.NYSE, CALENDAR, List.of(), Set.of(), MONDAY);
        assertThat(Backtest.run(above(1), Rule.Basis.TICKS, nothing, Rates.same(), MayFire.always())
                        .fired())
                .isEmpty();
    }

    @Test
    void bars_don_t_tell_news_or_parities() {
        Condition parity = is(Quantity.of(Quantity.Kind.PARITY), Relation.ABOVE, 2);
        assertThat(Backtest.tellsAll(above(1), false)).isTrue();
        assertThat(Backtest.tellsAll(new Condition.All(List.of(above(1), new Condition.News("x"))), false))
                .isFalse();
        assertThat(Backtest.tellsAll(new Condition.Not(parity), false)).isFalse();
        Condition breakout = new Condition.Breakout(true, Condition.Direction.UP);
        assertThat(Backtest.tellsAll(breakout, false)).isFalse();
        assertThat(Backtest.tellsAll(breakout, true)).isTrue();
    }
}
