package dev.bellwether.quote;

import dev.bellwether.fact.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Exchange rates. Implementations may be called from many threads at once and never throw for what the other side does. */
public interface Rates {
    /**
     * One exchange rate.
     *
     * @param from ISO 4217 code, or {@code GBX} for pence
     * @param to ISO 4217 code, or {@code GBX}
     * @param value how many units of {@code to} one unit of {@code from} is worth
     * @param date the day for which the rate was set
     * @param provenance who set it and when
     */
    record Rate(String from, String to, double value, LocalDate date, Provenance provenance) {}

    /**
     * The last rate that was known at a moment.
     *
     * @param from ISO 4217 code, or {@code GBX} for pence
     * @param to ISO 4217 code, or {@code GBX}
     * @return empty if a currency is not known or no rate had been set by then
     */
    Optional<Rate> rate(String from, String to, Instant at);
}
