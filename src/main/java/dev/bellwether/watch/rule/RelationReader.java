package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a quantity: how it is compared, crossed, or near to something. */
final class RelationReader {
    private static final String[] CROSSING = {"crosses", "cross", "crossing", "crossed", "breaks", "break", "passes"};
    private static final String[] MOVING = {"moves", "move", "goes", "gets"};
    private static final String[] RISING = {"rises", "rise", "climbs", "jumps", "gains", "gain", "up"};
    private static final String[] FALLING = {"falls", "fall", "drops", "drop", "sinks", "dips", "slips", "loses", "down"
    };

    private final Cursor cursor;
    private final OperandReader operands;

    RelationReader(Cursor cursor, OperandReader operands) {
        this.cursor = cursor;
        this.operands = operands;
    }

    /** Whether a relation begins at the next token. */
    boolean begins() {
        int before = cursor.position();
        Token first = cursor.peek();
        boolean compared = first.is("=", "!=", "equals") || relation() != null;
        cursor.back(before);
        boolean directed = first.is("up", "down");
        return compared
                || first.is("between", "within", "near")
                || first.is(CROSSING)
                || first.is(MOVING)
                || (!directed && (first.is(RISING) || first.is(FALLING)))
                || (directed && cursor.peek(1).isNumber());
    }

    /** The condition, whose quantity was read already. */
    Condition after(Quantity left) {
        cursor.take("is", "was", "has");
        Token first = cursor.peek();
        if (first.is("=", "!=", "equals", "reaches", "hits", "touches")) {
            throw new Misread(first, Line.say("rule.equal"), List.of(">=", "<=", "crosses"));
        }
        if (cursor.take("between")) {
            return between(left);
        }
        if (first.is("within")) {
            return within(left, cursor.next());
        }
        if (first.is("near")) {
            throw new Misread(first, Line.say("rule.near"), List.of("within 1% of"));
        }
        Relation relation = relation();
        return relation == null ? moving(left) : compared(left, relation);
    }

    private @Nullable Relation relation() {
        if (cursor.take(">", "above", "over", "exceeds") || than("more", "greater", "higher")) {
            return Relation.ABOVE;
        }
        if (cursor.take(">=") || cursor.takeAll("at", "least")) {
            return Relation.AT_LEAST;
        }
        if (cursor.take("<", "below", "under") || than("less", "lower", "fewer")) {
            return Relation.BELOW;
        }
        return cursor.take("<=") || cursor.takeAll("at", "most") ? Relation.AT_MOST : null;
    }

    private boolean than(String... words) {
        for (String word : words) {
            if (cursor.takeAll(word, "than")) {
                return true;
            }
        }
        return false;
    }

    private Condition compared(Quantity left, Relation relation) {
        Operand right = operands.read(left);
        boolean mayFollow = left.equals(Quantity.change("1d")) && right instanceof Operand.Constant;
        Optional<String> period = mayFollow ? Periods.read(cursor) : Optional.empty();
        return new Condition.Compare(period.map(Quantity::change).orElse(left), relation, right);
    }

    private Condition between(Quantity left) {
        Token first = cursor.peek();
        Operand.Constant low = operands.constant(left);
        if (!cursor.take("and", "to")) {
            throw cursor.wrong(Line.say("rule.between"), List.of("and"));
        }
        Operand.Constant high = operands.constant(left);
        if (low.value() >= high.value()) {
            throw new Misread(first.start(), cursor.lastEnd(), Line.say("rule.between.order"), List.of());
        }
        return new Condition.All(List.of(
                new Condition.Compare(left, Relation.AT_LEAST, low),
                new Condition.Compare(left, Relation.AT_MOST, high)));
    }

    private Condition within(Quantity left, Token word) {
        if (left.kind().unit() != Quantity.Unit.MONEY) {
            throw new Misread(word, Line.say("rule.within.unit"));
        }
        double percent = operands.nearness();
        if (!cursor.take("of", "from")) {
            throw cursor.wrong(Line.say("rule.within.of", Line.empty().code("within 1% of 52w high")), List.of("of"));
        }
        return new Condition.Within(percent, left, operands.read(left));
    }

    private Condition moving(Quantity left) {
        Token verb = cursor.peek();
        boolean crossing = cursor.take(CROSSING);
        Direction meant = crossing || cursor.take(MOVING) ? Direction.EITHER : rising();
        if (meant == null) {
            throw cursor.wrong(Line.say("rule.relation", RuleReading.of(left)), missing(left));
        }
        Direction side = side();
        if (side != null && meant != Direction.EITHER && side != meant) {
            throw new Misread(verb.start(), cursor.lastEnd(), Line.say("rule.direction"), List.of());
        }
        if (side != null || crossing) {
            return new Condition.Crosses(left, operands.read(left), side == null ? meant : side);
        }
        return moved(left, meant, verb);
    }

    private static List<String> missing(Quantity left) {
        return switch (left.kind()) {
            case RSI -> List.of("< 30", "> 70");
            case CHANGE -> List.of("> 5%", "< -5%");
            case PARITY -> List.of("> 2%", "< -2%");
            case VOLUME -> List.of("> 2x");
            case HIGH_52W, LOW_52W, PRICE, SMA, EMA, DONCHIAN_HIGH, DONCHIAN_LOW, ATR -> List.of(">", "<");
        };
    }

    private @Nullable Direction rising() {
        if (cursor.take(RISING)) {
            return Direction.UP;
        }
        return cursor.take(FALLING) ? Direction.DOWN : null;
    }

    private @Nullable Direction side() {
        cursor.take("through", "past");
        if (cursor.take("above", "over", "up", "upward", "upwards")) {
            cursor.take("through", "past");
            return Direction.UP;
        }
        boolean down = cursor.take("below", "under", "down", "downward", "downwards");
        if (down) {
            cursor.take("through", "past");
        }
        return down ? Direction.DOWN : null;
    }

    /** "falls 5%", "rises more than 5% in 7d", "moves 5%": the change over a period. */
    private Condition moved(Quantity left, Direction way, Token verb) {
        boolean ofPrice = left.kind() == Quantity.Kind.PRICE;
        cursor.take("by");
        boolean more = than("more") || cursor.take(">");
        cursor.takeAll("at", "least");
        boolean percent =
                cursor.peek(1).is("%", "percent", "pct") || cursor.peek().text().endsWith("pct");
        if (!ofPrice || !percent) {
            throw new Misread(
                    verb.start(),
                    verb.end(),
                    Line.say("rule.moves", cursor.shown(verb), Line.empty().code("falls 5%")),
                    ofPrice ? List.of(cursor.typed(verb) + " above", cursor.typed(verb) + " below") : List.of());
        }
        Token first = cursor.peek();
        double size = operands.percentNumber();
        if (size <= 0 || size >= 100) {
            throw new Misread(first.start(), cursor.lastEnd(), Line.say("rule.moves.range"), List.of());
        }
        Quantity change = Quantity.change(Periods.read(cursor).orElse("1d"));
        Condition up = compared(change, more ? Relation.ABOVE : Relation.AT_LEAST, size);
        Condition down = compared(change, more ? Relation.BELOW : Relation.AT_MOST, -size);
        return switch (way) {
            case UP -> up;
            case DOWN -> down;
            case EITHER -> new Condition.Any(List.of(up, down));
        };
    }

    private static Condition compared(Quantity change, Relation relation, double percent) {
        return new Condition.Compare(change, relation, new Operand.Constant(percent, null));
    }
}
