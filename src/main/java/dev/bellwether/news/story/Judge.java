package dev.bellwether.news.story;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Decides whether two articles report the same event.
 *
 * <p>First what keeps apart whatever else is alike: other companies, another analyst's house, another target, another month or
 * quarter, another country in the headline, too many days. Then a score: how alike the telling words are, and how much of each
 * headline the other article knows, with something added for a shared house and target, for shared names beside the company,
 * and for shared numbers, and something taken off for a name in each headline that the other article has never heard of, for
 * another kind of event, for numbers that differ, and for the days between.
 *
 * <p>The weights come from judgement and from articles written for the tests. Real pairs of one event mostly score 0.45 to 1.1,
 * other pairs about the same company below 0.25.
 */
final class Judge {
    /** From this score on it is the same event. */
    static final double SAME = 0.3;

    /** The score of what must be kept apart. */
    static final double APART = -1;

    /** The score of a syndicated copy, as high as that of the closest rewrites. */
    private static final double COPY = 1;

    /** As telling as two rare names. */
    private static final double TWO_NAMES = 10;

    private static final double COVER = 0.25;
    private static final double SAME_HOUSE = 0.18;
    private static final double SAME_TARGET = 0.13;
    private static final double SAME_KIND = 0.03;
    private static final double OTHER_KIND = 0.08;
    private static final double OTHER_PLACE = 0.2;
    private static final double OTHER_NUMBERS = 0.08;
    private static final double CALL_AND_NO_CALL = 0.05;
    private static final double NO_SUBJECT = 0.15;

    /** Per unit of surprise, see {@link Commonness}, of which {@value #ENOUGH} are enough. */
    private static final double SHARED = 0.008;

    private static final double STRANGE = 0.045;
    private static final double ENOUGH = 15;

    /** Per day after the first, and once more per day after the third. */
    private static final double DAY = 0.03;

    private static final double LATE_DAY = 0.05;

    /** Longest time between two reports of one event, in days. */
    private final double window;

    Judge(double window) {
        this.window = window;
    }

    /** The score of two articles; {@link #APART} if something keeps them apart. */
    double score(Gist a, Gist b) {
        if (apart(a, b)) {
            return APART;
        }
        Likeness like = Likeness.of(a.terms(), b.terms());
        boolean strangers = like.subject() == 0
                && Collections.disjoint(a.companies(), b.companies())
                && Collections.disjoint(a.tickers(), b.tickers());
        if (strangers && (isCall(a) || isCall(b) || like.names() < TWO_NAMES)) {
            return APART;
        }
        if (copies(a, b, like)) {
            return COPY;
        }
        return like.cosine() + COVER * like.cover() + gain(a, b, like) - loss(a, b, like) - when(strangers, NO_SUBJECT);
    }

    /** Whether too much time lies between two articles; never if the time of one is unknown. */
    boolean tooLate(Gist a, Gist b) {
        return days(a, b) > window;
    }

    /** The same text but for a word or two, and these are neither a name in the headline nor a number. */
    private static boolean copies(Gist a, Gist b, Likeness like) {
        return SimHash.near(a.fingerprint(), b.fingerprint())
                && like.strange() == 0
                && !otherNumbers(a.quantities(), b.quantities());
    }

    private boolean apart(Gist a, Gist b) {
        return tooLate(a, b)
                || differ(a.companies(), b.companies())
                || differ(a.firms(), b.firms())
                || differ(a.periods(), b.periods())
                || differ(a.places(), b.places())
                || (isCall(a) && isCall(b) && differ(a.targets(), b.targets()));
    }

    private static double gain(Gist a, Gist b, Likeness like) {
        boolean house = share(a.firms(), b.firms());
        return SHARED * Math.min(like.names(), ENOUGH)
                + SHARED * Math.min(like.numbers(), ENOUGH)
                + when(house, SAME_HOUSE)
                + when(house && share(a.targets(), b.targets()), SAME_TARGET)
                + when(share(a.kinds(), b.kinds()), SAME_KIND);
    }

    private static double loss(Gist a, Gist b, Likeness like) {
        double days = days(a, b);
        return STRANGE * Math.min(like.strange(), ENOUGH)
                + when(differ(a.kinds(), b.kinds()), OTHER_KIND)
                + when(differ(a.leadPlaces(), b.leadPlaces()), OTHER_PLACE)
                + when(a.firms().isEmpty() != b.firms().isEmpty(), CALL_AND_NO_CALL)
                + when(otherNumbers(a.quantities(), b.quantities()), OTHER_NUMBERS)
                + DAY * Math.max(0, days - 1)
                + LATE_DAY * Math.max(0, days - 3);
    }

    /** Both count the same thing, and no number of the one agrees with any of the other. */
    private static boolean otherNumbers(List<Quantity> a, List<Quantity> b) {
        List<Quantity> left = a.stream().filter(Quantity::telling).toList();
        List<Quantity> right = b.stream().filter(Quantity::telling).toList();
        return left.stream().anyMatch(x -> right.stream().anyMatch(x::countsLike))
                && left.stream().noneMatch(x -> right.stream().anyMatch(x::agrees));
    }

    private static boolean isCall(Gist gist) {
        return gist.kinds().contains(Kinds.RATING);
    }

    private static double days(Gist a, Gist b) {
        return a.dated() && b.dated() ? Math.abs(a.at() - b.at()) / 86_400.0 : 0;
    }

    private static double when(boolean so, double weight) {
        return so ? weight : 0;
    }

    private static boolean share(Set<?> a, Set<?> b) {
        return !Collections.disjoint(a, b);
    }

    /** Both are known and have nothing in common. */
    private static boolean differ(Set<?> a, Set<?> b) {
        return !a.isEmpty() && !b.isEmpty() && Collections.disjoint(a, b);
    }
}
