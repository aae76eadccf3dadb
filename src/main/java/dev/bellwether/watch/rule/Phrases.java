package dev.bellwether.watch.rule;

import java.util.List;

/** What is offered to those who type a rule, likeliest first. Where a quote stands at the end, words follow. */
final class Phrases {
    static final List<String> ALL = List.of(
            // conditions
            "price > ", "price < ", "breakout", "breakout confirmed", "closes above ", "closes below ", "crosses above ",
            "crosses below ", "rsi < 30", "rsi > 70", "change > 5%", "change < -5%", "change 7d > 10%", "change 7d < -10%",
            "new 52w high", "new 52w low", "within 1% of 52w high", "golden cross", "death cross", "volume > 2x", "news \"",
            "earnings in 3d", "target changed", "target raised", "target cut", "parity > 2%", "falls 5%", "rises 5%",
            "drops below ", "rises above ", "not ",
            // what a condition goes on with
            "sma200", "sma50", "52w high", "52w low", "20d high", "20d low", "ema20", "cross", "changed", "raised", "cut", "in 3d",
            "> ", "< ", ">= ", "<= ", "above ", "below ", "of 52w high", "30", "70", "5%", "-5%", "2x", "up", "down", "confirmed",
            "twice", "3 times",
            // what a rule goes on with
            "and ", "or ", "with volume > 2x", "every time", "daily", "once", "cooldown 6h", "cooldown 1d", "until ", "note \"",
            "on close", "time", "6h", "close");

    private Phrases() {}
}
