package dev.bellwether.watch.engine;

import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Quantity.Kind;
import dev.bellwether.watch.rule.Quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A number of a listing that has thresholds.
 *
 * @param shape what is made of the quantities
 * @param left the first of them
 * @param right the second; null if there is none
 * @param currency that the thresholds are in; null for the listing's own, or if they are no money
 * @param times over how many closes, for {@link Shape#LOWEST} and {@link Shape#HIGHEST}; else 0
 */
record Gauge(
        Shape shape,
        Quantity left,
        @Nullable Quantity right,
        @Nullable String currency,
        int times) {
    enum Shape {
        /** The left, in {@code currency}. */
        ALONE,
        /** The left less the right. */
        DIFFERENCE,
        /** The difference in percent of the right's size; NaN if that is zero. */
        PERCENT,
        /** The lowest of some last closes, in {@code currency}, or of what each was above the right then. */
        LOWEST,
        /** The highest of them. */
        HIGHEST,
        /** Days until the company reports. */
        REPORT
    }

    private static final Quantity PRICE = Quantity.of(Kind.PRICE);

    /** What a comparison of a quantity with an operand looks at. */
    static Gauge of(Quantity left, Operand right) {
        return switch (right) {
            case Operand.Constant constant -> new Gauge(Shape.ALONE, left, null, currency(left, constant), 0);
            case Operand.Measured(Quantity quantity) -> new Gauge(Shape.DIFFERENCE, left, quantity, null, 0);
        };
    }

    /** What a distance between two quantities looks at. */
    static Gauge percent(Quantity left, Quantity right) {
        return new Gauge(Shape.PERCENT, left, right, null, 0);
    }

    /** What a row of closes beyond a level looks at. */
    static Gauge closes(Direction direction, Operand level, int times) {
        Shape shape = direction == Direction.DOWN ? Shape.HIGHEST : Shape.LOWEST;
        return switch (level) {
            case Operand.Constant constant -> new Gauge(shape, PRICE, null, currency(PRICE, constant), times);
            case Operand.Measured(Quantity quantity) -> new Gauge(shape, PRICE, quantity, null, times);
        };
    }

    static Gauge report() {
        return new Gauge(Shape.REPORT, PRICE, null, null, 0);
    }

    private static @Nullable String currency(Quantity left, Operand.Constant constant) {
        return left.kind().unit() == Unit.MONEY ? constant.currency() : null;
    }

    /** Whether it changes with each price. */
    boolean follows() {
        return switch (shape) {
            case ALONE, DIFFERENCE, PERCENT -> moves(left) || (right != null && moves(right));
            case LOWEST, HIGHEST, REPORT -> false;
        };
    }

    /** Whether it has to do with another listing's price. */
    boolean compares() {
        return left.kind() == Kind.PARITY || (right != null && right.kind() == Kind.PARITY);
    }

    /** Whether its thresholds are amounts of money. */
    boolean money() {
        return switch (shape) {
            case ALONE -> left.kind().unit() == Unit.MONEY;
            case LOWEST, HIGHEST -> right == null;
            case DIFFERENCE, PERCENT, REPORT -> false;
        };
    }

    /** Whether its value is an amount of money. */
    boolean scales() {
        return switch (shape) {
            case ALONE, DIFFERENCE -> left.kind().unit() == Unit.MONEY;
            case LOWEST, HIGHEST -> true;
            case PERCENT, REPORT -> false;
        };
    }

    /** The number from those of its quantities. */
    double combine(double first, double second, double rate) {
        return switch (shape) {
            case ALONE -> first / rate;
            case DIFFERENCE -> first - second;
            case PERCENT -> second == 0 ? Double.NaN : View.rounded((first - second) / Math.abs(second) * 100);
            case LOWEST, HIGHEST, REPORT -> first;
        };
    }

    static boolean moves(Quantity quantity) {
        return quantity.kind() == Kind.PRICE || quantity.kind() == Kind.CHANGE;
    }
}
