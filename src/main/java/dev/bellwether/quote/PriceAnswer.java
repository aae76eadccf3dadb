package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the prices of one listing at a moment.
 *
 * @param history daily bars from one source, kept ones if none answered ({@link History#stored}); null if there are none
 * @param tick the latest price, perhaps from another source; null if no source offers one
 * @param failures why the sources that were asked for bars before did not answer, in the order in which they were asked
 */
public record PriceAnswer(
        Listing listing,
        @Nullable History history,
        @Nullable Tick tick,
        List<Priced.Unavailable<?>> failures) {
    public PriceAnswer {
        failures = List.copyOf(failures);
    }

    /** Whether a source answered with bars just now, rather than the archive or nobody. */
    boolean isLive() {
        return history != null && !history.stored();
    }
}
