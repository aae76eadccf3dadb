package dev.bellwether.watch.run;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.TickStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the watch looks at.
 *
 * @param quotes prices that are asked for
 * @param stream prices that come by themselves
 * @param calendars when exchanges trade
 * @param listings the listing with a symbol; empty if nobody knows it
 * @param instruments the instrument that has a listing, or has this symbol; empty if none is configured
 * @param followed the instruments that subscribers of all breakouts mean
 * @param knowledge what is known beside prices
 */
public record Supply(
        Quotes quotes,
        TickStream stream,
        TradingCalendars calendars,
        Function<String, Optional<Listing>> listings,
        Function<String, Optional<Instrument>> instruments,
        List<Instrument> followed,
        Knowledge knowledge) {
    public Supply {
        followed = List.copyOf(followed);
    }

    /** What is known beside prices. */
    public interface Knowledge {
        /** Whether there was news about an instrument after a moment. */
        boolean news(String symbol, Instant after);

        /** The next day on which a company is said to report; null if none is known. */
        @Nullable
        LocalDate earnings(String symbol, Instant at);

        /** How far a listing stands above what its first other listing implies, in percent; empty if that can't be said. */
        OptionalDouble parity(Listing listing, Instant at);
    }
}
