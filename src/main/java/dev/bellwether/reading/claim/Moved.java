package dev.bellwether.reading.claim;

import dev.bellwether.reading.claim.Changes.Move;
import dev.bellwether.reading.token.Word;

/**
 * What moved: the share (or a market), or something else. What stands behind the noun decides first ("a decrease in revenue"), then
 * what stands nearest before the verb. A cause ("after earnings") is not what moved.
 */
final class Moved {
    private static final int WAY = 40;
    private static final int BEHIND = 9;

    private enum Verdict {
        SHARE,
        OTHER,
        OPEN
    }

    private Moved() {}

    static boolean share(Steps steps, int at, Move move) {
        if (steps.get(move.anchor()).is(Sense.GROW)) {
            return false;
        }
        int last = Math.max(at, move.anchor());
        Verdict behind = behind(steps, last);
        if (behind != Verdict.OPEN) {
            return behind == Verdict.SHARE;
        }
        return before(steps, Math.min(at, move.anchor())) == Verdict.SHARE;
    }

    /** "in revenue", "of its value", "in early trading", "in the S&P 500". */
    private static Verdict behind(Steps steps, int last) {
        Step next = steps.get(last + 1);
        if (next.is(Sense.FUND) || next.is(Sense.VOLUME) || next.is(Sense.TARGET)) {
            return Verdict.OTHER;
        }
        boolean month = next.is(Sense.PERIOD) && month(next);
        if (!month && !next.amongWords("in", "of", "for")) {
            return Verdict.OPEN;
        }
        for (int place = last + 2; place <= last + BEHIND; place++) {
            Step step = steps.get(place);
            switch (step.sense()) {
                case SHARE, INDEX, PRICE -> {
                    return Verdict.SHARE;
                }
                case FUND, VOLUME, USUAL, TARGET, EARNINGS, CAP, PE, RSI -> {
                    return Verdict.OTHER;
                }
                case PERIOD -> {
                    if (place <= last + 4 && !month(step)) {
                        return Verdict.OPEN;
                    }
                }
                default -> {
                    if (step.amongWords("value", "trading", "trade", "deals")) {
                        return Verdict.OPEN;
                    }
                    if ((month && !step.is(Sense.NUMBER)) || steps.percent(place)) {
                        return Verdict.OPEN;
                    }
                    if (step.is(Sense.BREAK) || step.amongWords(",", ";", "and", "")) {
                        return month || name(steps, last + 2) ? Verdict.OPEN : Verdict.OTHER;
                    }
                }
            }
        }
        return name(steps, last + 2) ? Verdict.OPEN : Verdict.OTHER;
    }

    private static boolean month(Step step) {
        return step.argument().equals("MONTH") && step.word().startsWith("in ");
    }

    private static boolean name(Steps steps, int at) {
        return steps.get(at).token() instanceof Word word
                && word.capitalised()
                && steps.get(at).is(Sense.PLAIN);
    }

    /** The nearest thing before the verb; nothing at all before it counts for the share. */
    private static Verdict before(Steps steps, int from) {
        boolean comma = false;
        boolean named = false;
        for (int place = from - 1; place >= Math.max(0, from - WAY); place--) {
            Step step = steps.get(place);
            switch (step.sense()) {
                case SHARE, INDEX, PRICE, TRADE -> {
                    if (!step.is(Sense.TRADE)) {
                        return Verdict.SHARE;
                    }
                }
                case FUND, VOLUME, TARGET, EARNINGS, CAP, PE, RSI, GROW -> {
                    boolean cause = comma && (named || caused(steps, place));
                    if (!cause && !(caused(steps, place) && named)) {
                        return Verdict.OTHER;
                    }
                }
                case BREAK -> {
                    if (named) {
                        return Verdict.SHARE;
                    }
                }
                default -> {
                    comma |= step.is(",");
                    named |= subject(steps, place);
                }
            }
        }
        return Verdict.SHARE;
    }

    private static boolean subject(Steps steps, int at) {
        return steps.get(at).is(Sense.TICKER)
                || name(steps, at)
                || steps.get(at).amongWords("it", "company", "firm", "maker", "giant", "chipmaker", "retailer");
    }

    /** Whether a preposition of cause or time stands closely before a thing. */
    private static boolean caused(Steps steps, int at) {
        for (int place = at - 1; place >= Math.max(0, at - 6); place--) {
            Step step = steps.get(place);
            if (step.is(Sense.EVENT) || step.is("ahead of") || step.is("since")) {
                return true;
            }
            if (step.is(Sense.NUMBER)) {
                return false;
            }
        }
        return false;
    }
}
