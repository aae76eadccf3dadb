package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers that belong to a named thing: an average, the RSI, a high or low of a year, a level, a ratio, a market value. */
final class Attributes {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST_MARKET_VALUE = BigDecimal.valueOf(100_000);
    private static final int LIST = 6;

    private Attributes() {}

    static @Nullable Found read(Steps steps, int at, Amount amount) {
        int governor = inList(steps, at);
        Found found = governor < 0 ? null : value(steps, at, amount, governor);
        if (found != null || (governor >= 0 && Steps.measured(steps.get(governor)) && linkedClosely(steps, at))) {
            return found;
        }
        int follower = follower(steps, at, amount);
        return follower < 0 ? null : value(steps, at, amount, follower);
    }

    /** "14 times forward earnings". */
    static @Nullable Found times(Steps steps, int at) {
        Step step = steps.get(at);
        if (step.is(Sense.TIMES)
                && step.number() > 0
                && steps.get(steps.governor(at)).is(Sense.PE)) {
            return Found.plain(Kind.PE, BigDecimal.valueOf(step.number()), at, 0.9);
        }
        int earnings = step.is(Sense.TIMES) && step.number() > 0 ? steps.right(at, 4, Sense.EARNINGS, Sense.PE) : -1;
        boolean near = earnings >= 0 && steps.right(at, earnings - at - 1, Sense.MARK, Sense.NUMBER, Sense.USUAL) < 0;
        return near ? Found.plain(Kind.PE, BigDecimal.valueOf(step.number()), at, 0.9) : null;
    }

    /** A number after which another thing follows may be that thing's; one behind "of" or "at" is not. */
    private static boolean linkedClosely(Steps steps, int at) {
        return steps.get(at - 1).amongWords("of", "at", "is", "was", ":", "near", "stands at") && !adjacent(steps, at);
    }

    private static boolean adjacent(Steps steps, int at) {
        return steps.get(at + 1).among(Sense.SUPPORT, Sense.RESISTANCE, Sense.PE, Sense.CAP);
    }

    /** The governor, over the numbers before it in a list such as "support at $5, $4 and $3". */
    private static int inList(Steps steps, int at) {
        int number = at;
        for (int way = 0; way < LIST; way++) {
            int before = number - 1;
            while (before > 0 && steps.get(before).amongWords("and", "or", ",", "then")) {
                before--;
            }
            if (before == number - 1 || steps.amount(before) == null) {
                break;
            }
            number = before;
        }
        int governor = steps.governor(number);
        Sense sense = steps.get(governor).sense();
        boolean lists = sense == Sense.SUPPORT || sense == Sense.RESISTANCE || sense == Sense.AVERAGE;
        return number == at || lists ? governor : steps.governor(at);
    }

    /** The thing that stands behind its number: "$83 billion market capitalization", "17x forward P/E", "$25.80 support". */
    private static int follower(Steps steps, int at, Amount amount) {
        for (int next = at + 1; next <= at + 4; next++) {
            Step step = steps.get(next);
            boolean near = next <= at + 3 || amount.times();
            if (step.among(Sense.PE, Sense.CAP) && near) {
                return step.is(Sense.CAP) && changed(steps, at, next) ? -1 : next;
            }
            if (step.among(Sense.SUPPORT, Sense.RESISTANCE) && next <= at + 2) {
                return breaks(step) ? -1 : next;
            }
            if (step.is(Sense.AVERAGE) && next == at + 1 && amount.money()) {
                return next;
            }
            boolean mark =
                    step.among(Sense.HIGH52, Sense.LOW52) && steps.get(at + 1).is("as");
            if (mark || (step.is(Sense.EARNINGS) && amount.times())) {
                return next;
            }
            if (!(step.is(Sense.PLAIN)
                            || step.amongWords(
                                    "-", "the", "its", "a", "trailing", "forward", "total", "low", "high", "strong"))
                    || step.amongWords("and", "or", "with")) {
                return -1;
            }
        }
        return -1;
    }

    /** "added $5 billion in market value" says by how much, not how much it is. */
    private static boolean changed(Steps steps, int at, int thing) {
        return steps.get(thing - 1).amongWords("in", "of", "its") && steps.left(at, 4, Sense.UP, Sense.DOWN) >= 0;
    }

    private static boolean breaks(Step step) {
        return step.word().contains("break") && !step.word().startsWith("breakout");
    }

    private static @Nullable Found value(Steps steps, int at, Amount amount, int governor) {
        Step thing = steps.get(governor);
        return switch (thing.sense()) {
            case AVERAGE -> average(steps, at, amount, governor);
            case PERIOD -> bracketedAverage(steps, at, amount, governor);
            case RSI -> rsi(steps, at, amount, governor);
            case HIGH52 -> price(Kind.HIGH_52W, at, amount);
            case LOW52 -> price(Kind.LOW_52W, at, amount);
            case SUPPORT -> level(steps, Kind.LEVEL_SUPPORT, at, amount);
            case RESISTANCE -> level(steps, Kind.LEVEL_RESISTANCE, at, amount);
            case PE, EARNINGS -> ratio(thing, at, amount);
            case CAP -> marketValue(at, amount);
            default -> null;
        };
    }

    private static @Nullable Found price(Kind kind, int at, Amount amount) {
        return amount.price() ? Found.of(kind, amount, at, amount.money() ? 0.95 : 0.7) : null;
    }

    private static @Nullable Found level(Steps steps, Kind kind, int at, Amount amount) {
        Step next = steps.get(at + 1);
        boolean count = !amount.money()
                && next.among(Sense.PERIOD, Sense.PLAIN)
                && !next.amongWords("and", "or", "as", "then", "for");
        return count ? null : price(kind, at, amount);
    }

    /** "50-day and 200-day moving averages of $5 and $6": the first number belongs to the first period. */
    private static @Nullable Found average(Steps steps, int at, Amount amount, int governor) {
        int period = steps.get(governor).number();
        boolean pair = steps.get(governor - 1).amongWords("and", "/")
                && steps.get(governor - 2).is(Sense.PERIOD)
                && steps.get(governor - 2).number() > 0;
        if (pair && steps.get(at + 1).is("and") && steps.amount(at + 2) != null) {
            period = steps.get(governor - 2).number();
        }
        Found found = price(Kind.SMA, at, amount);
        return found == null || period == 0 ? null : found.over(period);
    }

    /** "its 50-day ($5) and 200-day ($6) moving averages". */
    private static @Nullable Found bracketedAverage(Steps steps, int at, Amount amount, int governor) {
        Step period = steps.get(governor);
        boolean bracket = steps.get(at - 1).is("(") && governor == at - 2 && period.number() >= 5;
        Found found = bracket && steps.right(at, 8, Sense.AVERAGE) >= 0 ? price(Kind.SMA, at, amount) : null;
        return found == null ? null : found.over(period.number());
    }

    private static @Nullable Found rsi(Steps steps, int at, Amount amount, int governor) {
        boolean fits = !amount.money()
                && amount.price()
                && amount.value().compareTo(HUNDRED) <= 0
                && !(steps.get(at - 1).is("(")
                        && steps.get(at + 1).is(")")
                        && amount.value().scale() <= 0);
        if (!fits) {
            return null;
        }
        int period = steps.right(governor, at - governor - 1, Sense.PERIOD);
        int before = steps.get(governor - 1).is(Sense.PERIOD) ? governor - 1 : -1;
        int days = steps.get(period >= 0 ? period : before).number();
        return Found.plain(Kind.RSI, amount.value(), at, 0.95).over(days);
    }

    private static @Nullable Found ratio(Step thing, int at, Amount amount) {
        boolean fits = !amount.money() && !amount.scaled();
        return fits && (thing.is(Sense.PE) || amount.times()) ? Found.plain(Kind.PE, amount.value(), at, 0.95) : null;
    }

    private static @Nullable Found marketValue(int at, Amount amount) {
        boolean fits = !amount.times()
                && (amount.money() || amount.scaled())
                && amount.value().compareTo(LEAST_MARKET_VALUE) >= 0;
        return fits ? Found.of(Kind.MARKET_CAP, amount, at, 0.95) : null;
    }
}
