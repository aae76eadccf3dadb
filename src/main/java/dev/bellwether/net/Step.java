package dev.bellwether.net;

/** What one answer leads to: the end, or another address to ask. */
sealed interface Step {
    /** The end. */
    record Done(Fetched fetched) implements Step {}

    /** A redirect to follow. */
    record Next(Hop hop) implements Step {}
}
