package dev.bellwether.watch.rule;

import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Quantity.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Rules of every kind, the same for the same seed. */
final class RandomRules {
    private static final Quantity PRICE = Quantity.of(Kind.PRICE);
    private static final List<String> SYMBOLS =
            List.of("BABA", "9988.HK", "BIDU", "JD", "RSI", "^GSPC", "VOD.L", "7203.T");
    private static final List<String> WORDS =
            List.of("Qwen", "buy zone", "a \"b\"", "back\\slash", "阿里巴巴", "(x) and y", "%", "$5", "🚀 up");

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    /** A rule that says what it likes, in no special form. */
    Rule rule() {
        Condition when = condition(random.nextInt(4));
        return new Rule(
                scope(),
                when,
                random.nextBoolean() ? Rule.Basis.CLOSES : Rule.Basis.TICKS,
                pick(Rule.Repeat.values()),
                random.nextInt(3) > 0 ? null : Duration.ofMinutes(1 + random.nextInt(5000)),
                random.nextInt(3) > 0 ? null : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000)),
                random.nextInt(3) > 0 ? null : word());
    }

    /** A rule that the parser can make. */
    Rule normal() {
        return Rules.normal(rule());
    }

    private Scope scope() {
        int count = random.nextInt(4);
        if (count == 0) {
            return new Scope.Watchlist();
        }
        List<String> symbols = new ArrayList<>(SYMBOLS);
        Collections.shuffle(symbols, random);
        return new Scope.Symbols(symbols.subList(0, count));
    }

    Condition condition(int depth) {
        if (depth == 0) {
            return atom();
        }
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.All(List.of(condition(depth - 1), condition(depth - 1)));
            case 1 -> new Condition.Any(List.of(condition(depth - 1), condition(depth - 1)));
            case 2 -> denied(condition(depth - 1));
            default -> atom();
        };
    }

    private static Condition denied(Condition part) {
        return Rules.hasEvents(part) ? part : new Condition.Not(part);
    }

    Condition.Atom atom() {
        return switch (random.nextInt(10)) {
            case 0 -> new Condition.Breakout(random.nextBoolean(), pick(Direction.values()));
            case 1 -> new Condition.NewExtreme(random.nextBoolean());
            case 2 -> new Condition.AverageCross(random.nextBoolean());
            case 3 -> new Condition.TargetChanged(random.nextInt(3) == 0 ? null : random.nextBoolean());
            case 4 -> new Condition.News(word());
            case 5 -> new Condition.EarningsIn(random.nextInt(121));
            case 6 ->
                new Condition.Closes(
                        random.nextBoolean() ? Direction.UP : Direction.DOWN, operand(PRICE), 1 + random.nextInt(20));
            default -> withQuantity(quantity());
        };
    }

    private Condition.Atom withQuantity(Quantity left) {
        return switch (random.nextInt(left.kind().unit() == Quantity.Unit.MONEY ? 3 : 2)) {
            case 0 -> new Condition.Compare(left, pick(Relation.values()), operand(left));
            case 1 -> new Condition.Crosses(left, operand(left), pick(Direction.values()));
            default -> new Condition.Within(0.1 + random.nextInt(400) / 10.0, left, operand(left));
        };
    }

    Quantity quantity() {
        Kind kind = pick(Kind.values());
        return switch (kind) {
            case SMA, EMA, DONCHIAN_HIGH, DONCHIAN_LOW -> Quantity.over(kind, 2 + random.nextInt(399));
            case CHANGE -> Quantity.change(Periods.ALL.get(random.nextInt(Periods.ALL.size())));
            default -> Quantity.of(kind);
        };
    }

    private Operand operand(Quantity left) {
        Quantity other = quantity();
        if (other.kind().unit() == left.kind().unit() && !other.equals(left)) {
            return new Operand.Measured(other);
        }
        return switch (left.kind().unit()) {
            case MONEY -> new Operand.Constant(positive(), random.nextInt(4) == 0 ? "HKD" : null);
            case PERCENT -> new Operand.Constant(random.nextInt(2000) / 10.0 - 99, null);
            case TIMES -> new Operand.Constant(0.1 + random.nextInt(99) / 10.0, null);
            case NUMBER -> new Operand.Constant(1 + random.nextInt(98), null);
        };
    }

    /** Sometimes with more decimals than anybody types. */
    private double positive() {
        return random.nextBoolean() ? 1 + random.nextInt(1_000_000) / 100.0 : Math.exp(random.nextGaussian() * 5);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
