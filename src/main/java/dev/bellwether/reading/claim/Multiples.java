package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import dev.bellwether.reading.token.Numeral;
import dev.bellwether.reading.token.Percent;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** The volume as a multiple of the usual one: "twice the average", "31% below average" (0.69), "1.8x normal". */
final class Multiples {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int REACH = 8;
    private static final int CONTEXT = 20;

    private Multiples() {}

    /** From a percentage. */
    static @Nullable Found percent(Steps steps, int at) {
        int usual = usual(steps, at);
        if (usual < 0 || !volume(steps, at, usual)) {
            return null;
        }
        BigDecimal share = ((Percent) steps.get(at).token()).value().abs().divide(HUNDRED, MathContext.DECIMAL64);
        int sign = sign(steps, at, usual);
        BigDecimal multiple = sign == 0 ? share : sign > 0 ? BigDecimal.ONE.add(share) : BigDecimal.ONE.subtract(share);
        return Found.plain(Kind.VOLUME_MULTIPLE, multiple, at, 0.85);
    }

    /** From "twice", "three times", "1.8x". */
    static @Nullable Found times(Steps steps, int at) {
        BigDecimal factor = factor(steps, at);
        int usual = factor == null ? -1 : usual(steps, at);
        return factor == null || usual < 0 || !volume(steps, at, usual)
                ? null
                : Found.plain(Kind.VOLUME_MULTIPLE, factor, at, 0.9);
    }

    private static @Nullable BigDecimal factor(Steps steps, int at) {
        Step step = steps.get(at);
        if (step.is(Sense.TIMES)) {
            return new BigDecimal(step.argument());
        }
        boolean number = step.is(Sense.NUMBER) && step.token() instanceof Numeral;
        boolean times = number
                && step.token() instanceof Numeral numeral
                && (numeral.unit() == Numeral.Unit.TIMES || steps.get(at + 1).amongWords("times", "x"));
        return times && step.token() instanceof Numeral numeral ? numeral.value() : null;
    }

    /** The usual volume that it is measured by, behind it. */
    private static int usual(Steps steps, int at) {
        for (int place = at + 1; place <= at + REACH; place++) {
            Step step = steps.get(place);
            if (step.is(Sense.USUAL) || (step.is(Sense.AVERAGE) && steps.left(at, 6, Sense.VOLUME) >= 0)) {
                return place;
            }
            if (step.among(Sense.NUMBER, Sense.BREAK, Sense.AVERAGE) || step.amongWords(",", ";")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean volume(Steps steps, int at, int usual) {
        Step named = steps.get(usual);
        boolean inName = named.word().contains("volume") || named.word().contains("trading");
        return inName
                || steps.right(usual, 2, Sense.VOLUME) >= 0
                || steps.left(at, CONTEXT, Sense.VOLUME, Sense.TRADED) >= 0;
    }

    private static int sign(Steps steps, int at, int usual) {
        for (int place = at + 1; place < usual; place++) {
            Step step = steps.get(place);
            if (step.amongWords("below", "under", "less", "lighter", "beneath", "lower") || step.is(Sense.DOWN)) {
                return -1;
            }
            if (step.amongWords("above", "more", "over", "heavier", "higher", "greater") || step.is(Sense.UP)) {
                return 1;
            }
        }
        if (steps.get(at + 1).is("of")) {
            return 0;
        }
        int word = steps.left(at, 4, Sense.UP, Sense.DOWN, Sense.GROW);
        return word < 0 ? 0 : steps.get(word).is(Sense.DOWN) ? -1 : 1;
    }
}
