package dev.bellwether.fact;

/** The five steps that the brokers' many names of ratings stand for, best first. */
public enum Stance {
    STRONG_BUY,
    BUY,
    HOLD,
    SELL,
    STRONG_SELL
}
