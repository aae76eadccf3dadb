package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the mentions of targets in a sentence and the amounts that belong to each. From the noun it looks back for an amount right
 * before it ("a $52 price target") and ahead for one that prepositions and a few words lead to ("price target was raised by 4% to
 * $52 from $50"), over a bounded number of chunks; each amount is given away once.
 */
final class FrameFinder {
    private static final int REACH = 30;
    private static final int TAIL = 8;

    private static final Set<String> BEFORE_NOUN = Words.of("between amount and target");
    private static final Set<String> OLD = Words.of("old amount");

    private final List<Chunk> chunks;
    private final Amounts amounts;
    private final BitSet taken = new BitSet();
    private final List<Frame> frames = new ArrayList<>();

    FrameFinder(List<Chunk> chunks) {
        this.chunks = chunks;
        this.amounts = new Amounts(chunks);
    }

    /** The frames of the sentence in its order. */
    List<Frame> find() {
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).is(Tag.TARGET) && !taken.get(i)) {
                frame(i);
            }
        }
        new Extremes(chunks, amounts, taken, frames).find();
        new Lists(chunks, amounts, taken, frames).find();
        frames.sort((a, b) -> Integer.compare(a.target, b.target));
        return frames;
    }

    private void frame(int target) {
        Frame frame = new Frame(target);
        frames.add(frame);
        if (!lookBack(frame)) {
            lookAhead(frame);
        }
    }

    /** "A new $425 price target", "$330–$338 price targets". */
    private boolean lookBack(Frame frame) {
        int at = frame.target - 1;
        int steps = 0;
        while (at >= 0 && steps < 6 && mayStandBeforeNoun(chunks.get(at))) {
            at--;
            steps++;
        }
        if (at < 0 || taken.get(at) || !amounts.money(at)) {
            return false;
        }
        if (at >= 2 && isRangeJoint(at - 1) && amounts.money(at - 2) && !taken.get(at - 2) && ranges(at - 2)) {
            range(frame, at - 2, at);
            return true;
        }
        boolean old =
                leadsTo(frame.target + 1) && (at == 0 || !chunks.get(at - 1).is(Tag.PREPOSITION, "to"));
        boolean fromBefore = at > 0 && chunks.get(at - 1).is(Tag.PREPOSITION, "from");
        take(frame, at, old || fromBefore);
        if (old || fromBefore) {
            lookAhead(frame);
        } else {
            backPair(frame, at);
            tail(frame, frame.target + 1);
        }
        return true;
    }

    /** "From $45 to a $52 price target". */
    private void backPair(Frame frame, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (amounts.money(i) && !taken.get(i) && i > 0 && chunks.get(i - 1).is(Tag.PREPOSITION, "from")) {
                take(frame, i, true);
                return;
            }
        }
    }

    private boolean ranges(int first) {
        return first == 0
                || !chunks.get(first - 1).is(Tag.PREPOSITION, "from")
                || chunks.get(first - 1).is(Tag.PREPOSITION, "between");
    }

    private boolean isRangeJoint(int at) {
        return chunks.get(at).is(Tag.DASH) || chunks.get(at).is(Tag.PREPOSITION, "to");
    }

    private boolean leadsTo(int at) {
        return at + 1 < chunks.size() && chunks.get(at).is(Tag.PREPOSITION, "to") && amounts.amount(at + 1, "to");
    }

    private static boolean mayStandBeforeNoun(Chunk chunk) {
        return switch (chunk.tag()) {
            case AVERAGE, STOCK, DASH, ANALYST, NAME -> true;
            case NUMBER -> chunk.text().length() <= 2;
            case WORD -> BEFORE_NOUN.contains(chunk.code());
            case VERB -> false;
            default -> false;
        };
    }

    /** Walks from behind the noun to its amounts. */
    private void lookAhead(Frame frame) {
        Walk walk = new Walk(frameIsOne(frame));
        for (int i = frame.target + 1; i < Math.min(chunks.size(), frame.target + REACH); i++) {
            Chunk chunk = chunks.get(i);
            if (walk.lead.equals("by") && amounts.money(i)) {
                taken.set(i);
            } else if (amounts.amount(i, walk.lead) && !taken.get(i)) {
                int next = arrive(frame, walk, i);
                if (next < 0) {
                    return;
                }
                i = next - 1;
            } else if (!walk.passes(chunk, chunks, i)) {
                return;
            }
        }
    }

    /** Takes the amount arrived at; where to go on, or -1 if the walk is done. */
    private int arrive(Frame frame, Walk walk, int at) {
        boolean joint = at + 2 < chunks.size() && isRangeJoint(at + 1) && amounts.amount(at + 2, "to");
        boolean several = !frameIsOne(frame) || walk.ranging;
        boolean dash = joint && chunks.get(at + 1).is(Tag.DASH);
        boolean and = walk.ranging
                && at + 2 < chunks.size()
                && chunks.get(at + 1).is(Tag.AND)
                && amounts.amount(at + 2, "to");
        if (frame.empty()
                && ((joint && (dash || several)) || and)
                && (walk.ranging || dash || !walk.lead.equals("from") || !verbNear(frame))) {
            range(frame, at, at + 2);
            return -1;
        }
        boolean old =
                walk.lead.equals("from") || walk.old || (joint && frame.empty() && !dash && !walk.lead.equals("to"));
        take(frame, at, old && frame.before == null);
        if (walk.end != null && frame.after != null) {
            frame.end = walk.end;
            return -1;
        }
        walk.lead = "";
        walk.old = false;
        if (frame.after == null) {
            return at + 1;
        }
        tail(frame, at + 1);
        return -1;
    }

    private boolean frameIsOne(Frame frame) {
        String text = chunks.get(frame.target).text();
        return !text.endsWith("s") && !text.endsWith("S");
    }

    private boolean verbNear(Frame frame) {
        for (int i = Math.max(0, frame.target - 6); i < frame.target; i++) {
            Verb verb = chunks.get(i).verb();
            if (verb == Verb.RAISE || verb == Verb.CUT || verb == Verb.NEUTRAL) {
                return true;
            }
        }
        return false;
    }

    /** Behind the new amount: "from $50", "(from 2,295)", "up from a previous target of $50", "and $125 respectively". */
    private void tail(Frame frame, int start) {
        boolean old = false;
        boolean more = false;
        for (int i = start; i < Math.min(chunks.size(), start + TAIL); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.OPEN)
                    && i == start
                    && amounts.number(i + 1)
                    && i + 2 < chunks.size()
                    && chunks.get(i + 2).is(Tag.CLOSE)
                    && frame.before == null) {
                take(frame, i + 1, true);
                return;
            }
            old |= chunk.is(Tag.PREPOSITION, "from") || OLD.contains(chunk.code());
            more |= chunk.is(Tag.AND);
            if (old && frame.before == null && (amounts.money(i) || amounts.number(i)) && !taken.get(i)) {
                take(frame, i, true);
                return;
            }
            if (more && amounts.money(i) && !frameIsOne(frame) && !old && !taken.get(i)) {
                second(frame, i);
                return;
            }
            boolean firm = chunk.is(Tag.NAME)
                    && i > start
                    && (chunks.get(i - 1).is(Tag.PREPOSITION, "at")
                            || chunks.get(i - 1).is(Tag.PREPOSITION, "by"));
            if (!firm && !staysInTail(chunk, old)) {
                return;
            }
            if (chunk.is(Tag.TARGET)) {
                taken.set(i);
            }
        }
    }

    private boolean staysInTail(Chunk chunk, boolean old) {
        return switch (chunk.tag()) {
            case OPEN, COMMA, DASH, ARROW, POSSESSIVE, AND, PERCENT -> true;
            case STOCK -> chunk.code().equals("share");
            case TARGET, AVERAGE -> old;
            case PREPOSITION ->
                !chunk.code().equals("with")
                        && !chunk.code().equals("on")
                        && !chunk.code().equals("for");
            case WORD ->
                OLD.contains(chunk.code())
                        || Set.of(
                                        "up", "down", "a", "the", "per", "apiece", "each", "price", "target", "'s",
                                        "its", "with")
                                .contains(chunk.code());
            case VERB -> old && chunk.code().equals("SET");
            default -> false;
        };
    }

    private void second(Frame frame, int at) {
        Frame other = new Frame(frame.target);
        other.leader = frame;
        frames.add(other);
        take(other, at, false);
    }

    private void range(Frame frame, int first, int second) {
        boolean falls = amounts.value(first).compareTo(amounts.value(second)) > 0;
        Frame other = new Frame(frame.target);
        frames.add(other);
        take(frame, falls ? second : first, false);
        take(other, falls ? first : second, false);
        frame.end = Kind.LOW;
        other.end = Kind.HIGH;
        if (frame.currency == null) {
            frame.currency = other.currency;
        }
        frame.covers(second);
        other.covers(first);
    }

    private void take(Frame frame, int at, boolean old) {
        taken.set(at);
        frame.covers(at);
        if (old) {
            frame.before = amounts.value(at);
        } else {
            frame.after = amounts.value(at);
        }
        String currency = amounts.currency(at);
        if (currency != null && (!old || frame.currency == null)) {
            frame.currency = currency;
        }
    }
}
