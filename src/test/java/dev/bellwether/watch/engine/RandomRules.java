package dev.bellwether.watch.engine;

import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Conditions of every kind around a price of 100, with numbers so round that they are often met exactly. */
final class RandomRules {
    private final Random random;

    private final boolean mixed;

    RandomRules(Random random, boolean mixed) {
        this.random = random;
        this.mixed = mixed;
    }

    Condition any(int depth) {
        if (depth == 0 || random.nextInt(10) < 6) {
            return random.nextInt(10) < 6 ? state() : event();
        }
        return joint(depth, false);
    }

    private Condition joint(int depth, boolean statesOnly) {
        List<Condition> parts = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(part(depth - 1, statesOnly));
        }
        return random.nextBoolean() ? new Condition.All(parts) : new Condition.Any(parts);
    }

    private Condition part(int depth, boolean statesOnly) {
        return switch (random.nextInt(6)) {
            case 0 -> new Condition.Not(depth > 0 && random.nextBoolean() ? joint(depth, true) : state());
            case 1 -> depth > 0 ? joint(depth, statesOnly) : state();
            case 2, 3 -> statesOnly ? state() : event();
            default -> state();
        };
    }

    private Condition state() {
        return switch (random.nextInt(12)) {
            case 0 -> new Condition.Closes(direction(2), level(), 1 + random.nextInt(3));
            case 1 -> within();
            case 2 -> new Condition.EarningsIn(random.nextInt(6));
            default -> {
                Quantity left = quantity();
                yield new Condition.Compare(left, pick(Relation.values()), operand(left));
            }
        };
    }

    private Condition within() {
        Quantity left = money();
        double percent = pick(0.0, 0.5, 1.0, 2.0, 5.0);
        return new Condition.Within(percent, left, random.nextBoolean() ? amount() : new Operand.Measured(money()));
    }

    private Condition event() {
        return switch (random.nextInt(mixed ? 12 : 5)) {
            case 0 -> new Condition.NewExtreme(random.nextBoolean());
            case 1 -> mixed ? new Condition.AverageCross(random.nextBoolean()) : new Condition.NewExtreme(true);
            case 2 -> new Condition.News(pick("Qwen", "chip ban", "results"));
            case 3 -> new Condition.TargetChanged(pick(true, false, null));
            case 4 -> new Condition.Breakout(random.nextBoolean(), direction(3));
            default -> {
                Quantity left = quantity();
                yield new Condition.Crosses(left, operand(left), direction(3));
            }
        };
    }

    private Operand operand(Quantity left) {
        return switch (left.kind()) {
            case RSI -> constant(pick(30.0, 50.0, 70.0));
            case VOLUME -> constant(pick(0.5, 1.0, 2.0));
            case ATR -> constant(pick(0.5, 1.0, 2.0));
            case CHANGE, PARITY ->
                mixed && random.nextInt(4) == 0
                        ? new Operand.Measured(random.nextBoolean() ? change() : Quantity.of(Kind.PARITY))
                        : constant(random.nextInt(9) - 4);
            default -> random.nextInt(3) > 0 ? amount() : new Operand.Measured(money());
        };
    }

    private Operand level() {
        return random.nextBoolean() ? amount() : new Operand.Measured(money());
    }

    private Operand amount() {
        double value = 90 + random.nextInt(41) * 0.5;
        return random.nextInt(10) == 0 ? new Operand.Constant(value / 2, "EUR") : constant(value);
    }

    private static Operand constant(double value) {
        return new Operand.Constant(value, null);
    }

    private Quantity quantity() {
        return switch (random.nextInt(8)) {
            case 0 -> change();
            case 1 -> Quantity.of(pick(Kind.RSI, Kind.VOLUME, Kind.PARITY, Kind.ATR));
            case 2, 3 -> money();
            default -> Quantity.of(Kind.PRICE);
        };
    }

    private Quantity change() {
        return Quantity.change(pick("1d", "7d", "1m", "ytd", "12m"));
    }

    private Quantity money() {
        return switch (random.nextInt(7)) {
            case 0 -> Quantity.over(Kind.SMA, pick(1, 2, 3, 5, 10, 50));
            case 1 -> Quantity.over(Kind.EMA, pick(1, 3, 10));
            case 2 -> Quantity.of(Kind.HIGH_52W);
            case 3 -> Quantity.of(Kind.LOW_52W);
            case 4 -> Quantity.over(Kind.DONCHIAN_HIGH, pick(2, 5, 20));
            case 5 -> Quantity.over(Kind.DONCHIAN_LOW, pick(2, 5, 20));
            default -> Quantity.of(Kind.PRICE);
        };
    }

    private Direction direction(int of) {
        return List.of(Direction.UP, Direction.DOWN, Direction.EITHER).get(random.nextInt(of));
    }

    @SafeVarargs
    final <T extends @org.jspecify.annotations.Nullable Object> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
