package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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

    /** How many listings one question for latest prices may name, see {@link #latestOf}; at least 1. */
    default int batch() {
        return 1;
    }

    /**
     * The latest prices of several listings, at most {@link #batch}, in one question.
     *
     * @param now only what was known at this moment is answered
     * @return an answer for each listing, in their order
     */
    default List<Priced<Tick>> latestOf(List<Listing> listings, Instant now) {
        return listings.stream().map(listing -> latest(listing, now)).toList();
    }

    /**
     * The prices within days that are not over or just over, such as one for each five minutes; for going through what was missed.
     *
     * @param after those at this moment are not in it
     * @param until those at this moment are
     * @return prices with rising moments
     */
    default Priced<List<Tick>> between(Listing listing, Instant after, Instant until) {
        return new Priced.Unavailable<>(
                name(), Priced.Cause.NOT_OFFERED, Line.say("source.within.none", name(), listing.symbol()), null);
    }

    /**
     * Where a closing price of this source comes from; for bars that were kept from an earlier answer.
     *
     * @param close the moment of that close
     */
    default Provenance closing(Listing listing, Instant close) {
        return new Provenance(name(), close, Duration.ZERO, null, false);
    }
}
