package dev.bellwether.fact;

/**
 * The latest price of one listing that a source knows.
 *
 * @param listing the listing's symbol
 * @param price in {@code currency}; always above zero
 * @param currency ISO 4217 code, or {@code GBX}
 * @param provenance the source, the moment of the trade and the source's delay
 */
public record Tick(String listing, double price, String currency, Provenance provenance) {}
