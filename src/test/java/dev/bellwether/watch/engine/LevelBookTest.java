package dev.bellwether.watch.engine;

import static dev.bellwether.watch.engine.Given.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Exchange;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a book looks at, and between which prices it need not be opened. */
class LevelBookTest {
    private static final Instant NOON = Instant.ofEpochSecond(1000);

    private final Ticker ticker = new Ticker("BABA", Exchange.NYSE, Rates.same());
    private final Side side = ticker.make(Rule.Basis.TICKS);
    private final LevelBook book = new LevelBook(side, Gauge.of(PRICE, Given.constant(0)));
    private final Pass pass = new Pass();
    private final List<Leaf> leaves = new ArrayList<>();

    private LevelBookTest thresholds(double... thresholds) {
        pass.begin(false);
        for (double threshold : thresholds) {
            Condition.Atom atom = new Condition.Compare(PRICE, Relation.AT_LEAST, Given.constant(threshold));
            Leaf leaf = new Leaf(side, atom, book, threshold, threshold);
            leaf.arm(leaves.size());
            book.add(leaf, pass);
            leaves.add(leaf);
        }
        pass.settle();
        return this;
    }

    /** The numbers of the conditions that fire when the value moves; those that are not looked at keep a truth that is wrong on purpose. */
    private long[] move(double value) {
        pass.begin(false);
        book.move(value, pass);
        return pass.settle();
    }

    @Test
    void only_thresholds_between_the_old_and_the_new_value_are_looked_at() {
        thresholds(10, 20, 30, 40, 50);
        move(25);
        for (Leaf leaf : leaves) {
            leaf.truth = Node.UNKNOWN;
        }
        assertThat(move(41)).containsExactly(2, 3);
        assertThat(leaves)
                .extracting(leaf -> leaf.truth)
                .containsExactly(Node.UNKNOWN, Node.UNKNOWN, Node.TRUE, Node.TRUE, Node.UNKNOWN);
        move(30);
        assertThat(leaves.get(3).truth).isEqualTo(Node.FALSE);
        assertThat(leaves.get(1).truth).isEqualTo(Node.UNKNOWN);
    }

    @Test
    void a_value_that_is_missing_makes_everything_unknown() {
        thresholds(10, 20);
        move(15);
        move(Double.NaN);
        assertThat(leaves).extracting(leaf -> leaf.truth).containsOnly(Node.UNKNOWN);
        assertThat(move(25)).containsExactly(0, 1);
    }

    @Test
    void minus_zero_is_zero() {
        thresholds(-0.0, 0.0);
        move(-1);
        assertThat(move(-0.0)).containsExactly(0, 1);
    }

    @Test
    void conditions_at_one_threshold_are_found_and_removed_one_by_one() {
        thresholds(10);
        Condition.Atom below = new Condition.Compare(PRICE, Relation.BELOW, Given.constant(10));
        assertThat(book.find(leaves.getFirst().condition, 10)).isSameAs(leaves.getFirst());
        assertThat(book.find(below, 10)).isNull();
        Leaf second = new Leaf(side, below, book, 10, 10);
        book.add(second, pass);
        pass.settle();
        book.remove(leaves.getFirst());
        assertThat(book.find(below, 10)).isSameAs(second);
        assertThat(book.isEmpty()).isFalse();
        book.remove(second);
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void between_two_thresholds_a_price_is_quiet_and_at_them_it_is_not() {
        thresholds(10, 20, 30);
        move(25);
        Tape tape = new Tape();
        tape.between(0, 2000);
        book.narrow(tape);
        assertThat(tape.holds(20.001, NOON)).isTrue();
        assertThat(tape.holds(29.999, NOON)).isTrue();
        assertThat(tape.holds(20, NOON)).isFalse();
        assertThat(tape.holds(30, NOON)).isFalse();
        assertThat(tape.holds(Double.NaN, NOON)).isFalse();
        assertThat(tape.holds(25, Instant.ofEpochSecond(2000))).isFalse();
        move(30);
        tape.between(0, 2000);
        book.narrow(tape);
        assertThat(tape.holds(30.5, NOON)).isFalse();
    }
}
