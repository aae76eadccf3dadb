package dev.bellwether.watch.level;

import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;

/** What levels are called when people read of them. */
final class LevelWords {
    private LevelWords() {}

    /** As the object of going above or below: "the 200-day average". */
    static Line object(WatchedLevel level, boolean upward) {
        Value price = price(level);
        return switch (level.kind()) {
            case HIGH_52W -> Line.say("breakout.the.year.high");
            case LOW_52W -> Line.say("breakout.the.year.low");
            case SMA_50 -> Line.say("breakout.the.average", "50");
            case SMA_200 -> Line.say("breakout.the.average", "200");
            case DONCHIAN_20_HIGH -> Line.say("breakout.the.channel.high");
            case DONCHIAN_20_LOW -> Line.say("breakout.the.channel.low");
            case SWING_HIGHS, SWING_LOWS, SWINGS ->
                upward ? Line.say("breakout.the.resistance", price) : Line.say("breakout.the.support", price);
            case PRESS, MEMBER -> Line.say("breakout.the.level", price);
        };
    }

    /** In a list: "SMA 200". */
    static Line name(WatchedLevel level) {
        return switch (level.kind()) {
            case HIGH_52W -> Line.say("market.level.high");
            case LOW_52W -> Line.say("market.level.low");
            case SMA_50 -> Line.of("SMA 50");
            case SMA_200 -> Line.of("SMA 200");
            case DONCHIAN_20_HIGH -> Line.say("market.level.donchian.high");
            case DONCHIAN_20_LOW -> Line.say("market.level.donchian.low");
            case SWING_HIGHS -> Line.say("market.level.swings.high");
            case SWING_LOWS -> Line.say("market.level.swings.low");
            case SWINGS -> Line.say("market.level.swings.both");
            case PRESS -> Line.say("breakout.named.press", level.named());
            case MEMBER -> Line.say("breakout.named.here");
        };
    }

    /** The same with its price. */
    static Line priced(WatchedLevel level) {
        return Line.say("breakout.priced", name(level), price(level));
    }

    static Value price(WatchedLevel level) {
        return new Value.Price(level.price(), level.currency());
    }
}
