package dev.bellwether.analyst;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.quote.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings targets to the price of one listing. A target in Hong Kong dollars is for the share in Hong Kong: for an ADR that
 * bundles eight it counts eight times, and is then changed with the rate of the day. A currency in which no listing trades is
 * taken to be for one unit of the reference.
 */
public final class Conversion {
    private final Instrument instrument;
    private final Listing reference;
    private final Rates rates;
    private final Instant at;

    /** @param reference the listing whose price targets are compared with */
    public Conversion(Instrument instrument, Listing reference, Rates rates, Instant at) {
        this.instrument = instrument;
        this.reference = reference;
        this.rates = rates;
        this.at = at;
    }

    /** The listing whose price targets are compared with. */
    public Listing reference() {
        return reference;
    }

    /**
     * A target as a price of the reference.
     *
     * @param amount in the reference's currency
     * @param rate the exchange rate that was used; null if none was needed
     * @param assumed whether no currency was printed and that of the main listing was taken
     */
    public record Converted(double amount, Rates.@Nullable Rate rate, boolean assumed) {}

    /**
     * Converts a target.
     *
     * @param currency ISO 4217 code or {@code GBX}; null if none was printed
     * @return empty if no exchange rate is known
     */
    public Optional<Converted> of(BigDecimal target, @Nullable String currency) {
        Listing main = instrument.primary();
        String from = currency == null ? main.currency() : currency;
        Listing meant = Stream.concat(Stream.of(reference), instrument.listings().stream())
                .filter(listing -> listing.currency().equals(from))
                .findFirst()
                .orElse(reference);
        double units = target.doubleValue() / meant.shares() * reference.shares();
        if (from.equals(reference.currency())) {
            return Optional.of(new Converted(units, null, currency == null));
        }
        return rates.rate(from, reference.currency(), at)
                .map(rate -> new Converted(units * rate.value(), rate, currency == null));
    }
}
