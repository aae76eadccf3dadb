package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose number a target is: one firm's, an average, or an end of a range. */
final class Kinds {
    private static final int BEFORE = 6;
    private final List<Chunk> chunks;

    Kinds(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    /** The kind that the words around the noun name; null if they name none. */
    @Nullable
    Kind named(Frame frame) {
        if (frame.end != null) {
            return frame.end;
        }
        if (chunks.get(frame.target).is(Tag.AVERAGE)) {
            return Kind.valueOf(chunks.get(frame.target).code());
        }
        Kind before = before(frame);
        return before != null ? before : behind(frame);
    }

    /** Whether "Street-high" is what makes it high: one firm's target that is above all others. */
    boolean streetHigh(Frame frame) {
        for (int i = Math.max(frame.from, frame.low - 3); i <= frame.high; i++) {
            if (chunks.get(i).is(Tag.AVERAGE) && chunks.get(i).text().regionMatches(true, 0, "street", 0, 6)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Kind before(Frame frame) {
        for (int i = frame.target - 1; i >= Math.max(frame.from, frame.target - BEFORE); i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.AVERAGE)) {
                return Kind.valueOf(chunk.code());
            }
            boolean near = switch (chunk.tag()) {
                case WORD, ANALYST, STOCK, DASH, NUMBER, MONEY, NAME, POSSESSIVE, RATING, RATING_NOUN -> true;
                default -> false;
            };
            if (!near) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Kind behind(Frame frame) {
        for (int i = frame.target + 1; i < Math.min(frame.high, frame.target + 4); i++) {
            if (chunks.get(i).is(Tag.AVERAGE)) {
                return Kind.valueOf(chunks.get(i).code());
            }
        }
        return null;
    }

    /** Whether several analysts, of no firm, are the subject of the target. */
    boolean analystsTogether(Frame frame) {
        boolean many = false;
        for (int i = frame.from; i < frame.target; i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.NAME) && chunk.isName(Name.Kind.FIRM) && !chunk.hasTicker()) {
                many = false;
            }
            boolean ofFirm = (i > 0 && chunks.get(i - 1).is(Tag.NAME) && firmLike(chunks.get(i - 1)))
                    || (i + 2 < chunks.size() && chunks.get(i + 1).is(Tag.PREPOSITION, "at"));
            many |= (chunk.is(Tag.ANALYST, "many") && !ofFirm) || chunk.is(Tag.AVERAGE, "CONSENSUS");
        }
        return many;
    }

    private static boolean firmLike(Chunk chunk) {
        return chunk.isName(Name.Kind.FIRM) || chunk.isName(Name.Kind.FIRM_SHAPED);
    }

    /** Whether the part of the sentence speaks of a consensus or an average before the noun. */
    boolean averaged(Frame frame) {
        for (int i = frame.from; i < frame.target; i++) {
            if (chunks.get(i).is(Tag.AVERAGE, "CONSENSUS")) {
                return true;
            }
        }
        return false;
    }

    /** Whether one analyst without a name or firm is the subject: "an analyst". */
    boolean someAnalyst(Frame frame) {
        for (int i = frame.from; i < frame.to; i++) {
            if (chunks.get(i).is(Tag.ANALYST, "one")
                    && i > 0
                    && (chunks.get(i - 1).is(Tag.WORD, "an")
                            || chunks.get(i - 1).is(Tag.WORD, "one"))) {
                return true;
            }
        }
        return false;
    }
}
