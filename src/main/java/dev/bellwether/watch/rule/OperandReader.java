package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a quantity is compared with: another quantity or a number in the right unit. */
final class OperandReader {
    private static final double LARGEST = 1e12;
    private static final double MOST_PERCENT = 10_000;
    private static final double MOST_TIMES = 1_000;

    /** Further away nothing is near. */
    private static final double MOST_WITHIN = 50;

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d[\\d.,']*");

    private final Cursor cursor;
    private final QuantityReader quantities;
    private final Monies monies;

    OperandReader(Cursor cursor, QuantityReader quantities, Monies monies) {
        this.cursor = cursor;
        this.quantities = quantities;
        this.monies = monies;
    }

    /** A number, or another quantity of the same unit. */
    Operand read(Quantity left) {
        cursor.take("the", "its", "a");
        Token first = cursor.peek();
        Optional<Quantity> quantity = quantities.read();
        if (quantity.isEmpty()) {
            return constant(left);
        }
        Quantity right = quantity.get();
        if (right.kind().unit() != left.kind().unit()) {
            throw spot(first, Line.say("rule.unit.differs", RuleReading.of(left), RuleReading.of(right)));
        }
        if (right.equals(left)) {
            throw spot(first, Line.say("rule.same", RuleReading.of(left)));
        }
        return new Operand.Measured(right);
    }

    /** A number in the unit of a quantity. */
    Operand.Constant constant(Quantity left) {
        return switch (left.kind().unit()) {
            case MONEY -> money();
            case PERCENT -> new Operand.Constant(percent(left), null);
            case TIMES -> new Operand.Constant(times(), null);
            case NUMBER -> new Operand.Constant(index(), null);
        };
    }

    private Operand.Constant money() {
        Token first = cursor.peek();
        Optional<String> before = first.isNumber() ? Optional.empty() : takeCurrency();
        Numeral number = number(Line.say("rule.number.money"), List.of());
        Optional<String> stated = before.or(() -> Monies.currency(number.before()))
                .or(() -> Monies.currency(number.after()))
                .or(this::takeCurrency);
        if (cursor.peek().is("%", "percent", "pct")) {
            cursor.skip(1);
            throw spot(first, Line.say("rule.percent.price", Line.empty().code("change > 5%")));
        }
        boolean clear =
                number.after().isEmpty() || Monies.currency(number.after()).isPresent();
        if (!clear) {
            throw spot(first, Line.say("rule.unit.money", Shown.text(number.after())));
        }
        if (number.value() <= 0 || number.value() > LARGEST) {
            throw spot(first, Line.say("rule.price.range"));
        }
        return monies.amount(number.value(), stated.orElse(null), first.start(), cursor.lastEnd());
    }

    private Optional<String> takeCurrency() {
        Optional<String> currency =
                cursor.peek().isWord() ? Monies.currency(cursor.peek().text()) : Optional.empty();
        cursor.skip(currency.isPresent() ? 1 : 0);
        return currency;
    }

    private double percent(Quantity left) {
        Token first = cursor.peek();
        double value = percentNumber();
        double least = left.kind() == Quantity.Kind.CHANGE || left.kind() == Quantity.Kind.PARITY ? -100 : 0;
        if (value <= least || value > MOST_PERCENT) {
            throw spot(first, Line.say("rule.percent.range"));
        }
        return value;
    }

    /** A number with or without its sign of percent. */
    double percentNumber() {
        Token first = cursor.peek();
        Numeral number = number(Line.say("rule.number.percent"), List.of("5%"));
        boolean plain = number.before().isEmpty()
                && (number.after().isEmpty() || number.after().equals("pct"));
        if (!plain
                || (cursor.peek().isWord()
                        && Monies.currency(cursor.peek().text()).isPresent())) {
            throw spot(first, Line.say("rule.unit.percent"));
        }
        cursor.take("%", "percent", "pct");
        return number.value();
    }

    /** How near "within" means. */
    double nearness() {
        Token first = cursor.peek();
        double percent = percentNumber();
        if (percent <= 0 || percent > MOST_WITHIN) {
            throw spot(first, Line.say("rule.within.range", (int) MOST_WITHIN));
        }
        return percent;
    }

    private double times() {
        Token first = cursor.peek();
        Numeral number = number(Line.say("rule.number.times"), List.of("2x"));
        boolean plain = number.before().isEmpty()
                && (number.after().isEmpty() || number.after().equals("x"));
        if (!plain || cursor.peek().is("%") || number.value() <= 0 || number.value() > MOST_TIMES) {
            throw spot(first, Line.say("rule.volume.range"), "2x");
        }
        cursor.take("x", "times");
        cursor.take("the", "its");
        cursor.take("average", "avg", "usual", "normal");
        return number.value();
    }

    private double index() {
        Token first = cursor.peek();
        Numeral number = number(Line.say("rule.number.rsi"), List.of("30", "70"));
        boolean plain = number.before().isEmpty()
                && number.after().isEmpty()
                && !cursor.peek().is("%");
        if (!plain || number.value() <= 0 || number.value() >= 100) {
            throw spot(first, Line.say("rule.rsi.range"));
        }
        return number.value();
    }

    /** Takes a number. */
    private Numeral number(Line wanted, List<String> instead) {
        Token token = cursor.peek();
        Optional<Numeral> number = token.isWord() ? Numeral.of(token.text()) : Optional.empty();
        if (number.isEmpty()) {
            boolean digits = token.isWord() && DIGITS.matcher(token.text()).matches();
            throw digits
                    ? spot(token, Line.say("rule.number.odd", cursor.shown(token)))
                    : cursor.wrong(wanted, instead);
        }
        cursor.skip(1);
        return number.get();
    }

    /** Something is wrong from a token to the one taken last. */
    private Misread spot(Token first, Line sentence, String... instead) {
        int end = Math.max(first.end(), cursor.lastEnd());
        return new Misread(first.start(), end, sentence, List.of(instead));
    }
}
