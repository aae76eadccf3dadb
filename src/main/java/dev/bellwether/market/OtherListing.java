package dev.bellwether.market;

import dev.bellwether.quote.Rates;
import org.jspecify.annotations.Nullable;

/**
 * Another listing of the same company beside the one that was asked for.
 *
 * @param snapshot its price; always there
 * @param parity what it implies for the listing that was asked for; its measures are missing without a rate
 * @param rate the exchange rate that was used; null if both trade in one currency or none is known
 */
public record OtherListing(Snapshot snapshot, Parity parity, Rates.@Nullable Rate rate) {}
