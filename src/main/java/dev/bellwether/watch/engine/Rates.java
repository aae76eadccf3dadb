package dev.bellwether.watch.engine;

import java.util.OptionalDouble;

/** What other currencies are worth, for rules that state an amount in one. */
@FunctionalInterface
public interface Rates {
    /**
     * How much of the listing's currency one unit of a currency is worth; 1 for its own. Asked when a rule is armed and at each
     * close, not at each price.
     *
     * @param listing its symbol
     * @param currency ISO 4217 code, or {@code GBX}
     * @return above zero; empty if not known, and conditions that need it are then unknown
     */
    OptionalDouble rate(String listing, String currency);

    /** Takes every stated currency for the listing's own. */
    static Rates same() {
        return (listing, currency) -> OptionalDouble.of(1);
    }
}
