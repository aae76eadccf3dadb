package dev.bellwether.reading.claim;

import dev.bellwether.reading.claim.Changes.Move;

/**
 * Over which time something changed: the words behind the percentage up to the next comma, else those before it, else (with "in the
 * same period", or in a comparison) the time of the percentage before. A move of a share without a time is one of the day.
 */
final class Spans {
    private static final int WAY = 24;

    private Spans() {}

    static Horizon of(Steps steps, int at, Move move) {
        Horizon behind = behind(steps, at);
        if (behind != Horizon.NONE) {
            return behind == Horizon.SAME ? inherited(steps, at) : behind;
        }
        Horizon before = before(steps, move.elliptical() ? at : Math.min(at, move.anchor()), at);
        if (before != Horizon.NONE) {
            return before == Horizon.SAME ? inherited(steps, at) : before;
        }
        if (compared(steps, at)) {
            return inherited(steps, at);
        }
        boolean comparison = steps.left(at, WAY, Sense.VERSUS) >= 0;
        Horizon carried = comparison ? fromSentenceBefore(steps) : Horizon.NONE;
        return carried == Horizon.NONE || carried == Horizon.SAME ? Horizon.DAY : carried;
    }

    private static Horizon behind(Steps steps, int at) {
        for (int place = at + 1; place <= at + WAY; place++) {
            Step step = steps.get(place);
            boolean stops = steps.percent(place)
                    || (step.among(Sense.BREAK, Sense.VERSUS, Sense.EVENT) && !step.is("on"))
                    || step.amongWords(",", ";", ":", "", "•", "–", "—")
                    || (step.is("and") && !time(steps, place + 1));
            if (stops) {
                return Horizon.NONE;
            }
            if (time(steps, place)) {
                return horizon(steps, place);
            }
        }
        return Horizon.NONE;
    }

    private static boolean time(Steps steps, int at) {
        Step step = steps.get(at);
        return step.is(Sense.PERIOD) && horizon(steps, at) != Horizon.NONE && !possessor(steps, at);
    }

    /** "the past three years", "Friday's report" say nothing of this change. */
    private static boolean possessor(Steps steps, int at) {
        return steps.get(at + 1).is("'s") && steps.get(at + 2).among(Sense.EARNINGS, Sense.FUND, Sense.PLAIN);
    }

    private static Horizon horizon(Steps steps, int at) {
        Horizon horizon = Horizon.valueOf(steps.get(at).argument());
        if (horizon != Horizon.CALENDAR) {
            return horizon;
        }
        return steps.get(at).number() < steps.year() ? Horizon.YEAR : Horizon.YTD;
    }

    private static Horizon before(Steps steps, int from, int at) {
        int start = Math.max(from, at);
        for (int place = start - 1; place >= Math.max(0, start - WAY); place--) {
            Step step = steps.get(place);
            if (steps.percent(place) || step.is(Sense.BREAK) || step.amongWords(";")) {
                return Horizon.NONE;
            }
            if (step.is("and") && steps.get(place - 1).is(",")) {
                return Horizon.NONE;
            }
            if (time(steps, place)) {
                return horizon(steps, place);
            }
        }
        return Horizon.NONE;
    }

    /** The kind of the percentage before it in the sentence. */
    private static Horizon inherited(Steps steps, int at) {
        for (int place = at - 1; place >= Math.max(0, at - WAY); place--) {
            if (steps.percent(place)) {
                Horizon behind = behind(steps, place);
                Horizon found = behind == Horizon.NONE ? before(steps, place, place) : behind;
                if (found != Horizon.NONE && found != Horizon.SAME) {
                    return found;
                }
                Horizon earlier = sentenceBefore(steps);
                return earlier == Horizon.NONE ? Horizon.DAY : earlier;
            }
        }
        Horizon earlier = sentenceBefore(steps);
        return earlier == Horizon.NONE ? Horizon.OTHER : earlier;
    }

    /** "This compares with a gain of 2%": of the sentence before. */
    private static Horizon fromSentenceBefore(Steps steps) {
        return steps.get(0).amongWords("this", "that", "those", "it") ? sentenceBefore(steps) : Horizon.NONE;
    }

    private static Horizon sentenceBefore(Steps steps) {
        Steps previous = steps.previous();
        if (previous == null) {
            return Horizon.NONE;
        }
        for (int place = previous.size() - 1; place >= Math.max(0, previous.size() - WAY); place--) {
            if (previous.percent(place)) {
                Horizon behind = behind(previous, place);
                Horizon found = behind == Horizon.NONE ? before(previous, place, place) : behind;
                return found == Horizon.SAME ? Horizon.NONE : found;
            }
        }
        return Horizon.NONE;
    }

    private static boolean compared(Steps steps, int at) {
        int versus = steps.left(at, 12, Sense.VERSUS);
        return versus >= 0 && percentBetween(steps, Math.max(0, versus - WAY), versus);
    }

    private static boolean percentBetween(Steps steps, int from, int to) {
        for (int place = from; place < to; place++) {
            if (steps.percent(place)) {
                return true;
            }
        }
        return false;
    }
}
