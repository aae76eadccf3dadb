package dev.bellwether.reading.claim;

import dev.bellwether.fact.Claim.Kind;
import org.jspecify.annotations.Nullable;

/** What a share costs: "closed at $5", "fell 2% to $5", "a share price of $5", "a record high of $5". */
final class Prices {
    private static final int SUBJECT = 30;

    private Prices() {}

    static @Nullable Found read(Steps steps, int at, Amount amount) {
        if (!amount.price() || otherwise(steps, at)) {
            return null;
        }
        int governor = steps.governor(at);
        Step next = steps.get(at + 1);
        if (next.is(Sense.PRICE)
                && amount.money()
                && !steps.get(governor).among(Sense.TARGET, Sense.FUND, Sense.DEAL)) {
            return Found.of(Kind.PRICE, amount, at, 0.8);
        }
        boolean maybe = !steps.get(governor).is(Sense.PRICE) && steps.left(governor, 5, Sense.MODAL) >= 0;
        double sure = maybe ? 0 : sure(steps, at, amount, governor);
        return sure > 0 ? Found.of(Kind.PRICE, amount, at, sure) : null;
    }

    /** What follows the number makes it something else: a change in dollars, a dividend, a target. */
    private static boolean otherwise(Steps steps, int at) {
        Step next = steps.get(at + 1);
        boolean perShare =
                next.amongWords("per", "a", "each") && steps.get(at + 2).is(Sense.SHARE);
        boolean range = next.amongWords("-", "–", "—") && steps.amount(at + 2) != null;
        return range
                || next.among(Sense.LEVEL, Sense.UP, Sense.DOWN, Sense.TARGET, Sense.FUND, Sense.GROW, Sense.DEAL)
                || next.amongWords(":", "strike", "billion", "million")
                || (perShare && deal(steps, at));
    }

    private static double sure(Steps steps, int at, Amount amount, int governor) {
        Step thing = steps.get(governor);
        return switch (thing.sense()) {
            case PRICE, SHARE -> amount.money() && !deal(steps, governor) && named(steps, at, governor) ? 0.9 : 0;
            case EXTREME -> amount.money() && share(steps, governor) ? 0.85 : 0;
            case SAME, UP, DOWN, NUMBER, PERIOD, MOVE -> amount.money() ? arrived(steps, at, governor) : 0;
            case TRADE, TRADED -> traded(steps, at, amount, governor);
            default -> 0;
        };
    }

    /** "shares of $5" is none, "shares at $5" is one. */
    private static boolean named(Steps steps, int at, int governor) {
        Step step = steps.get(governor);
        boolean noun = step.is(Sense.PRICE) || step.word().contains("price");
        return noun
                ? !step.amongWords("price", "prices", "quote") || share(steps, governor)
                : steps.get(at - 1).is("at")
                        || steps.get(at - 2).is("at")
                        || steps.get(at - 1).is(":");
    }

    /** Behind a move: "rose 3% to $5", "up at $5", "fell by $1 to $5". */
    private static double arrived(Steps steps, int at, int governor) {
        boolean arrives = false;
        for (int place = governor + 1; place < at; place++) {
            arrives |= steps.get(place).amongWords("to", "at", "near", "around");
        }
        boolean number = !steps.get(governor).is(Sense.NUMBER)
                || steps.percent(governor)
                || steps.left(governor, 4, Sense.UP, Sense.DOWN) >= 0;
        boolean moved =
                steps.left(at, 9, Sense.UP, Sense.DOWN, Sense.SAME, Sense.TRADE) >= 0 || steps.percent(governor);
        char sign = steps.get(governor).token().text().charAt(0);
        if (arrives && steps.amount(governor) != null && (sign == '-' || sign == '+')) {
            return 0.8;
        }
        return arrives && number && moved && share(steps, governor) ? 0.9 : 0;
    }

    private static double traded(Steps steps, int at, Amount amount, int governor) {
        Step verb = steps.get(governor);
        boolean reached = verb.amongWords(
                "hit",
                "hits",
                "hitting",
                "touched",
                "touching",
                "reached",
                "reaching",
                "touches",
                "reaches",
                "fetched");
        boolean placed = false;
        for (int place = governor; place < at; place++) {
            placed |= steps.get(place)
                            .amongWords(
                                    "at", "near", "around", "to", "as low as", "as high as", "about", "approximately")
                    || steps.get(place).word().endsWith(" at");
        }
        boolean decimal = amount.money() || amount.value().scale() > 0;
        return decimal && (placed || (reached && amount.money())) && share(steps, governor) && !deal(steps, governor)
                ? 0.9
                : 0;
    }

    /** Whether nothing but the share is spoken of before a step: the nearest of the things named decides. */
    private static boolean share(Steps steps, int from) {
        for (int place = from - 1; place >= Math.max(0, from - SUBJECT); place--) {
            Step step = steps.get(place);
            if (step.among(Sense.SHARE, Sense.PRICE, Sense.TRADE, Sense.TICKER, Sense.BREAK)) {
                return true;
            }
            if (step.among(Sense.FUND, Sense.TARGET, Sense.GROW)) {
                return steps.left(from, from - place - 1, Sense.PERIOD, Sense.EVENT) >= 0 && comma(steps, place, from);
            }
            if (step.is(Sense.MODAL) && from - place <= 4) {
                return false;
            }
        }
        return true;
    }

    private static boolean comma(Steps steps, int from, int to) {
        for (int place = from; place < to; place++) {
            if (steps.get(place).is(",")) {
                return true;
            }
        }
        return false;
    }

    /** Somebody bought or sold there: then it is his price. */
    private static boolean deal(Steps steps, int from) {
        int deal = steps.left(from, 14, Sense.DEAL);
        return deal >= 0 && !comma(steps, deal, from);
    }
}
