package dev.bellwether.watch.rule;

import java.util.List;
import java.util.Set;

/** The words of the language, for what was misspelt and for what can't be a symbol. */
final class Vocabulary {
    /** What a condition may begin with. */
    static final List<String> STARTS = List.of(
            "price",
            "closes",
            "crosses",
            "rsi",
            "change",
            "new",
            "breakout",
            "breakdown",
            "confirmed",
            "within",
            "golden",
            "death",
            "parity",
            "premium",
            "discount",
            "target",
            "news",
            "earnings",
            "volume",
            "sma200",
            "sma50",
            "ema12",
            "atr",
            "not",
            "falls",
            "rises",
            "drops",
            "breaks",
            "above",
            "below",
            "gains",
            "loses",
            "donchian");

    /** What may stand between two conditions or behind the last one. */
    static final List<String> CONTINUES =
            List.of("and", "or", "with", "once", "every time", "daily", "cooldown", "until", "note", "on close");

    /** What may follow a quantity. */
    static final List<String> RELATIONS =
            List.of("above", "below", "over", "under", "crosses", "within", "between", "at least", "at most");

    /** Words that no symbol is looked for in, unless it has a {@code $} in front. */
    private static final Set<String> RESERVED = Set.of(
            "price",
            "close",
            "closes",
            "cross",
            "crosses",
            "crossing",
            "rsi",
            "change",
            "new",
            "breakout",
            "breakouts",
            "breakdown",
            "within",
            "golden",
            "death",
            "parity",
            "premium",
            "discount",
            "target",
            "targets",
            "news",
            "earnings",
            "volume",
            "sma",
            "ema",
            "atr",
            "not",
            "falls",
            "rises",
            "drops",
            "breaks",
            "above",
            "below",
            "gains",
            "loses",
            "donchian",
            "any",
            "every",
            "watchlist",
            "and",
            "or",
            "with",
            "once",
            "daily",
            "cooldown",
            "until",
            "note",
            "over",
            "under",
            "between",
            "if",
            "when",
            "up",
            "down",
            "sma200",
            "sma50");

    private Vocabulary() {}

    static boolean reserved(String word) {
        return RESERVED.contains(word);
    }
}
