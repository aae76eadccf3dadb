package dev.bellwether.watch.engine;

import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;

/** What a split does to conditions: amounts of money are divided by its factor, everything else stays. */
public final class Rebasing {
    private static final MathContext DIGITS = new MathContext(8);

    private Rebasing() {}

    /** Is told of each condition that was changed. */
    @FunctionalInterface
    interface Listener {
        void rebased(Leaf leaf);
    }

    /**
     * The condition in the new scale of prices, amounts to eight digits.
     *
     * @param factor old price by new price: 8 for a split 8:1
     */
    public static Condition rebase(Condition condition, double factor) {
        return switch (condition) {
            case Condition.All(var parts) ->
                new Condition.All(
                        parts.stream().map(part -> rebase(part, factor)).toList());
            case Condition.Any(var parts) ->
                new Condition.Any(
                        parts.stream().map(part -> rebase(part, factor)).toList());
            case Condition.Not(Condition part) -> new Condition.Not(rebase(part, factor));
            case Condition.Compare(Quantity left, var relation, Operand right) ->
                new Condition.Compare(left, relation, rebase(left, right, factor));
            case Condition.Crosses(Quantity left, Operand right, var direction) ->
                new Condition.Crosses(left, rebase(left, right, factor), direction);
            case Condition.Within(double percent, Quantity left, Operand right) ->
                new Condition.Within(percent, left, rebase(left, right, factor));
            case Condition.Closes(var direction, Operand level, int times) ->
                new Condition.Closes(direction, rebase(Quantity.of(Quantity.Kind.PRICE), level, factor), times);
            case Condition.Atom atom -> atom;
        };
    }

    private static Operand rebase(Quantity left, Operand right, double factor) {
        return right instanceof Operand.Constant(double value, String currency)
                        && left.kind().unit() == Quantity.Unit.MONEY
                ? new Operand.Constant(amount(value, factor), currency)
                : right;
    }

    private static double amount(double value, double factor) {
        return new BigDecimal(value / factor).round(DIGITS).doubleValue();
    }

    /** The threshold of a condition, or the lower end of the range in which it is true. */
    static double low(Condition.Atom condition) {
        return switch (condition) {
            case Condition.Compare(var _, var _, Operand right) -> constant(right);
            case Condition.Crosses(var _, Operand right, var _) -> constant(right);
            case Condition.Closes(var _, Operand level, var _) -> constant(level);
            case Condition.Within(double percent, var _, Operand.Constant(double middle, var _)) ->
                View.rounded(middle - Math.abs(middle) * percent / 100);
            case Condition.Within(double percent, var _, Operand.Measured _) -> -percent;
            default -> 0;
        };
    }

    /** The same as {@link #low}, or the upper end of the range. */
    static double high(Condition.Atom condition) {
        return switch (condition) {
            case Condition.Within(double percent, var _, Operand.Constant(double middle, var _)) ->
                View.rounded(middle + Math.abs(middle) * percent / 100);
            case Condition.Within(double percent, var _, Operand.Measured _) -> percent;
            case Condition.EarningsIn(int days) -> days;
            default -> low(condition);
        };
    }

    private static double constant(Operand right) {
        return right instanceof Operand.Constant(double value, var _) ? value : 0;
    }
}
