package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import org.jspecify.annotations.Nullable;

/** The two ends of a range of 52 weeks: "a one-year range of $87 to $139", "52-week high and low of $10 and $5". */
final class Ranges {
    private Ranges() {}

    static @Nullable Found read(Steps steps, int at, Amount amount) {
        if (!amount.price()) {
            return null;
        }
        int range = steps.governor(at);
        if (opens(steps, range) && joins(steps, at + 1) && steps.amount(at + 2) != null) {
            return end(amount, steps.amount(at + 2), at, true);
        }
        if (traded(steps, at)) {
            return end(amount, steps.amount(at + 2), at, true);
        }
        if (traded(steps, at - 2)) {
            return end(amount, steps.amount(at - 2), at, false);
        }
        if (joins(steps, at - 1) && steps.amount(at - 2) != null && opens(steps, steps.governor(at - 2))) {
            return end(amount, steps.amount(at - 2), at, false);
        }
        return null;
    }

    /** "has traded between $1 and $7 in the past year". */
    private static boolean traded(Steps steps, int first) {
        boolean pair = steps.amount(first) != null && joins(steps, first + 1) && steps.amount(first + 2) != null;
        int year = pair ? steps.right(first + 2, 5, Sense.PERIOD) : -1;
        return year >= 0
                && steps.get(year).argument().equals(Horizon.YEAR.name())
                && steps.left(first, 6, Sense.TRADE, Sense.TRADED) >= 0
                && (steps.get(first - 1).amongWords("between", "from")
                        || steps.get(first - 2).is("range"));
    }

    private static boolean opens(Steps steps, int at) {
        Step step = steps.get(at);
        return step.is(Sense.RANGE52)
                || (step.among(Sense.HIGH52, Sense.LOW52) && joined(step.word()))
                || (step.is(Sense.EXTREME) && steps.get(at - 1).amongWords("and", "/") && near52(steps, at - 2));
    }

    private static boolean joined(String phrase) {
        return phrase.contains(" and ");
    }

    private static boolean near52(Steps steps, int at) {
        return steps.get(at).among(Sense.HIGH52, Sense.LOW52);
    }

    private static boolean joins(Steps steps, int at) {
        return steps.get(at).amongWords("to", "-", "–", "—", "and", "/");
    }

    private static Found end(Amount amount, @Nullable Amount other, int at, boolean first) {
        int order = other == null ? 0 : amount.value().compareTo(other.value());
        boolean lower = order == 0 ? first : order < 0;
        Amount value =
                amount.money() || other == null ? amount : new Amount(amount.value(), other.currency(), false, false);
        return Found.of(lower ? Kind.LOW_52W : Kind.HIGH_52W, value, at, 0.9);
    }
}
