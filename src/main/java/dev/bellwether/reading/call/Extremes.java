package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Finds the ends of a range that follow a target: "with a high of $250 and a low of $150", "a Street-high $300". */
final class Extremes {
    private static final int REACH = 5;
    private final List<Chunk> chunks;
    private final Amounts amounts;
    private final BitSet taken;
    private final List<Frame> frames;

    Extremes(List<Chunk> chunks, Amounts amounts, BitSet taken, List<Frame> frames) {
        this.chunks = chunks;
        this.amounts = amounts;
        this.taken = taken;
        this.frames = frames;
    }

    void find() {
        if (frames.isEmpty()) {
            return;
        }
        for (int i = frames.getFirst().target; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.AVERAGE)) {
                end(i, Kind.valueOf(chunk.code()));
            } else if (chunk.is(Tag.WORD) && chunk.code().startsWith("rang")) {
                range(i);
            }
        }
    }

    /** "Ranging from $30 to $70", "in a range of $30-$70". */
    private void range(int at) {
        for (int i = at + 1; i < Math.min(chunks.size() - 2, at + 4); i++) {
            Chunk joint = chunks.get(i + 1);
            boolean joined = joint.is(Tag.PREPOSITION, "to") || joint.is(Tag.DASH) || joint.is(Tag.AND);
            if (amounts.money(i) && joined && amounts.amount(i + 2, "to") && !taken.get(i) && !taken.get(i + 2)) {
                boolean falls = amounts.value(i).compareTo(amounts.value(i + 2)) > 0;
                add(at, falls ? i + 2 : i, Kind.LOW);
                add(at, falls ? i : i + 2, Kind.HIGH);
                return;
            }
            if (!chunks.get(i).is(Tag.PREPOSITION) && !chunks.get(i).is(Tag.WORD)) {
                return;
            }
        }
    }

    private void end(int average, Kind kind) {
        for (int i = average + 1; i < Math.min(chunks.size(), average + REACH); i++) {
            if (amounts.money(i)) {
                if (!taken.get(i)) {
                    add(average, i, kind);
                }
                return;
            }
            Chunk chunk = chunks.get(i);
            boolean on = switch (chunk.tag()) {
                case WORD ->
                    Set.of("is", "estimate", "forecast", "end", "a", "the", "target", "as", "stands", "sits", "around")
                            .contains(chunk.code());
                case PREPOSITION ->
                    chunk.code().equals("of")
                            || chunk.code().equals("at")
                            || (kind == Kind.CONSENSUS && chunk.code().equals("to"));
                case TARGET, COLON, OPEN, OTHER_NOUN, ANALYST -> true;
                default -> false;
            };
            if (!on) {
                return;
            }
        }
    }

    private void add(int average, int amount, Kind kind) {
        Frame frame = new Frame(average);
        frame.covers(amount);
        frame.after = amounts.value(amount);
        frame.currency = amounts.currency(amount);
        frame.end = kind;
        taken.set(amount);
        frames.add(frame);
    }
}
