package dev.bellwether.reading.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rating that goes with a target: the new one of "to Buy from Hold", else the nearest. */
final class Ratings {
    private final List<Chunk> chunks;

    Ratings(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    @Nullable
    Chunk of(Frame frame) {
        Chunk best = null;
        int distance = Integer.MAX_VALUE;
        for (int i = frame.from; i < frame.to; i++) {
            Chunk chunk = chunks.get(i);
            if (!chunk.is(Tag.RATING) || old(i)) {
                continue;
            }
            int away = Math.abs(i - frame.target) + (i > frame.target ? 1 : 0);
            if (away < distance) {
                best = chunk;
                distance = away;
            }
        }
        return best;
    }

    /** The last rating of the sentence that is not one before; null if there is none. */
    @Nullable
    Chunk last() {
        for (int i = chunks.size() - 1; i >= 0; i--) {
            if (chunks.get(i).is(Tag.RATING) && !old(i)) {
                return chunks.get(i);
            }
        }
        return null;
    }

    /** Whether the rating is the one before: "from Hold", "from a hold rating". */
    private boolean old(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.PREPOSITION, "from")) {
                return true;
            }
            if (!chunk.is(Tag.WORD) && !chunk.is(Tag.POSSESSIVE)) {
                return false;
            }
        }
        return false;
    }
}
