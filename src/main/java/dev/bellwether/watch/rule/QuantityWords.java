package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Quantities and their numbers in words. */
final class QuantityWords {
    private QuantityWords() {}

    /** As a label: "price", "RSI 14", "change 7 d". */
    static Line label(Quantity quantity) {
        return switch (quantity.kind()) {
            case PRICE -> Line.say("rule.label.price");
            case SMA -> Line.of("SMA " + quantity.length());
            case EMA -> Line.of("EMA " + quantity.length());
            case HIGH_52W -> Line.say("rule.label.high");
            case LOW_52W -> Line.say("rule.label.low");
            case DONCHIAN_HIGH -> Line.say("rule.label.channel-high", quantity.length());
            case DONCHIAN_LOW -> Line.say("rule.label.channel-low", quantity.length());
            case ATR -> Line.of("ATR 14");
            case RSI -> Line.of("RSI 14");
            case VOLUME -> Line.say("rule.label.volume");
            case CHANGE -> Line.say("rule.label.change", period(quantity.period()));
            case PARITY -> Line.say("rule.label.parity");
        };
    }

    private static Line period(String period) {
        return switch (period) {
            case "1d" -> Line.say("rule.period.day");
            case "7d" -> Line.say("rule.period.week");
            case "1m" -> Line.say("rule.period.month");
            case "ytd" -> Line.say("rule.period.ytd");
            default -> Line.say("rule.period.year");
        };
    }

    /** A number that was measured, as exact as it is worth showing. */
    static Value measured(Quantity quantity, double value, @Nullable String currency) {
        return switch (quantity.kind().unit()) {
            case MONEY -> currency == null ? new Value.Figure(value, 2, null) : new Value.Price(value, currency);
            case PERCENT ->
                quantity.kind() == Quantity.Kind.CHANGE
                        ? Value.Percent.change(value, quantity.period())
                        : Value.Percent.distance(value);
            case TIMES -> new Value.Figure(value, 1, "x");
            case NUMBER -> new Value.Figure(value, 1, null);
        };
    }

    /** A number that was typed, with all the decimals it was typed with. */
    static Value typed(Quantity quantity, Operand.Constant constant, @Nullable String currency) {
        double value = constant.value();
        int decimals =
                Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
        return switch (quantity.kind().unit()) {
            case MONEY -> money(value, decimals, constant.currency() == null ? currency : constant.currency());
            case PERCENT -> percent(value);
            case TIMES -> new Value.Figure(value, decimals, "x");
            case NUMBER -> new Value.Figure(value, decimals, null);
        };
    }

    /** A percentage as typed. */
    static Value percent(double value) {
        int decimals =
                Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
        return decimals <= 1 ? Value.Percent.share(value) : new Value.Figure(value, decimals, "%");
    }

    private static Value money(double value, int decimals, @Nullable String currency) {
        if (currency == null) {
            return new Value.Figure(value, decimals, null);
        }
        return decimals <= usual(currency)
                ? new Value.Price(value, currency)
                : new Value.Figure(value, decimals, currency);
    }

    private static int usual(String currency) {
        try {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            return 2; // pence, which are no currency of their own
        }
    }
}
