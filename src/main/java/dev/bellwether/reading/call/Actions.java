package dev.bellwether.reading.call;

import dev.bellwether.fact.AnalystCall.Action;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a target. Two printed amounts decide; then the start of coverage; then the verb that is nearest to the noun, with
 * the target as its object or subject; then an upgrade or a kept rating.
 */
final class Actions {
    /** Verbs that start coverage also without the word. */
    private static final Set<String> COVERING = Words.of("start coverage");

    private static final Set<String> STEADY = Words.of("steady");

    private final List<Chunk> chunks;

    Actions(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    Action of(Frame frame, @Nullable Verb carried) {
        if (covered(frame)) {
            return Action.INITIATE;
        }
        if (frame.before != null && frame.after != null) {
            int change = frame.after.compareTo(frame.before);
            return change > 0 ? Action.RAISE : change < 0 ? Action.CUT : Action.REITERATE;
        }
        Verb verb = comment(frame);
        verb = verb == null ? verb(frame) : verb;
        if (verb == null && frame.leader != null) {
            verb = verb(frame.leader);
        }
        if (verb == null || verb == Verb.NEUTRAL || verb == Verb.SET) {
            Verb kept = keptRating(frame) ? Verb.KEEP : verb;
            verb = kept == Verb.NEUTRAL && likewise(frame) && carried != null ? carried : kept;
        }
        return action(verb);
    }

    private static Action action(@Nullable Verb verb) {
        return switch (verb) {
            case RAISE -> Action.RAISE;
            case CUT -> Action.CUT;
            case KEEP -> Action.REITERATE;
            case INITIATE -> Action.INITIATE;
            case DROP -> Action.DROP;
            case null, default -> Action.SET;
        };
    }

    /** Whether the part of the sentence says that coverage began. */
    private boolean covered(Frame frame) {
        for (int i = frame.from; i < frame.to; i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.verb() == Verb.INITIATE
                    && (near(i, Tag.COVERAGE, 5) || (near(i, Tag.RATING, 10) && ratedAt(i)))) {
                return true;
            }
            if (chunk.is(Tag.WORD, "initiation")
                    || (chunk.is(Tag.WORD, "rated")
                            && i + 1 < frame.to
                            && chunks.get(i + 1).is(Tag.WORD, "new"))) {
                return true;
            }
        }
        return false;
    }

    private boolean ratedAt(int verb) {
        return COVERING.contains(chunks.get(verb).text().toLowerCase(java.util.Locale.ROOT));
    }

    private boolean near(int at, Tag tag, int reach) {
        for (int i = Math.max(0, at - 3); i < Math.min(chunks.size(), at + reach); i++) {
            if (chunks.get(i).is(tag)) {
                return true;
            }
        }
        return false;
    }

    /** The verb that acts on the target: nearest before it in its clause, else right behind it. */
    private @Nullable Verb verb(Frame frame) {
        int target = frame.target;
        Verb passive = behind(frame, target);
        if (passive != null) {
            return passive;
        }
        for (int i = target - 1; i >= frame.from; i--) {
            Chunk chunk = chunks.get(i);
            Verb verb = chunk.verb();
            if (verb == Verb.UPGRADE || verb == Verb.DOWNGRADE) {
                return Verb.SET;
            }
            if (verb != null && acts(verb, i, target)) {
                return verb;
            }
            if (chunk.is(Tag.STRONG_STOP)) {
                return null;
            }
        }
        return null;
    }

    /** A verb is about the target unless it is about a rating that "with" or "and" ties the target to. */
    private boolean acts(Verb verb, int at, int target) {
        boolean with = false;
        for (int i = at + 1; i < target; i++) {
            with |= chunks.get(i).is(Tag.PREPOSITION, "with");
        }
        boolean compares = at + 1 < chunks.size() && chunks.get(at + 1).is(Tag.WORD, "than");
        return !compares && verb != Verb.INITIATE && !(with && (verb == Verb.RAISE || verb == Verb.CUT));
    }

    private @Nullable Verb behind(Frame frame, int target) {
        for (int i = target + 1;
                i < Math.min(frame.to, Math.max(frame.high, target) + 1 + (frame.empty() ? 4 : 0));
                i++) {
            Chunk chunk = chunks.get(i);
            Verb verb = chunk.verb();
            if (verb != null && verb != Verb.UPGRADE && verb != Verb.DOWNGRADE) {
                return verb;
            }
            if (chunk.is(Tag.STRONG_STOP) || (chunk.is(Tag.COMMA) && frame.empty())) {
                return null;
            }
        }
        return null;
    }

    private boolean keptRating(Frame frame) {
        boolean kept = false;
        for (int i = frame.from; i < frame.to; i++) {
            Verb verb = chunks.get(i).verb();
            if (verb == Verb.UPGRADE || verb == Verb.DOWNGRADE) {
                return false;
            }
            kept |= verb == Verb.KEEP && (ratingNear(i, frame) || near(i, Tag.TARGET, 2));
        }
        return kept;
    }

    private boolean ratingNear(int verb, Frame frame) {
        for (int i = Math.max(frame.from, verb - 3); i < Math.min(frame.to, verb + 6); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.RATING) || chunk.is(Tag.RATING_NOUN)) {
                return true;
            }
            if (i > verb && (chunk.is(Tag.COMMA) || chunk.is(Tag.STRONG_STOP))) {
                return false;
            }
        }
        return false;
    }

    /** "A 5.76% increase from the previous average", "up from": what is said of the amount behind it; null if nothing is. */
    private @Nullable Verb comment(Frame frame) {
        Verb direction = null;
        for (int i = frame.high + 1; i < Math.min(frame.to, frame.high + 10); i++) {
            Chunk chunk = chunks.get(i);
            Verb verb = chunk.verb();
            direction = verb == Verb.RAISE || verb == Verb.CUT
                    ? verb
                    : chunk.is(Tag.WORD, "up") ? Verb.RAISE : chunk.is(Tag.WORD, "down") ? Verb.CUT : direction;
            boolean then = chunk.is(Tag.WORD)
                    && Set.of("previous", "prior", "earlier", "last", "previously", "old")
                            .contains(chunk.code());
            if (then && direction != null) {
                return direction;
            }
            boolean quiet = switch (chunk.tag()) {
                case WORD, PERCENT, COMMA, OPEN, VERB, MONEY -> true;
                case PREPOSITION ->
                    chunk.code().equals("from")
                            || chunk.code().equals("of")
                            || chunk.code().equals("by");
                default -> false;
            };
            if (!quiet) {
                return null;
            }
        }
        return null;
    }

    /** Whether a target is said to stay where it was. */
    boolean unchanged(Frame frame) {
        for (int i = frame.from; i < frame.to; i++) {
            if (chunks.get(i).is(Tag.WORD) && STEADY.contains(chunks.get(i).code())) {
                return true;
            }
        }
        return false;
    }

    /** "Similarly", "also", "likewise": the direction of the call before goes on. */
    private boolean likewise(Frame frame) {
        for (int i = frame.from; i < frame.target; i++) {
            if (chunks.get(i).is(Tag.WORD)
                    && Set.of("similarly", "also", "likewise", "too")
                            .contains(chunks.get(i).code())) {
                return true;
            }
        }
        return false;
    }
}
