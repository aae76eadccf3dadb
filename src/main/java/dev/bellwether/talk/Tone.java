package dev.bellwether.talk;

/** The mood of a card, which fronts show as a colour or a sign: what moved which way, or how serious it is. */
public enum Tone {
    NEUTRAL,
    UP,
    DOWN,
    NOTICE,
    ERROR
}
