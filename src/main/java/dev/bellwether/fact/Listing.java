package dev.bellwether.fact;

import java.util.Map;

/**
 * One place where an instrument trades.
 *
 * @param symbol the symbol of this listing as people write it, such as {@code 9988.HK}; also its key in the store
 * @param exchange where it trades
 * @param currency ISO 4217 code of its prices, or {@code GBX} for pence
 * @param shares how many ordinary shares one unit stands for: 8 for an ADR that bundles eight, else 1
 * @param codes what a price source calls it, by the source's name; sources not named here use {@code symbol}
 */
public record Listing(String symbol, Exchange exchange, String currency, int shares, Map<String, String> codes) {
    public Listing {
        if (shares < 1) {
            throw new IllegalArgumentException("shares: " + shares);
        }
        codes = Map.copyOf(codes);
    }

    /** What the price source of this name calls the listing. */
    public String code(String source) {
        return codes.getOrDefault(source, symbol);
    }
}
