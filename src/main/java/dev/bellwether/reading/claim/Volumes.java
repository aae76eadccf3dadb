package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How many shares changed hands. Shares that somebody bought, sold or holds are none, nor are contracts. */
final class Volumes {
    private static final BigDecimal LEAST = BigDecimal.valueOf(100);

    private Volumes() {}

    static @Nullable Found read(Steps steps, int at, Amount amount) {
        boolean count = !amount.money() && !amount.times() && amount.value().compareTo(LEAST) >= 0;
        if (!count || steps.get(at + 1).is(Sense.FUND) || steps.get(at + 1).is(Sense.PERIOD)) {
            return null;
        }
        boolean shares = steps.get(at + 1).is(Sense.SHARE);
        Step thing = steps.get(steps.governor(at));
        boolean said = thing.among(Sense.VOLUME, Sense.USUAL, Sense.TRADED)
                && (shares || thing.is(Sense.VOLUME) || volume(thing));
        return said || (shares && traded(steps, at)) ? Found.plain(Kind.VOLUME, amount.value(), at, 0.9) : null;
    }

    private static boolean volume(Step thing) {
        return thing.word().contains("volume")
                || thing.word().equals("adv")
                || thing.word().contains("turnover");
    }

    /** "15.7 million shares of the company changed hands", "volume was heavy, with 3 million shares". */
    private static boolean traded(Steps steps, int at) {
        if (steps.right(at, 9, Sense.TRADED) >= 0 && steps.right(at, 9, Sense.TRADED) < until(steps, at)) {
            return true;
        }
        int left = steps.left(at, 12, Sense.VOLUME, Sense.USUAL, Sense.TRADED, Sense.DEAL);
        return left >= 0 && !steps.get(left).is(Sense.DEAL);
    }

    /** Where what is said of this number ends. */
    private static int until(Steps steps, int at) {
        int end = steps.right(at, 9, Sense.NUMBER, Sense.DEAL, Sense.BREAK);
        return end < 0 ? at + 10 : end;
    }
}
