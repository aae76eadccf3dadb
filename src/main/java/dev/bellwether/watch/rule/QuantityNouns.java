package dev.bellwether.watch.rule;

import dev.bellwether.talk.Line;

/** Quantities as nouns in a sentence. */
final class QuantityNouns {
    private QuantityNouns() {}

    /** As what something is said of: "the price", "the change over 7 days". */
    static Line subject(Quantity quantity) {
        return switch (quantity.kind()) {
            case PRICE -> Line.say("rule.the.price");
            case SMA -> Line.say("rule.the.sma", quantity.length());
            case EMA -> Line.say("rule.the.ema", quantity.length());
            case HIGH_52W -> Line.say("rule.the.high");
            case LOW_52W -> Line.say("rule.the.low");
            case DONCHIAN_HIGH -> Line.say("rule.the.channel-high", quantity.length());
            case DONCHIAN_LOW -> Line.say("rule.the.channel-low", quantity.length());
            case ATR -> Line.say("rule.the.atr");
            case RSI -> Line.say("rule.the.rsi");
            case VOLUME -> Line.say("rule.the.volume");
            case CHANGE -> subjectChange(quantity.period());
            case PARITY -> Line.say("rule.the.parity");
        };
    }

    private static Line subjectChange(String period) {
        return switch (period) {
            case "1d" -> Line.say("rule.the.change.day");
            case "7d" -> Line.say("rule.the.change.week");
            case "1m" -> Line.say("rule.the.change.month");
            case "ytd" -> Line.say("rule.the.change.ytd");
            default -> Line.say("rule.the.change.year");
        };
    }

    /** As what it is compared with, which is another case of the noun in German. */
    static Line object(Quantity quantity) {
        return switch (quantity.kind()) {
            case PRICE -> Line.say("rule.at.price");
            case SMA -> Line.say("rule.at.sma", quantity.length());
            case EMA -> Line.say("rule.at.ema", quantity.length());
            case HIGH_52W -> Line.say("rule.at.high");
            case LOW_52W -> Line.say("rule.at.low");
            case DONCHIAN_HIGH -> Line.say("rule.at.channel-high", quantity.length());
            case DONCHIAN_LOW -> Line.say("rule.at.channel-low", quantity.length());
            case ATR -> Line.say("rule.at.atr");
            case RSI -> Line.say("rule.at.rsi");
            case VOLUME -> Line.say("rule.at.volume");
            case CHANGE -> objectChange(quantity.period());
            case PARITY -> Line.say("rule.at.parity");
        };
    }

    private static Line objectChange(String period) {
        return switch (period) {
            case "1d" -> Line.say("rule.at.change.day");
            case "7d" -> Line.say("rule.at.change.week");
            case "1m" -> Line.say("rule.at.change.month");
            case "ytd" -> Line.say("rule.at.change.ytd");
            default -> Line.say("rule.at.change.year");
        };
    }
}
