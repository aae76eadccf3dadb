package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
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
}
