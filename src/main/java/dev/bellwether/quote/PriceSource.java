package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One place that prices come from. Implementations are stateless and may be called from many threads at once; they block
 * the calling (virtual) thread and never throw for what the other side does.
 */
public interface PriceSource {
    /** The name used in the configuration and in {@link Listing#code}, such as {@code yahoo}. */
    String name();

    /**
     * Daily bars from a day to a day, both included, dates rising, prices adjusted for splits but not for dividends.
     *
     * @param now only what was known at this moment is answered: the bar of a day whose session is not over is left out
     */
    Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now);

    /**
     * The latest price.
     *
     * @param now only what was known at this moment is answered
     */
    Priced<Tick> latest(Listing listing, Instant now);

    /**
     * Where a closing price of this source comes from; for bars that were kept from an earlier answer.
     *
     * @param close the moment of that close
     */
    default Provenance closing(Listing listing, Instant close) {
        return new Provenance(name(), close, Duration.ZERO, null, false);
    }
}
