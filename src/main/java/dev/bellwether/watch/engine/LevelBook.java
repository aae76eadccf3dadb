package dev.bellwether.watch.engine;

import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds of one number of one listing in their order, and which conditions wait at each.
 *
 * <p>Between two thresholds nothing can change. So a new value looks at the thresholds from the old value to the new one, both included
 * since a value may come to stand on a threshold or leave it, and at no other; where the number was or becomes missing, it looks at all.
 * Conditions that wait at the same threshold stand together, each once however many rules have it.
 *
 * <p>For numbers that follow the price the book also says between which prices nothing can change ({@link #narrow}): the price is compared
 * with these two numbers and the book is not opened. They are drawn together by a share that is larger than any rounding on the way from
 * a threshold back to a price, so that a price near a threshold is always looked at.
 */
final class LevelBook {
    private static final double ROUNDING = 1e-9;

    final Gauge gauge;
    private final Side side;
    private final TreeMap<Double, Leaf[]> thresholds = new TreeMap<>();

    /** What the quantities' values are made of while only the price changes, see {@link View#base}. */
    private double left;

    private double right;

    /** How much of the listing's currency the thresholds' currency is worth. */
    private double rate = 1;

    private double value = Double.NaN;

    LevelBook(Side side, Gauge gauge) {
        this.side = side;
        this.gauge = gauge;
    }

    double value() {
        return value;
    }

    double rate() {
        return rate;
    }

    boolean isEmpty() {
        return thresholds.isEmpty();
    }

    /** The condition that waits here already; null if there is none. */
    @Nullable
    Leaf find(Condition.Atom condition, double low) {
        for (Leaf leaf : thresholds.getOrDefault(key(low), NONE)) {
            if (leaf.condition.equals(condition)) {
                return leaf;
            }
        }
        return null;
    }

    private static final Leaf[] NONE = {};

    private static double key(double threshold) {
        return threshold + 0.0; // -0.0 is 0.0
    }

    /** Adds a condition, which takes its truth from the present value. */
    void add(Leaf leaf, Pass pass) {
        put(leaf);
        look(leaf, pass);
    }

    private void put(Leaf leaf) {
        put(leaf.low, leaf);
        if (leaf.high != leaf.low) {
            put(leaf.high, leaf);
        }
    }

    private void put(double threshold, Leaf leaf) {
        thresholds.merge(key(threshold), new Leaf[] {leaf}, (before, added) -> {
            Leaf[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = leaf;
            return after;
        });
    }

    void remove(Leaf leaf) {
        remove(leaf.low, leaf);
        if (leaf.high != leaf.low) {
            remove(leaf.high, leaf);
        }
    }

    private void remove(double threshold, Leaf leaf) {
        thresholds.computeIfPresent(key(threshold), (at, before) -> {
            Leaf[] after = Arrays.stream(before).filter(each -> each != leaf).toArray(Leaf[]::new);
            return after.length == 0 ? null : after;
        });
    }

    /** Takes what is known now, all of which may have changed. */
    void refresh(View view, double newRate, double[] row, Pass pass) {
        prepare(view, newRate, row);
        move(at(view.price()), pass);
    }

    /** The same for a book without conditions. */
    void start(View view, double newRate, double[] row) {
        prepare(view, newRate, row);
        value = at(view.price());
    }

    private void prepare(View view, double newRate, double[] row) {
        rate = newRate;
        switch (gauge.shape()) {
            case ALONE, DIFFERENCE, PERCENT -> {
                left = view.base(gauge.left());
                right = gauge.right() == null ? 0 : view.base(gauge.right());
            }
            case LOWEST -> left = Arrays.stream(row).min().orElse(Double.NaN);
            case HIGHEST -> left = Arrays.stream(row).max().orElse(Double.NaN);
            case REPORT -> left = view.days();
        }
    }

    /** The number at a price. */
    double at(double price) {
        return switch (gauge.shape()) {
            case ALONE, DIFFERENCE, PERCENT ->
                gauge.combine(
                        View.value(gauge.left().kind(), left, price),
                        gauge.right() == null ? 0 : View.value(gauge.right().kind(), right, price),
                        rate);
            case LOWEST, HIGHEST, REPORT -> left;
        };
    }

    /** Takes a new value and looks at what stands between it and the old one. */
    void move(double next, Pass pass) {
        double before = value;
        value = next + 0.0;
        if (Double.isNaN(before) && Double.isNaN(next)) {
            return;
        }
        boolean all = Double.isNaN(before) || Double.isNaN(next);
        NavigableMap<Double, Leaf[]> between = all
                ? thresholds
                : thresholds.subMap(Math.min(key(before), value), true, Math.max(key(before), value), true);
        for (Leaf[] leaves : between.values()) {
            for (Leaf leaf : leaves) {
                look(leaf, pass);
            }
        }
    }

    private void look(Leaf leaf, Pass pass) {
        switch (leaf.condition) {
            case Condition.Compare(var _, Relation relation, var _) ->
                pass.become(leaf, truth(stands(relation, leaf.low)));
            case Condition.Closes(Direction direction, var _, var _) ->
                pass.become(leaf, truth(direction == Direction.DOWN ? value < leaf.low : value > leaf.low));
            case Condition.Within _, Condition.EarningsIn _ ->
                pass.become(leaf, truth(leaf.low <= value && value <= leaf.high));
            case Condition.Crosses(var _, var _, Direction direction) -> cross(leaf, direction, pass);
            case Condition.AverageCross(boolean golden) -> cross(leaf, golden ? Direction.UP : Direction.DOWN, pass);
            default -> throw new IllegalStateException("has no threshold: " + leaf.condition);
        }
    }

    private byte truth(boolean holds) {
        return Double.isNaN(value) ? Node.UNKNOWN : Node.of(holds);
    }

    private boolean stands(Relation relation, double threshold) {
        return switch (relation) {
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
        };
    }

    private void cross(Leaf leaf, Direction direction, Pass pass) {
        byte now = sideOf(value, leaf.low);
        byte from = leaf.from;
        leaf.from = now == 0 && !Double.isNaN(value) ? side.cameFrom(this, leaf.low) : now;
        pass.stir();
        if (now * from < 0 && (direction == Direction.EITHER || (direction == Direction.UP) == (now > 0))) {
            pass.happen(leaf);
        }
    }

    /** 1 above, -1 below, 0 if equal or not known. */
    static byte sideOf(double value, double threshold) {
        if (value > threshold) {
            return 1;
        }
        return (byte) (value < threshold ? -1 : 0);
    }

    /** Draws the two prices between which nothing changes together, for a book that follows the price. */
    void narrow(Quiet quiet) {
        if (Double.isNaN(value) || thresholds.isEmpty()) {
            return;
        }
        if (thresholds.containsKey(value) || !invertible()) {
            quiet.never();
            return;
        }
        Double below = thresholds.lowerKey(value);
        Double above = thresholds.higherKey(value);
        boolean rising = Gauge.moves(gauge.left());
        Double lower = rising ? below : above;
        if (lower != null) {
            double price = priceAt(lower);
            quiet.above(price + Math.abs(price) * ROUNDING);
        }
        Double upper = rising ? above : below;
        if (upper != null) {
            double price = priceAt(upper);
            quiet.below(price - Math.abs(price) * ROUNDING);
        }
    }

    /** Whether one of the quantities alone follows the price, in a straight line. */
    private boolean invertible() {
        return switch (gauge.shape()) {
            case ALONE -> true;
            case DIFFERENCE -> Gauge.moves(gauge.left()) != (gauge.right() != null && Gauge.moves(gauge.right()));
            case PERCENT -> gauge.left().kind() == Kind.PRICE && gauge.right() != null && !Gauge.moves(gauge.right());
            case LOWEST, HIGHEST, REPORT -> false;
        };
    }

    private double priceAt(double threshold) {
        return switch (gauge.shape()) {
            case ALONE -> unscaled(gauge.left().kind(), left, threshold * rate);
            case DIFFERENCE ->
                gauge.right() != null && Gauge.moves(gauge.right())
                        ? unscaled(gauge.right().kind(), right, left - threshold)
                        : unscaled(gauge.left().kind(), left, right + threshold);
            case PERCENT -> right + Math.abs(right) * threshold / 100;
            case LOWEST, HIGHEST, REPORT -> throw new IllegalStateException("follows no price: " + gauge);
        };
    }

    private static double unscaled(Kind kind, double base, double value) {
        return kind == Kind.CHANGE ? base * (1 + value / 100) : value;
    }

    /**
     * Changes amounts of money to another scale; what was true stays so.
     *
     * @param valueToo whether the value is in the old scale; else everything is looked at when it is known next
     */
    void rebase(double factor, boolean valueToo, Rebasing.Listener listener) {
        if (!valueToo) {
            value = Double.NaN;
        } else if (gauge.scales()) {
            value /= factor;
        }
        if (!gauge.money()) {
            return;
        }
        Leaf[] leaves =
                thresholds.values().stream().flatMap(Arrays::stream).distinct().toArray(Leaf[]::new);
        thresholds.clear();
        for (Leaf leaf : leaves) {
            leaf.condition = (Condition.Atom) Rebasing.rebase(leaf.condition, factor);
            leaf.low = Rebasing.low(leaf.condition);
            leaf.high = Rebasing.high(leaf.condition);
            put(leaf);
            listener.rebased(leaf);
        }
    }
}
