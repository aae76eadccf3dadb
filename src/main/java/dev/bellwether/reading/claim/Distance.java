package dev.bellwether.reading.claim;

import dev.bellwether.reading.claim.Changes.Move;

/** A percentage that is a distance: "1.1% below its 52-week high", "12% upside", "off 49% from highs", "3% above the target". */
final class Distance {
    private static final int REACH = 7;

    private Distance() {}

    static boolean measured(Steps steps, int at, Move move) {
        return beside(steps, at) || fromLevel(steps, at, move) || wished(steps, at, move);
    }

    /** Words right behind it that make it something else. */
    private static boolean beside(Steps steps, int at) {
        Step next = steps.get(at + 1);
        boolean thing = next.among(Sense.FUND, Sense.TARGET, Sense.MODAL, Sense.GROW)
                || next.amongWords(
                        "undervalued", "overvalued", "owned", "below", "above", "away", "shy", "short", "cheaper");
        boolean yearly =
                next.amongWords("a", "per", "each") && steps.get(at + 2).is(Sense.PERIOD);
        boolean adverb =
                next.is(Sense.PLAIN) && steps.get(at + 2).amongWords("undervalued", "overvalued", "below", "above");
        boolean than = next.amongWords("higher", "lower") && steps.get(at + 2).is("than") && !close(steps, at + 3);
        return thing || adverb || yearly || than;
    }

    private static boolean close(Steps steps, int from) {
        return steps.right(from - 1, 5, Sense.PRICE, Sense.PERIOD) >= 0;
    }

    /** A level, high or target to which the percentage is measured: "down 30% from its record high". */
    private static boolean fromLevel(Steps steps, int at, Move move) {
        for (int place = at + 1; place <= at + REACH; place++) {
            Step step = steps.get(place);
            if (steps.percent(place) || step.amongWords(",", ";", ".") || step.is(Sense.BREAK)) {
                return false;
            }
            if (step.amongWords("from", "off", "above", "below", "beneath", "under")) {
                return levelBehind(steps, place, move);
            }
        }
        return false;
    }

    private static boolean levelBehind(Steps steps, int from, Move move) {
        for (int place = from + 1; place <= from + REACH; place++) {
            Step step = steps.get(place);
            if (step.among(Sense.HIGH52, Sense.LOW52, Sense.EXTREME, Sense.AVERAGE, Sense.TARGET, Sense.RANGE52)) {
                return true;
            }
            boolean time = step.among(Sense.PERIOD, Sense.PRICE);
            if (time) {
                return step.argument().equals("OTHER");
            }
            if (step.amongWords(",", ";") || step.is(Sense.BREAK)) {
                return false;
            }
        }
        return !steps.get(from + 1).is(Sense.NUMBER) && move.anchor() < 0;
    }

    /** What may be, is expected or implied. */
    private static boolean wished(Steps steps, int at, Move move) {
        int from = Math.min(at, move.anchor());
        for (int place = from - 1; place >= Math.max(0, from - 6); place--) {
            Step step = steps.get(place);
            if (step.is(Sense.MODAL) && !step.is("if")) {
                return true;
            }
            if (steps.percent(place) || step.among(Sense.BREAK, Sense.EVENT) || step.amongWords(",", ";")) {
                return false;
            }
        }
        return false;
    }
}
