package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.rule.Condition.Direction;
import org.jspecify.annotations.Nullable;

/**
 * How far conditions are from being true.
 *
 * @param currency of the listing; null if not known
 */
record ProgressWords(@Nullable String currency) {
    private static final Quantity PRICE = Quantity.of(Quantity.Kind.PRICE);

    Line of(Condition.Atom atom, @Nullable Quantity quantity, @Nullable Double value, @Nullable Double threshold) {
        return switch (atom) {
            case Condition.Compare(Quantity left, Condition.Relation relation, Operand right) ->
                Line.say(
                        "rule.progress.needs",
                        now(left, value),
                        Line.of(RuleText.sign(relation) + " ").then(wanted(right, left, threshold)));
            case Condition.Crosses(Quantity left, Operand right, Direction direction) ->
                crossing(direction, now(left, value), wanted(right, left, threshold));
            case Condition.Closes(Direction direction, Operand level, int times) ->
                closing(direction, times, now(PRICE, value), wanted(level, PRICE, threshold));
            case Condition.Within(double percent, Quantity left, Operand right) ->
                Line.say(
                        "rule.progress.within",
                        now(left, value),
                        QuantityWords.percent(percent),
                        wanted(right, left, threshold));
            default -> waiting(atom, quantity, value, threshold);
        };
    }

    private Line waiting(
            Condition.Atom atom, @Nullable Quantity quantity, @Nullable Double value, @Nullable Double threshold) {
        Line brief = new AtomWords(currency).brief(atom);
        if (quantity == null || value == null) {
            return Line.say("rule.progress.waits", brief);
        }
        Line now = now(quantity, value);
        return threshold == null
                ? Line.say("rule.progress.waits-at", now, brief)
                : Line.say(
                        "rule.progress.waits-for", now, brief, QuantityWords.measured(quantity, threshold, currency));
    }

    private Line now(Quantity quantity, @Nullable Double value) {
        Value shown = value == null ? new Value.Missing("") : QuantityWords.measured(quantity, value, currency);
        return Line.say("rule.progress.now", QuantityWords.label(quantity), shown);
    }

    /** What has to be reached: a number as typed, or the name of a line with its number now. */
    private Line wanted(Operand operand, Quantity left, @Nullable Double threshold) {
        return switch (operand) {
            case Operand.Constant constant -> Line.of(QuantityWords.typed(left, constant, currency));
            case Operand.Measured(Quantity quantity) ->
                threshold == null
                        ? QuantityWords.label(quantity)
                        : Line.say(
                                "rule.progress.line",
                                QuantityWords.label(quantity),
                                QuantityWords.measured(quantity, threshold, currency));
        };
    }

    private static Line crossing(Direction direction, Line now, Line wanted) {
        return switch (direction) {
            case UP -> Line.say("rule.progress.crosses-up", now, wanted);
            case DOWN -> Line.say("rule.progress.crosses-down", now, wanted);
            case EITHER -> Line.say("rule.progress.crosses", now, wanted);
        };
    }

    private static Line closing(Direction direction, int times, Line now, Line wanted) {
        return direction == Direction.UP
                ? Line.count("rule.progress.closes-above", times, now, wanted)
                : Line.count("rule.progress.closes-below", times, now, wanted);
    }
}
