package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Optional;

/** Reads one condition. Where no quantity is named, the price is meant. */
final class AtomReader {
    private static final Quantity PRICE = Quantity.of(Quantity.Kind.PRICE);

    private final Cursor cursor;
    private final QuantityReader quantities;
    private final OperandReader operands;
    private final RelationReader relations;
    private final EventReader events;
    private final boolean alone;

    /** What was compared last, so that "rsi < 30 or > 70" needs no second "rsi". */
    private Quantity subject = PRICE;

    /** @param alone whether the listing has no other one to be compared with */
    AtomReader(Cursor cursor, Monies monies, boolean alone) {
        this.cursor = cursor;
        this.quantities = new QuantityReader(cursor);
        this.operands = new OperandReader(cursor, quantities, monies);
        this.relations = new RelationReader(cursor, operands);
        this.events = new EventReader(cursor, quantities);
        this.alone = alone;
    }

    /** A condition; one that stands for two, such as "between", has parts. */
    Condition read() {
        Optional<Condition> event = events.read();
        if (event.isPresent()) {
            return event.get();
        }
        Token first = cursor.peek();
        if (cursor.take("closes", "close", "closing", "closed")) {
            return closing();
        }
        if (first.is("discount")) {
            return discount();
        }
        Optional<Quantity> quantity = quantities.read();
        if (quantity.isPresent()) {
            checkParity(quantity.get(), first);
            subject = quantity.get();
            return relations.after(subject);
        }
        if (relations.begins()) {
            return relations.after(first.kind() == Token.Kind.SIGN ? subject : PRICE);
        }
        throw nothing(first);
    }

    private Misread nothing(Token first) {
        if (first.isEnd()) {
            return cursor.missing(
                    Line.say(
                            "rule.condition.missing",
                            Line.empty().code("price > 155"),
                            Line.empty().code("rsi < 30"),
                            Line.empty().code("breakout")),
                    List.of("price >", "rsi < 30", "breakout"));
        }
        if (first.isNumber() || (first.isWord() && Monies.currency(first.text()).isPresent())) {
            return new Misread(first, Line.say("rule.number.first", Line.empty().code("price > 155")));
        }
        if (first.is("all-time", "ath", "record")) {
            return new Misread(first, Line.say("rule.extreme.period"));
        }
        if (Vocabulary.CONTINUES.contains(first.text()) || first.is("every", "always", "on", ")", ",")) {
            return new Misread(
                    first.start(), first.start(), Line.say("rule.condition.before", cursor.shown(first)), List.of());
        }
        return cursor.unknown(Vocabulary.STARTS);
    }

    private Condition closing() {
        boolean up = cursor.take("above", "over", ">");
        if (!up && !cursor.take("below", "under", "<")) {
            throw cursor.wrong(Line.say("rule.closes.side"), List.of("above", "below"));
        }
        Operand level = operands.read(PRICE);
        return new Condition.Closes(up ? Condition.Direction.UP : Condition.Direction.DOWN, level, Times.read(cursor));
    }

    private Condition discount() {
        Quantity parity = Quantity.of(Quantity.Kind.PARITY);
        checkParity(parity, cursor.next());
        if (!cursor.take(">", "above", "over")) {
            throw cursor.wrong(Line.say("rule.discount", Line.empty().code("discount > 2%")), List.of(">"));
        }
        double below = operands.constant(parity).value();
        return new Condition.Compare(parity, Condition.Relation.BELOW, new Operand.Constant(-below, null));
    }

    private void checkParity(Quantity quantity, Token spot) {
        if (quantity.kind() == Quantity.Kind.PARITY && alone) {
            throw new Misread(spot, Line.say("rule.parity.alone"));
        }
    }
}
