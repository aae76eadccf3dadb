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
import static dev.bellwether.watch.engine.Given.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A split changes the scale of prices: rules go with it, nothing fires by it, and owners are told. */
class SplitsTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Given given = new Given();

    private void armAround(double price) {
        given.onTicks(1, above(price + 5)).onTicks(2, is(PRICE, Relation.BELOW, price - 5));
        given.onCloses(3, new Condition.Closes(Direction.DOWN, Given.constant(price - 5), 2));
        given.onTicks(4, new Condition.Compare(PRICE, Relation.ABOVE, measured(Quantity.over(Kind.SMA, 5))));
        given.onTicks(5, new Condition.All(List.of(crosses(price - 5, Direction.DOWN), above(1))));
    }

    @Test
    void bars_that_come_back_rescaled_rebase_everything_and_nothing_fires() {
        given.closed(flat(30, 160));
        armAround(160);
        assertThat(given.closed(flat(30, 20))).isEmpty();
        assertThat(given.engine.rebased()).extracting(Rebased::alert).containsExactly(1L, 2L, 3L, 5L);
        assertThat(given.engine.rebased())
                .allMatch(told -> told.factor() == 8 && told.listing().equals(BABA));
        assertThat(given.engine.stirred()).isTrue();
        assertThat(given.prices(20, 20.6)).containsExactly(List.of(), List.of(4L));
        assertThat(given.price(MONDAY, 9, 20.7)).containsExactly(1L);
        assertThat(given.price(MONDAY, 10, 19.3)).containsExactly(2L, 5L);
        assertThat(given.engine.rebased()).isEmpty();
        assertThat(given.engine
                        .progress(1, BABA)
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .threshold())
                .isEqualTo(20.625);
    }

    @Test
    void a_split_that_the_first_price_of_its_day_shows_rebases_before_that_price_counts() {
        given.closed(flat(30, 160), MONDAY);
        armAround(160);
        assertThat(given.price(MONDAY, 0, 20.1)).isEqualTo(List.of(4L));
        assertThat(given.engine.rebased()).hasSize(4).allMatch(told -> told.factor() == 8);
        assertThat(given.price(MONDAY, 1, 19.3)).containsExactly(2L, 5L);
        // The day's bar comes while those before it are still in the old scale.
        assertThat(given.closed(with(flat(30, 160), bar(MONDAY, 20)), MONDAY)).isEmpty();
        assertThat(given.engine.rebased()).isEmpty();
        assertThat(given.closed(with(flat(30, 20), bar(MONDAY, 20)))).isEmpty();
        assertThat(given.engine.rebased()).isEmpty();
        assertThat(given.price(TUESDAY, 0, 20.7)).containsExactly(1L, 4L);
    }

    @Test
    void a_split_that_only_the_bar_of_its_day_shows_rebases_then() {
        given.closed(flat(30, 160));
        armAround(160);
        assertThat(given.closed(with(flat(30, 160), bar(MONDAY, 20)), MONDAY)).isEmpty();
        assertThat(given.engine.rebased()).hasSize(4);
        assertThat(given.price(TUESDAY, 0, 20.7)).containsExactly(1L, 4L);
    }

    @Test
    void a_day_without_the_expected_jump_rebases_nothing() {
        given.closed(flat(30, 160), MONDAY);
        armAround(160);
        assertThat(given.price(MONDAY, 0, 154)).containsExactly(2L, 5L);
        assertThat(given.engine.rebased()).isEmpty();
    }

    @Test
    void one_corrected_close_is_no_split() {
        given.closed(closes(150, 151, 80));
        given.onTicks(1, above(155));
        given.closed(closes(150, 151, 160));
        assertThat(given.engine.rebased()).isEmpty();
    }

    @Test
    void a_restart_on_the_day_of_the_split_changes_nothing() {
        given.closed(flat(30, 160), MONDAY);
        armAround(160);
        given.price(MONDAY, 0, 20.1);
        Given restarted = new Given(Engine.over(symbol -> Exchange.NYSE, Rates.same()));
        restarted.closed(flat(30, 160), MONDAY);
        restarted.engine.remember(BABA, given.engine.memory(BABA));
        restarted.onTicks(1, Rebasing.rebase(above(165), 8));
        List<Bar> bars = with(flat(30, 160), bar(MONDAY, 20));
        assertThat(restarted.closed(bars, MONDAY)).isEmpty();
        assertThat(restarted.engine.rebased()).isEmpty();
        assertThat(restarted.price(TUESDAY, 0, 20.7)).containsExactly(1L);
    }

    @Test
    void only_amounts_of_money_are_changed() {
        Condition change = is(Quantity.change("1d"), Relation.ABOVE, 5);
        Condition within = new Condition.Within(2, PRICE, Given.constant(155));
        Condition all = new Condition.All(List.of(
                change,
                new Condition.Not(above(155)),
                within,
                new Condition.Any(List.of(new Condition.News("Qwen"), crosses(3, Direction.UP)))));
        assertThat(Rebasing.rebase(all, 3))
                .isEqualTo(new Condition.All(List.of(
                        change,
                        new Condition.Not(above(51.666667)),
                        new Condition.Within(2, PRICE, Given.constant(51.666667)),
                        new Condition.Any(List.of(new Condition.News("Qwen"), crosses(1, Direction.UP))))));
    }

    @Test
    void a_ratio_is_the_round_one_that_is_nearest() {
        assertThat(Scales.ratio(160, 20.4)).isEqualTo(8);
        assertThat(Scales.ratio(20, 161)).isEqualTo(1 / 8.0);
        assertThat(Scales.ratio(150, 99)).isEqualTo(1.5);
        assertThat(Scales.ratio(100, 1.3)).isEqualTo(1);
    }
}
