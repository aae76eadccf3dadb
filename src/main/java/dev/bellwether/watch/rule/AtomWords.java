package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import org.jspecify.annotations.Nullable;

/**
 * Conditions in words: as clauses that follow a "when", and short, for lists.
 *
 * @param currency in which amounts are; null if the listings of the rule have several
 */
record AtomWords(@Nullable String currency) {
    private static final Quantity PRICE = Quantity.of(Quantity.Kind.PRICE);

    /** "the price is above $155". */
    Line clause(Condition.Atom atom) {
        return switch (atom) {
            case Condition.Compare(Quantity left, Relation relation, Operand right) ->
                left.kind() == Quantity.Kind.VOLUME
                        ? usual(relation, QuantityNouns.subject(left), object(right, left))
                        : compared(relation, QuantityNouns.subject(left), object(right, left));
            case Condition.Crosses(Quantity left, Operand right, Direction direction) ->
                crosses(direction, QuantityNouns.subject(left), object(right, left));
            case Condition.Closes(Direction direction, Operand level, int times) ->
                direction == Direction.UP
                        ? Line.count("rule.when.closes-above", times, object(level, PRICE))
                        : Line.count("rule.when.closes-below", times, object(level, PRICE));
            case Condition.Within(double percent, Quantity left, Operand right) ->
                Line.say(
                        "rule.when.within",
                        QuantityNouns.subject(left),
                        QuantityWords.percent(percent),
                        object(right, left));
            case Condition.NewExtreme(boolean high) ->
                high ? Line.say("rule.when.new-high") : Line.say("rule.when.new-low");
            case Condition.Breakout(boolean confirmed, Direction direction) -> breakout(confirmed, direction);
            case Condition.AverageCross(boolean golden) ->
                golden ? Line.say("rule.when.golden") : Line.say("rule.when.death");
            case Condition.TargetChanged(Boolean raised) -> target(raised);
            case Condition.News(String phrase) -> Line.say("rule.when.news", new Value.Words(phrase));
            case Condition.EarningsIn(int days) ->
                days == 0 ? Line.say("rule.when.earnings-today") : Line.count("rule.when.earnings", days);
        };
    }

    private static Line compared(Relation relation, Line left, Line right) {
        return switch (relation) {
            case ABOVE -> Line.say("rule.when.above", left, right);
            case AT_LEAST -> Line.say("rule.when.at-least", left, right);
            case BELOW -> Line.say("rule.when.below", left, right);
            case AT_MOST -> Line.say("rule.when.at-most", left, right);
        };
    }

    private static Line usual(Relation relation, Line left, Line right) {
        return switch (relation) {
            case ABOVE -> Line.say("rule.when.above-usual", left, right);
            case AT_LEAST -> Line.say("rule.when.at-least-usual", left, right);
            case BELOW -> Line.say("rule.when.below-usual", left, right);
            case AT_MOST -> Line.say("rule.when.at-most-usual", left, right);
        };
    }

    private static Line crosses(Direction direction, Line left, Line right) {
        return switch (direction) {
            case UP -> Line.say("rule.when.crosses-up", left, right);
            case DOWN -> Line.say("rule.when.crosses-down", left, right);
            case EITHER -> Line.say("rule.when.crosses", left, right);
        };
    }

    private static Line breakout(boolean confirmed, Direction direction) {
        return switch (direction) {
            case UP -> confirmed ? Line.say("rule.when.confirmed-up") : Line.say("rule.when.breakout-up");
            case DOWN -> confirmed ? Line.say("rule.when.confirmed-down") : Line.say("rule.when.breakout-down");
            case EITHER -> confirmed ? Line.say("rule.when.confirmed") : Line.say("rule.when.breakout");
        };
    }

    private static Line target(@Nullable Boolean raised) {
        if (raised == null) {
            return Line.say("rule.when.target");
        }
        return raised ? Line.say("rule.when.target-raised") : Line.say("rule.when.target-cut");
    }

    private Line object(Operand operand, Quantity left) {
        return switch (operand) {
            case Operand.Measured(Quantity quantity) -> QuantityNouns.object(quantity);
            case Operand.Constant constant -> Line.of(QuantityWords.typed(left, constant, currency));
        };
    }

    /** "RSI 14 < 30". */
    Line brief(Condition.Atom atom) {
        return switch (atom) {
            case Condition.Compare(Quantity left, Relation relation, Operand right) ->
                Line.say("rule.short.compare", QuantityWords.label(left), RuleText.sign(relation), label(right, left));
            case Condition.Crosses(Quantity left, Operand right, Direction direction) ->
                crossesBriefly(direction, QuantityWords.label(left), label(right, left));
            case Condition.Closes(Direction direction, Operand level, int times) ->
                direction == Direction.UP
                        ? Line.count("rule.short.closes-above", times, label(level, PRICE))
                        : Line.count("rule.short.closes-below", times, label(level, PRICE));
            case Condition.Within(double percent, Quantity left, Operand right) ->
                Line.say(
                        "rule.short.within",
                        QuantityWords.label(left),
                        QuantityWords.percent(percent),
                        label(right, left));
            case Condition.NewExtreme(boolean high) ->
                high ? Line.say("rule.short.new-high") : Line.say("rule.short.new-low");
            case Condition.Breakout(boolean confirmed, Direction direction) -> breakoutBriefly(confirmed, direction);
            case Condition.AverageCross(boolean golden) ->
                golden ? Line.say("rule.short.golden") : Line.say("rule.short.death");
            case Condition.TargetChanged(Boolean raised) -> targetBriefly(raised);
            case Condition.News(String phrase) -> Line.say("rule.short.news", new Value.Words(phrase));
            case Condition.EarningsIn(int days) ->
                days == 0 ? Line.say("rule.short.earnings-today") : Line.count("rule.short.earnings", days);
        };
    }

    private static Line crossesBriefly(Direction direction, Line left, Line right) {
        return switch (direction) {
            case UP -> Line.say("rule.short.crosses-up", left, right);
            case DOWN -> Line.say("rule.short.crosses-down", left, right);
            case EITHER -> Line.say("rule.short.crosses", left, right);
        };
    }

    private static Line breakoutBriefly(boolean confirmed, Direction direction) {
        Line what = confirmed ? Line.say("rule.short.confirmed") : Line.say("rule.short.breakout");
        return switch (direction) {
            case UP -> Line.say("rule.short.up", what);
            case DOWN -> Line.say("rule.short.down", what);
            case EITHER -> what;
        };
    }

    private static Line targetBriefly(@Nullable Boolean raised) {
        if (raised == null) {
            return Line.say("rule.short.target");
        }
        return raised ? Line.say("rule.short.target-raised") : Line.say("rule.short.target-cut");
    }

    private Line label(Operand operand, Quantity left) {
        return switch (operand) {
            case Operand.Measured(Quantity quantity) -> QuantityWords.label(quantity);
            case Operand.Constant constant -> Line.of(QuantityWords.typed(left, constant, currency));
        };
    }
}
