package dev.bellwether.quote;

import dev.bellwether.talk.Line;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a price source has been doing since the program started.
 *
 * @param name name of the source
 * @param lastSuccess when it last gave prices; null if never
 * @param lastProblem what was last wrong with it, in a sentence; null if nothing ever was. An unknown symbol is no problem
 *     of the source.
 * @param lastProblemAt when that was; null if never
 */
public record SourceHealth(
        String name,
        @Nullable Instant lastSuccess,
        @Nullable Line lastProblem,
        @Nullable Instant lastProblemAt) {
    /** Whether the last thing heard of it was a problem. */
    public boolean isTroubled() {
        return lastProblemAt != null && (lastSuccess == null || lastProblemAt.isAfter(lastSuccess));
    }
}
