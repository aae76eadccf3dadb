package dev.bellwether.watch.engine;

import static dev.bellwether.watch.engine.Given.BABA;
import static dev.bellwether.watch.engine.Given.MONDAY;
import static dev.bellwether.watch.engine.Given.PRICE;
import static dev.bellwether.watch.engine.Given.above;
import static dev.bellwether.watch.engine.Given.bar;
import static dev.bellwether.watch.engine.Given.closes;
import static dev.bellwether.watch.engine.Given.crosses;
import static dev.bellwether.watch.engine.Given.flat;
import static dev.bellwether.watch.engine.Given.is;
import static dev.bellwether.watch.engine.Given.measured;
import static dev.bellwether.watch.engine.Given.priced;
import static dev.bellwether.watch.engine.Given.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Quantity.Kind;
import dev.bellwether.watch.rule.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each condition means, by example. */
class EngineTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final List<Long> NONE = List.of();
    private static final List<Long> ONE = List.of(1L);

    private final Given given = new Given();

    @Test
    void a_state_fires_when_it_becomes_true_and_again_only_after_it_was_false() {
        given.onTicks(1, above(155)).closed(closes(150));
        assertThat(given.prices(154, 155.01, 156, 155, 155.5)).containsExactly(NONE, ONE, NONE, NONE, ONE);
    }

    @Test
    void what_is_true_already_when_it_is_armed_does_not_fire() {
        given.closed(closes(160));
        given.onTicks(1, above(155));
        assertThat(given.prices(161, 154, 156)).containsExactly(NONE, NONE, ONE);
    }

    @Test
    void what_is_true_at_the_first_price_of_all_does_not_fire_either() {
        given.onTicks(1, above(155));
        assertThat(given.prices(161, 154, 156)).containsExactly(NONE, NONE, ONE);
    }

    @Test
    void a_price_on_the_threshold_counts_as_the_relation_says() {
        given.closed(closes(150));
        given.onTicks(1, above(155)).onTicks(2, is(PRICE, Relation.AT_LEAST, 155));
        given.onTicks(3, is(PRICE, Relation.BELOW, 155)).onTicks(4, is(PRICE, Relation.AT_MOST, 155));
        assertThat(given.prices(155, 156, 155, 154))
                .containsExactly(List.of(2L), List.of(1L), List.of(4L), List.of(3L));
    }

    @Test
    void touching_a_level_and_coming_back_is_no_crossing_and_going_on_is_one() {
        given.closed(closes(150));
        given.onTicks(1, crosses(155, Direction.UP)).onTicks(2, crosses(155, Direction.DOWN));
        given.onTicks(3, crosses(155, Direction.EITHER));
        assertThat(given.prices(155, 154, 155, 155, 156, 155, 157, 155, 153))
                .containsExactly(NONE, NONE, NONE, NONE, List.of(1L, 3L), NONE, NONE, NONE, List.of(2L, 3L));
    }

    @Test
    void a_crossing_armed_while_the_price_stands_on_the_level_knows_from_where_it_came() {
        given.closed(closes(150));
        given.prices(154, 155);
        given.onTicks(1, crosses(155, Direction.UP));
        assertThat(given.price(MONDAY, 10, 156)).isEqualTo(ONE);
    }

    @Test
    void an_opening_beyond_the_level_fires_marked_as_a_gap() {
        given.closed(closes(150));
        given.onTicks(1, above(155));
        assertThat(given.engine.observe(priced(BABA, MONDAY, 0, 157)))
                .containsExactly(new Firing(1, BABA, Exchange.NYSE.opening(MONDAY), 157.0, true));
        given.price(MONDAY, 5, 150);
        assertThat(given.engine.observe(priced(BABA, MONDAY, 6, 157)).getFirst().gap())
                .isFalse();
    }

    @Test
    void on_closes_only_the_close_counts() {
        given.onCloses(1, above(155)).closed(closes(150));
        assertThat(given.prices(156, 170)).containsOnly(NONE);
        assertThat(given.closed(with(closes(150), bar(MONDAY, 154)))).isEmpty();
        assertThat(given.closed(with(closes(150), bar(MONDAY, 154), bar(TUESDAY, 156))))
                .isEqualTo(ONE);
    }

    @Test
    void a_close_is_a_price_for_rules_on_every_price() {
        given.onTicks(1, above(155)).closed(closes(150));
        given.prices(154);
        assertThat(given.closed(with(closes(150), bar(MONDAY, 156)))).isEqualTo(ONE);
    }

    @Test
    void closes_beyond_a_level_are_counted_in_a_row() {
        given.onCloses(1, new Condition.Closes(Direction.UP, Given.constant(155), 2));
        given.closed(closes(150, 156, 155));
        assertThat(given.closed(closes(150, 156, 155))).isEmpty();
        List<Bar> bars = with(closes(150, 156, 155), bar(MONDAY, 156));
        assertThat(given.closed(bars)).isEmpty();
        assertThat(given.closed(with(bars, bar(TUESDAY, 156)))).isEqualTo(ONE);
    }

    @Test
    void closes_beyond_a_moving_level_are_compared_with_the_level_of_their_own_day() {
        given.onCloses(1, new Condition.Closes(Direction.UP, measured(Quantity.over(Kind.SMA, 2)), 2));
        // 104 is above its day's mean of 102, but below 107, the mean of the day after.
        List<Bar> bars = closes(100, 100, 104);
        given.closed(bars);
        assertThat(given.closed(with(bars, bar(MONDAY, 110)))).isEqualTo(ONE);
    }

    @Test
    void all_needs_every_part_and_an_event_in_it_fires_only_at_its_moment() {
        Condition cheap = is(PRICE, Relation.BELOW, 160);
        given.closed(closes(150));
        given.onTicks(1, new Condition.All(List.of(crosses(155, Direction.UP), cheap)));
        assertThat(given.prices(165, 150, 156, 157, 150, 158)).containsExactly(NONE, NONE, ONE, NONE, NONE, ONE);
    }

    @Test
    void any_fires_for_an_event_although_another_part_is_true_already() {
        given.closed(closes(150));
        given.onTicks(1, new Condition.Any(List.of(above(155), new Condition.News("Qwen"))));
        assertThat(given.prices(156)).containsExactly(ONE);
        assertThat(given.told("Qwen is out", "")).isEqualTo(ONE);
        assertThat(given.told("Something else", "")).isEmpty();
        assertThat(given.told("Qwen again", "")).isEqualTo(ONE);
    }

    @Test
    void what_is_unknown_is_not_enough_and_its_opposite_neither() {
        Condition rsi = is(Quantity.of(Kind.RSI), Relation.BELOW, 30);
        given.closed(closes(150));
        given.onTicks(1, new Condition.All(List.of(above(155), rsi)));
        given.onTicks(2, new Condition.All(List.of(above(155), new Condition.Not(rsi))));
        given.onTicks(3, new Condition.Any(List.of(above(155), rsi)));
        assertThat(given.prices(156)).containsExactly(List.of(3L));
        assertThat(given.engine.progress(1, BABA).orElseThrow().truth()).isNull();
    }

    @Test
    void a_quantity_is_compared_with_another_that_moves() {
        given.closed(closes(100, 102));
        given.onTicks(1, new Condition.Crosses(PRICE, measured(Quantity.over(Kind.SMA, 2)), Direction.DOWN));
        assertThat(given.prices(101.5, 101, 100.9)).containsExactly(NONE, NONE, ONE);
        // The average is now 101.45, so the close that made it is below it still and 101.6 above.
        assertThat(given.closed(with(closes(100, 102), bar(MONDAY, 100.9)))).isEmpty();
        assertThat(given.price(TUESDAY, 0, 101.6)).isEmpty();
        assertThat(given.price(TUESDAY, 1, 101.4)).isEqualTo(ONE);
    }

    @Test
    void a_change_has_exactly_the_percent_it_says() {
        given.closed(closes(100));
        given.onTicks(1, is(Quantity.change("1d"), Relation.ABOVE, 5));
        given.onTicks(2, is(Quantity.change("1d"), Relation.AT_LEAST, 5));
        assertThat(given.prices(104.99, 105, 105.01)).containsExactly(NONE, List.of(2L), List.of(1L));
    }

    @Test
    void within_holds_at_both_ends_and_not_beyond() {
        given.closed(closes(100));
        given.onTicks(1, new Condition.Within(1, PRICE, Given.constant(200)));
        assertThat(given.prices(197.9, 198, 202, 202.1, 202)).containsExactly(NONE, ONE, NONE, NONE, ONE);
    }

    @Test
    void a_new_extreme_happens_once_a_day_against_the_days_before() {
        given.onTicks(1, new Condition.NewExtreme(true)).onTicks(2, new Condition.NewExtreme(false));
        given.closed(flat(262, 100));
        assertThat(given.prices(101, 101.5, 100, 102, 98)).containsExactly(NONE, ONE, NONE, NONE, List.of(2L));
        List<Bar> bars = with(flat(262, 100), new Bar(MONDAY, 101, 102, 98, 98, 1));
        assertThat(given.closed(bars)).isEmpty();
        assertThat(given.price(TUESDAY, 0, 102)).isEmpty();
        assertThat(given.price(TUESDAY, 1, 102.5)).isEqualTo(ONE);
    }

    @Test
    void a_new_extreme_is_not_known_without_a_year_of_bars() {
        given.onTicks(1, new Condition.NewExtreme(true)).closed(flat(200, 100));
        assertThat(given.prices(100, 150)).containsOnly(NONE);
    }

    @Test
    void averages_cross_at_the_close_that_crosses_them() {
        double[] closes = new double[260];
        java.util.Arrays.setAll(closes, i -> i < 230 ? 200 - i * 0.1 : 177 + (i - 230) * 5.0);
        List<Bar> bars = closes(closes);
        given.onCloses(1, new Condition.AverageCross(true)).onTicks(2, new Condition.AverageCross(true));
        given.onTicks(3, new Condition.AverageCross(false));
        long fired = 0;
        for (int count = 201; count <= bars.size(); count++) {
            List<Long> now = given.closed(bars.subList(0, count));
            assertThat(now).isIn(NONE, List.of(1L, 2L));
            fired += now.size();
        }
        assertThat(fired).isEqualTo(2);
    }

    @Test
    void earnings_are_counted_in_days_of_the_calendar_up_to_the_day_itself() {
        given.onTicks(1, new Condition.EarningsIn(3));
        LocalDate report = MONDAY.plusDays(4);
        assertThat(given.dawned(MONDAY.minusDays(3), null)).isEmpty();
        assertThat(given.dawned(MONDAY, report)).isEmpty();
        assertThat(given.dawned(TUESDAY, report)).isEqualTo(ONE);
        assertThat(given.dawned(report, report)).isEmpty();
        assertThat(given.engine.progress(1, BABA).orElseThrow().truth()).isTrue();
        given.dawned(report.plusDays(1), report);
        assertThat(given.engine.progress(1, BABA).orElseThrow().truth()).isFalse();
    }

    @Test
    void parity_counts_on_both_bases_when_it_is_told() {
        Condition apart = is(Quantity.of(Kind.PARITY), Relation.ABOVE, 2);
        given.onTicks(1, apart).onCloses(2, apart);
        assertThat(given.compared(MONDAY, 3)).isEmpty();
        assertThat(given.compared(MONDAY, 1)).isEmpty();
        assertThat(given.compared(MONDAY, 2.5)).containsExactly(1L, 2L);
        assertThat(given.compared(MONDAY.minusDays(1), 0)).isEmpty();
        assertThat(given.compared(MONDAY, 2.6)).isEmpty();
    }

    @Test
    void an_amount_in_another_currency_is_worth_what_the_rate_says() {
        Given hongKong = new Given(Engine.over(
                symbol -> Exchange.HKEX,
                (listing, currency) -> currency.equals("USD") ? OptionalDouble.of(8) : OptionalDouble.empty()));
        hongKong.closed(closes(150));
        hongKong.onTicks(1, new Condition.Compare(PRICE, Relation.ABOVE, new Operand.Constant(20, "USD")));
        hongKong.onTicks(2, new Condition.Compare(PRICE, Relation.ABOVE, new Operand.Constant(20, "XAU")));
        assertThat(hongKong.prices(160, 160.1)).containsExactly(NONE, ONE);
        assertThat(hongKong.engine
                        .progress(1, BABA)
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .threshold())
                .isEqualTo(160);
        assertThat(hongKong.engine.progress(2, BABA).orElseThrow().truth()).isNull();
    }

    @Test
    void rules_fire_in_the_order_of_their_ids_whatever_they_are_about() {
        given.closed(closes(150));
        given.onTicks(7, above(154))
                .onTicks(3, above(153))
                .onTicks(5, above(154))
                .onTicks(1, crosses(152, Direction.UP));
        assertThat(given.prices(155)).containsExactly(List.of(1L, 3L, 5L, 7L));
    }

    @Test
    void a_rule_is_armed_for_several_listings_and_fires_for_each_by_itself() {
        Engine engine = given.engine;
        engine.arm(1, BABA, above(155), Rule.Basis.TICKS);
        engine.arm(1, "JD", above(30), Rule.Basis.TICKS);
        assertThat(engine.listings()).containsExactly(BABA, "JD");
        engine.observe(priced(BABA, MONDAY, 0, 150));
        engine.observe(priced("JD", MONDAY, 0, 29));
        assertThat(engine.observe(priced("JD", MONDAY, 1, 31)))
                .containsExactly(
                        new Firing(1, "JD", Exchange.NYSE.opening(MONDAY).plusSeconds(60), 31.0, false));
        assertThat(engine.observe(priced(BABA, MONDAY, 1, 156))).hasSize(1);
        engine.disarm(1);
        assertThat(engine.listings()).isEmpty();
        engine.observe(priced(BABA, MONDAY, 2, 150));
        assertThat(engine.observe(priced(BABA, MONDAY, 3, 156))).isEmpty();
    }

    @Test
    void arming_again_takes_the_place_of_what_was_armed_before() {
        given.closed(closes(150));
        given.onTicks(1, above(155)).onTicks(1, above(160));
        assertThat(given.prices(156, 161)).containsExactly(NONE, ONE);
        given.engine.disarm(1);
        assertThat(given.prices(150, 161)).containsOnly(NONE);
        given.engine.disarm(1);
        given.engine.disarm(99);
        assertThat(given.engine.progress(1, BABA)).isEmpty();
    }

    @Test
    void what_nobody_asked_for_fires_nothing() {
        assertThat(given.engine.observe(priced("0700.HK", MONDAY, 0, 500))).isEmpty();
        assertThat(given.engine.listings()).isEmpty();
        assertThat(given.engine.memory("MSFT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_number_that_is_no_price_is_refused_and_changes_nothing(double price) {
        given.onTicks(1, above(155)).closed(closes(150));
        assertThatThrownBy(() -> given.price(MONDAY, 1, price))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BABA");
        assertThatThrownBy(() -> given.closed(with(closes(150), bar(MONDAY, price))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(given.price(MONDAY, 1, 156)).isEqualTo(ONE);
    }

    @Test
    void a_parity_that_is_no_number_and_bars_out_of_order_are_refused() {
        assertThatThrownBy(() -> given.compared(MONDAY, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> given.closed(closes(1, 2).reversed())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> given.onTicks(-1, above(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> given.engine.remember(BABA, "nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> given.engine.remember(BABA, "1 a b c d e f g h i j k l m"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_older_than_what_is_known_is_ignored() {
        given.onTicks(1, above(155)).onCloses(2, above(155));
        List<Bar> bars = closes(150, 151);
        given.closed(bars);
        assertThat(given.price(MONDAY, 10, 154)).isEmpty();
        assertThat(given.price(MONDAY, 9, 156)).isEmpty();
        assertThat(given.price(bars.getLast().date(), 300, 156)).isEmpty();
        assertThat(given.closed(closes(170).subList(0, 1).stream()
                        .map(bar -> bar(bars.getFirst().date(), 170))
                        .toList()))
                .isEmpty();
        assertThat(given.price(MONDAY, 10, 156)).isEqualTo(ONE);
    }

    @Test
    void a_close_that_comes_after_the_next_day_began_is_looked_at_on_closes_alone() {
        given.onTicks(1, above(155)).onCloses(2, above(155));
        given.closed(closes(150));
        assertThat(given.price(TUESDAY, 0, 152)).isEmpty();
        assertThat(given.closed(with(closes(150), bar(MONDAY, 157)))).containsExactly(2L);
        assertThat(given.price(TUESDAY, 1, 156)).containsExactly(1L);
    }

    @Test
    void only_what_changes_something_stirs() {
        given.onTicks(1, above(155)).onTicks(2, above(170)).closed(closes(150));
        given.price(MONDAY, 0, 151);
        assertThat(given.engine.stirred()).as("the first price of a day").isTrue();
        given.price(MONDAY, 1, 154);
        assertThat(given.engine.stirred()).isFalse();
        given.price(MONDAY, 2, 156);
        assertThat(given.engine.stirred()).isTrue();
        given.price(MONDAY, 3, 169);
        assertThat(given.engine.stirred()).isFalse();
        given.price(MONDAY, 4, 150);
        assertThat(given.engine.stirred()).isTrue();
    }

    @Test
    void progress_says_how_far_each_part_is() {
        given.closed(flat(30, 150));
        Condition volume = is(Quantity.of(Kind.VOLUME), Relation.ABOVE, 2);
        given.onTicks(1, new Condition.All(List.of(above(155), volume, new Condition.News("Qwen"))));
        given.prices(152);
        Engine.Progress progress = given.engine.progress(1, BABA).orElseThrow();
        assertThat(progress.truth()).isFalse();
        assertThat(progress.parts())
                .containsExactly(
                        new Engine.Part((Condition.Atom) above(155), false, PRICE, 152.0, 155.0),
                        new Engine.Part((Condition.Atom) volume, false, Quantity.of(Kind.VOLUME), 1.0, 2.0),
                        new Engine.Part(new Condition.News("Qwen"), false, null, null, null));
    }

    @Test
    void the_same_condition_may_be_a_part_twice() {
        given.closed(closes(150));
        Condition twice = new Condition.Any(List.of(above(155), above(160)));
        given.onTicks(1, new Condition.All(List.of(twice, twice))).onTicks(2, twice);
        assertThat(given.prices(156)).containsExactly(List.of(1L, 2L));
        given.engine.disarm(1);
        given.engine.disarm(2);
        given.onTicks(3, twice);
        given.prices(150);
        assertThat(given.price(MONDAY, 20, 150)).isEmpty();
        assertThat(given.price(MONDAY, 21, 156)).containsExactly(3L);
    }
}
