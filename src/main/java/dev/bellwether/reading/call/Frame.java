package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A mention of a target with the amounts that belong to it; places are indexes of chunks of one sentence. */
final class Frame {
    /** The chunk with the noun; for an item of a list, the chunk with its name. */
    final int target;

    /** The first and last chunk that belong to it. */
    int low;

    int high;

    /** The chunks its parts are searched in: from its clause to the next frame's. */
    int from;

    int to;

    @Nullable
    BigDecimal before;

    @Nullable
    BigDecimal after;

    @Nullable
    String currency;

    /** High or low, when the amount is an end of a range; null otherwise. */
    @Nullable
    Kind end;

    /** For an item of a list ("Ameren to $100 from $98"): the frame that leads the list. */
    @Nullable
    Frame leader;

    Frame(int target) {
        this.target = target;
        this.low = target;
        this.high = target;
    }

    void covers(int chunk) {
        low = Math.min(low, chunk);
        high = Math.max(high, chunk);
    }

    boolean empty() {
        return after == null && before == null;
    }
}
