package dev.bellwether.reading.claim;

import dev.bellwether.reading.claim.Changes.Move;
import org.jspecify.annotations.Nullable;

/** Which way a percentage goes: from the verb before it, the noun or adverb behind it, or its printed sign. */
final class Direction {
    private static final int BEFORE = 8;
    private static final int BEHIND = 5;

    private Direction() {}

    static @Nullable Move of(Steps steps, int at) {
        int verb = before(steps, at);
        if (verb >= 0) {
            return move(steps, verb);
        }
        int noun = behind(steps, at);
        if (noun >= 0) {
            return move(steps, noun);
        }
        if (printed(steps, at)) {
            return new Move(at, 0, false);
        }
        return elliptical(steps, at);
    }

    private static @Nullable Move move(Steps steps, int at) {
        return switch (steps.get(at).sense()) {
            case UP -> new Move(at, 1, false);
            case DOWN -> new Move(at, -1, false);
            case MOVE -> new Move(at, 0, false);
            default -> null;
        };
    }

    /** The verb or noun that the percentage belongs to, over small words only: "rose by about", "its rally to almost". */
    private static int before(Steps steps, int at) {
        for (int place = at - 1, way = 0; way < BEFORE; place--, way++) {
            Step step = steps.get(place);
            if (step.among(Sense.UP, Sense.DOWN, Sense.MOVE, Sense.GROW)) {
                return combined(steps, place);
            }
            boolean passes = step.among(Sense.LINK, Sense.HEDGE, Sense.TICKER)
                    || step.amongWords(":", "(", ")", "~", "≈", "'s", "=", "|", "-", "–")
                    || (step.is(Sense.PERIOD) && !step.argument().equals("NONE"))
                    || (step.is(Sense.SHARE) && !steps.get(at - 1).is("a"))
                    || dollars(steps, place);
            if (!passes) {
                return -1;
            }
        }
        return -1;
    }

    /** The change in money that a percentage repeats: "up $0.45, or 8.6%". */
    private static boolean dollars(Steps steps, int at) {
        Step next = steps.get(at + 1);
        boolean amount = steps.amount(at) != null && next.amongWords("or", ",", "(", "cents");
        boolean joint = steps.get(at).amongWords("or", ",")
                && (steps.amount(at - 1) != null || steps.get(at - 1).amongWords(",", "cents"));
        return amount || (joint && (steps.get(at).is("or") || next.is("or")));
    }

    /** In "sent down", "trading up", "gain of": a direction right before wins over a word such as "return". */
    private static int combined(Steps steps, int at) {
        boolean plain = steps.get(at).is(Sense.MOVE) && steps.get(at - 1).among(Sense.UP, Sense.DOWN);
        return plain ? at - 1 : at;
    }

    private static int behind(Steps steps, int at) {
        for (int place = at + 1; place <= at + BEHIND; place++) {
            Step step = steps.get(place);
            if (step.among(Sense.UP, Sense.DOWN, Sense.MOVE, Sense.GROW)) {
                return place;
            }
            boolean passes = (step.among(Sense.PLAIN, Sense.PERIOD, Sense.SHARE)
                            && !step.amongWords("and", "or", "with", "'s", "of", "in", "for"))
                    || (step.among(Sense.HEDGE) && place < at + 3)
                    || step.is("-");
            if (!passes) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean printed(Steps steps, int at) {
        char first = steps.get(at).token().text().charAt(0);
        return first == '+' || first == '-' || first == '−';
    }

    /** "3% in a week and 7% in the month": the second is what the first is. */
    private static @Nullable Move elliptical(Steps steps, int at) {
        boolean joined = steps.get(at - 1).amongWords("and", ",", "or")
                || steps.get(at - 1).is(Sense.HEDGE);
        int first = joined ? percentBefore(steps, at) : -1;
        Move move = first < 0 ? null : of(steps, first);
        return move == null ? null : new Move(move.anchor(), move.sign(), true);
    }

    private static int percentBefore(Steps steps, int at) {
        for (int place = at - 1; place >= Math.max(0, at - 10); place--) {
            if (steps.percent(place)) {
                return place;
            }
        }
        return -1;
    }
}
