package dev.bellwether.watch.engine;

import dev.bellwether.watch.engine.Engine.Part;
import dev.bellwether.watch.engine.Engine.Progress;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how far a condition is from being true. */
final class Gauging {
    private static final Quantity PRICE = Quantity.of(Kind.PRICE);

    private Gauging() {}

    static Progress progress(Node node) {
        List<Part> parts = new ArrayList<>();
        collect(node, parts);
        return new Progress(truth(node.truth), parts);
    }

    private static void collect(Node node, List<Part> parts) {
        switch (node) {
            case Joint joint -> {
                for (Node part : joint.parts) {
                    collect(part, parts);
                }
            }
            case Leaf leaf -> parts.add(part(leaf));
        }
    }

    private static Part part(Leaf leaf) {
        View view = leaf.side.view();
        return switch (leaf.condition) {
            case Condition.Compare(Quantity left, var _, Operand right) -> numbers(leaf, left, right, view);
            case Condition.Crosses(Quantity left, Operand right, var _) -> numbers(leaf, left, right, view);
            case Condition.Within(var _, Quantity left, Operand right) -> numbers(leaf, left, right, view);
            case Condition.Closes(var _, Operand level, var _) -> {
                Part now = numbers(leaf, PRICE, level, view);
                yield new Part(
                        leaf.condition, now.truth(), PRICE, number(leaf.side.ticker.closes.latest), now.threshold());
            }
            case Condition.NewExtreme(boolean high) ->
                numbers(leaf, PRICE, measured(Quantity.of(high ? Kind.HIGH_52W : Kind.LOW_52W)), view);
            case Condition.AverageCross _ ->
                numbers(leaf, Quantity.over(Kind.SMA, 50), measured(Quantity.over(Kind.SMA, 200)), view);
            case Condition.EarningsIn _, Condition.Breakout _, Condition.TargetChanged _, Condition.News _ ->
                new Part(leaf.condition, truth(leaf.truth), null, null, null);
        };
    }

    private static Operand measured(Quantity quantity) {
        return new Operand.Measured(quantity);
    }

    private static Part numbers(Leaf leaf, Quantity left, Operand right, View view) {
        double threshold = switch (right) {
            case Operand.Measured(Quantity quantity) -> view.value(quantity);
            case Operand.Constant(double value, var _) -> leaf.book == null ? value : value * leaf.book.rate();
        };
        return new Part(leaf.condition, truth(leaf.truth), left, number(view.value(left)), number(threshold));
    }

    private static @Nullable Boolean truth(byte truth) {
        return truth == Node.UNKNOWN ? null : (Boolean) (truth == Node.TRUE);
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
