package dev.bellwether.reading.call;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is said with the noun left out, behind a target that was named: "CMS to $64 from $62, Ameren to $100", "(Citi: $50,
 * UBS: $55)". An item is a name, "to" or a colon, an amount, and perhaps the old amount.
 */
final class Lists {
    private final List<Chunk> chunks;
    private final Amounts amounts;
    private final BitSet taken;
    private final List<Frame> frames;
    private final List<Frame> leaders = new ArrayList<>();
    private int next;

    Lists(List<Chunk> chunks, Amounts amounts, BitSet taken, List<Frame> frames) {
        this.chunks = chunks;
        this.amounts = amounts;
        this.taken = taken;
        this.frames = frames;
    }

    void find() {
        if (frames.isEmpty()) {
            return;
        }
        frames.stream().sorted((a, b) -> Integer.compare(a.target, b.target)).forEach(leaders::add);
        List<Frame> found = new ArrayList<>();
        for (int i = frames.getFirst().target + 1; i < chunks.size(); i++) {
            Frame item = chunks.get(i).is(Tag.NAME) ? item(i) : chunks.get(i).is(Tag.PREPOSITION) ? again(i) : null;
            if (item != null) {
                found.add(item);
                i = item.high;
            }
        }
        frames.addAll(found);
    }

    /** "And for its US shares to $193 from $175". */
    private @Nullable Frame again(int preposition) {
        String code = chunks.get(preposition).code();
        if (!(code.equals("for") || code.equals("on")) || !begins(preposition)) {
            return null;
        }
        int name = preposition;
        for (int i = preposition + 1; i < Math.min(chunks.size() - 1, preposition + 6); i++) {
            Chunk chunk = chunks.get(i);
            boolean to = chunk.is(Tag.PREPOSITION, "to");
            boolean from = chunk.is(Tag.PREPOSITION, "from");
            if ((to || from) && amounts.amount(i + 1, "to") && !taken.get(i + 1)) {
                return build(name, i + 1, from);
            }
            name = chunk.is(Tag.NAME) && !chunk.isName(Name.Kind.NEITHER) ? i : name;
            if (!(chunk.is(Tag.NAME) || chunk.is(Tag.POSSESSIVE) || chunk.is(Tag.STOCK) || chunk.is(Tag.WORD))) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Frame item(int name) {
        int at = name + 1;
        Chunk lead = at < chunks.size() ? chunks.get(at) : null;
        if (lead == null) {
            return null;
        }
        boolean verb = lead.is(Tag.VERB) && at + 1 < chunks.size();
        int joint = verb ? at + 1 : at;
        while (verb
                && joint + 1 < chunks.size()
                && (chunks.get(joint).is(Tag.POSSESSIVE)
                        || chunks.get(joint).is(Tag.PRONOUN, "it")
                        || chunks.get(joint).is(Tag.WORD, "own")
                        || chunks.get(joint).is(Tag.WORD, "theirs"))) {
            joint++;
        }
        boolean to = joint < chunks.size() && chunks.get(joint).is(Tag.PREPOSITION, "to");
        boolean from = joint < chunks.size() && chunks.get(joint).is(Tag.PREPOSITION, "from");
        boolean at1 =
                chunks.get(at).is(Tag.PREPOSITION, "at") && chunks.get(name).isName(Name.Kind.FIRM);
        boolean plain = at1
                || chunks.get(at).is(Tag.COLON)
                || chunks.get(at).is(Tag.OPEN)
                || chunks.get(at).is(Tag.DASH);
        int amount = joint + 1;
        if (!(to || from || (plain && !verb)) || !amounts.amount(amount, "to") || taken.get(amount) || !begins(name)) {
            return null;
        }
        return build(name, amount, from);
    }

    /** Whether the name begins an item: behind a comma, a stop, a colon, a bracket or "and". */
    private boolean begins(int name) {
        int before = name - 1;
        while (before > 0
                && (chunks.get(before).is(Tag.WORD, "the") || chunks.get(before).is(Tag.WORD, "also"))) {
            before--;
        }
        return switch (chunks.get(Math.max(0, before)).tag()) {
            case COMMA, STRONG_STOP, COLON, OPEN, AND, CLOSE, CLAUSE -> true;
            default -> false;
        };
    }

    private @Nullable Frame build(int name, int amount, boolean fromFirst) {
        Frame frame = new Frame(name);
        Frame leader = leader(name);
        if (leader == null) {
            return null;
        }
        frame.leader = leader;
        int behind = amount + 1;
        if (behind < chunks.size() && chunks.get(behind).is(Tag.OPEN)) {
            behind++;
        }
        String wanted = fromFirst ? "to" : "from";
        boolean pair = behind + 1 < chunks.size()
                && chunks.get(behind).is(Tag.PREPOSITION, wanted)
                && amounts.amount(behind + 1, wanted);
        if (fromFirst && !pair) {
            return null;
        }
        take(frame, amount, fromFirst);
        if (pair) {
            take(frame, behind + 1, !fromFirst);
        }
        return frame;
    }

    /** The last frame before a place; places are asked for in their order. */
    private @Nullable Frame leader(int name) {
        while (next < leaders.size() && leaders.get(next).target < name) {
            next++;
        }
        return next == 0 ? null : leaders.get(next - 1);
    }

    private void take(Frame frame, int at, boolean old) {
        taken.set(at);
        frame.covers(at);
        String currency = amounts.currency(at);
        if (currency != null) {
            frame.currency = currency;
        }
        if (old) {
            frame.before = amounts.value(at);
        } else {
            frame.after = amounts.value(at);
        }
    }
}
