package dev.bellwether.watch.engine;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something new about one listing. Those of a listing come in the order of their moments. */
public sealed interface Observation {
    /** Symbol of the listing. */
    String listing();

    /** When it was so. */
    Instant at();

    /**
     * A price.
     *
     * @param price in the listing's currency, above zero
     * @param opening whether it is the first of its session
     */
    record Priced(String listing, Instant at, double price, boolean opening, Provenance source)
            implements Observation {}

    /**
     * Daily bars are complete: at the start all that are known, then all again with each new one. The close of the last one counts as a price at
     * its closing moment.
     *
     * @param bars closed, dates rising, adjusted for splits
     * @param splitDates first days of suspected new price scales, as in {@code MarketView.of}
     */
    record Closed(String listing, Instant at, List<Bar> bars, Set<LocalDate> splitDates, Provenance source)
            implements Observation {
        public Closed {
            bars = List.copyOf(bars);
            splitDates = Set.copyOf(splitDates);
        }
    }

    /**
     * How far the listing stands above what its other listing implies.
     *
     * @param percent see {@code market.Parity}
     */
    record Compared(String listing, Instant at, double percent, Provenance source) implements Observation {}

    /** A fact became known about the listing's instrument: a call, or a level that was met. */
    record Learned(String listing, Instant at, Fact fact) implements Observation {}

    /** An article about the listing's instrument came in. */
    record Told(String listing, Instant at, Article article) implements Observation {}

    /**
     * A day began at the exchange.
     *
     * @param earnings the next day on which the company is said to report; null if none is known
     */
    record Dawned(
            String listing,
            Instant at,
            LocalDate day,
            @Nullable LocalDate earnings) implements Observation {}
}
