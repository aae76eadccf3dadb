package dev.bellwether.watch.rule;

import dev.bellwether.watch.rule.Condition.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one way a rule is written, for the store, for export and to compare: English whatever the chat speaks. */
public final class RuleText {
    private static final Quantity PRICE = Quantity.of(Quantity.Kind.PRICE);

    private RuleText() {}

    /**
     * The rule as text; {@link #read} gives an equal rule again if it is in the form that the parser makes, see {@link Rules#normal(Rule)}.
     */
    public static String of(Rule rule) {
        StringBuilder text = new StringBuilder(of(rule.scope())).append(' ').append(of(rule.when()));
        if (rule.basis() == Rule.Basis.CLOSES && Rules.basis(rule.when()) == Rule.Basis.TICKS) {
            text.append(" on close");
        }
        switch (rule.repeat()) {
            case ONCE -> {}
            case EVERY_TIME -> text.append(" every time");
            case DAILY -> text.append(" daily");
        }
        if (rule.cooldown() != null) {
            text.append(" cooldown ").append(of(rule.cooldown()));
        }
        if (rule.until() != null) {
            text.append(" until ").append(rule.until());
        }
        return rule.note() == null
                ? text.toString()
                : text.append(" note ").append(Quotes.around(rule.note())).toString();
    }

    /**
     * A kept rule. Symbols are not looked up, and its last day may be over.
     *
     * @throws IllegalArgumentException if {@link #of(Rule)} can't have written it
     */
    public static Rule read(String text) {
        try {
            return RuleParser.kept(text);
        } catch (Misread e) {
            throw new IllegalArgumentException("not a kept rule: " + text, e);
        }
    }

    private static String of(Scope scope) {
        return switch (scope) {
            case Scope.Watchlist _ -> "any of watchlist";
            case Scope.Symbols(List<String> symbols) ->
                (symbols.size() > 1 ? "any of " : "")
                        + symbols.stream().map(RuleText::symbol).collect(Collectors.joining(", "));
        };
    }

    /** A symbol that is a word of the language as well has a dollar sign in front, as in {@code $RSI}. */
    static String symbol(String symbol) {
        if (Vocabulary.reserved(symbol.toLowerCase(Locale.ROOT))) {
            return "$" + symbol;
        }
        List<Token> tokens = Lexer.tokens(symbol);
        return tokens.size() == 2 && tokens.getFirst().isWord() ? symbol : Quotes.around(symbol);
    }

    /** A condition as text, as it stands in a rule. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.Any(List<Condition> parts) ->
                parts.stream().map(RuleText::of).collect(Collectors.joining(" or "));
            case Condition.All(List<Condition> parts) ->
                parts.stream()
                        .map(part -> part instanceof Condition.Any ? "(" + of(part) + ")" : of(part))
                        .collect(Collectors.joining(" and "));
            case Condition.Not(Condition part) ->
                part instanceof Condition.Atom ? "not " + of(part) : "not (" + of(part) + ")";
            case Condition.Atom atom -> atom(atom);
        };
    }

    private static String atom(Condition.Atom atom) {
        return switch (atom) {
            case Condition.Compare(Quantity left, Condition.Relation relation, Operand right) ->
                of(left) + " " + sign(relation) + " " + of(right, left);
            case Condition.Crosses(Quantity left, Operand right, Direction direction) ->
                subject(left) + "crosses " + side(direction) + of(right, left);
            case Condition.Closes(Direction direction, Operand level, int times) ->
                "closes " + side(direction) + of(level, PRICE) + times(times);
            case Condition.Within(double percent, Quantity left, Operand right) ->
                subject(left) + "within " + number(percent) + "% of " + of(right, left);
            case Condition.NewExtreme(boolean high) -> "new 52w " + (high ? "high" : "low");
            case Condition.Breakout(boolean confirmed, Direction direction) ->
                "breakout" + (confirmed ? " confirmed" : "") + way(direction);
            case Condition.AverageCross(boolean golden) -> (golden ? "golden" : "death") + " cross";
            case Condition.TargetChanged(Boolean raised) ->
                "target " + (raised == null ? "changed" : raised ? "raised" : "cut");
            case Condition.News(String phrase) -> "news " + Quotes.around(phrase);
            case Condition.EarningsIn(int days) -> "earnings in " + days + "d";
        };
    }

    /** What is crossed by or near to something is the price unless another quantity is named. */
    private static String subject(Quantity left) {
        return left.equals(PRICE) ? "" : of(left) + " ";
    }

    private static String side(Direction direction) {
        return switch (direction) {
            case UP -> "above ";
            case DOWN -> "below ";
            case EITHER -> "";
        };
    }

    private static String way(Direction direction) {
        return switch (direction) {
            case UP -> " up";
            case DOWN -> " down";
            case EITHER -> "";
        };
    }

    private static String times(int times) {
        return switch (times) {
            case 1 -> "";
            case 2 -> " twice";
            default -> " " + times + " times";
        };
    }

    static String sign(Condition.Relation relation) {
        return switch (relation) {
            case ABOVE -> ">";
            case AT_LEAST -> ">=";
            case BELOW -> "<";
            case AT_MOST -> "<=";
        };
    }

    /** A quantity as text, such as {@code sma200}. */
    public static String of(Quantity quantity) {
        return switch (quantity.kind()) {
            case PRICE -> "price";
            case SMA -> "sma" + quantity.length();
            case EMA -> "ema" + quantity.length();
            case HIGH_52W -> "52w high";
            case LOW_52W -> "52w low";
            case DONCHIAN_HIGH -> quantity.length() + "d high";
            case DONCHIAN_LOW -> quantity.length() + "d low";
            case ATR -> "atr";
            case RSI -> "rsi";
            case VOLUME -> "volume";
            case CHANGE -> quantity.period().equals("1d") ? "change" : "change " + quantity.period();
            case PARITY -> "parity";
        };
    }

    private static String of(Operand operand, Quantity left) {
        return switch (operand) {
            case Operand.Measured(Quantity quantity) -> of(quantity);
            case Operand.Constant(double value, String currency) ->
                number(value)
                        + switch (left.kind().unit()) {
                            case MONEY -> currency == null ? "" : " " + currency;
                            case PERCENT -> "%";
                            case TIMES -> "x";
                            case NUMBER -> "";
                        };
        };
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String of(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return minutes / (24 * 60) + "d";
        }
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
    }
}
