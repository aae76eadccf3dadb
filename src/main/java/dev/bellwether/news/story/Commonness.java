package dev.bellwether.news.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How surprising a term is: the natural logarithm of one over the share of stories it occurs in. A built-in table speaks for
 * the first articles, what was read since counts more and more, and what was read long ago less and less.
 *
 * <p>Stories are counted, not articles: an event that everybody rewrites does not make its own words look ordinary.
 */
final class Commonness {
    /** So many stories does the built-in table weigh. */
    private static final double PRIOR = 300;

    /** After so many stories one counts a third of what it did. */
    private static final double MEMORY = 20_000;

    /** More terms than this are not counted: the rarest are forgotten first. */
    private static final int TERMS = 200_000;

    private static final Map<String, List<String>> TABLE = Lexicon.entries("common.txt");
    private static final Set<String> STOP = stems("stop");
    private static final Map<String, Double> SHARES = shares();

    private final Map<Long, Double> seen = new HashMap<>();
    private double stories;
    private double weight = 1;

    static boolean isStop(String stem) {
        return STOP.contains(stem);
    }

    /** Whether the built-in table knows a word: such a word is not a name because a headline writes it with a capital. */
    static boolean isOrdinary(String stem) {
        return SHARES.containsKey(stem) || STOP.contains(stem);
    }

    /** How surprising a word is, at least 0. */
    double ofWord(long key, String stem, boolean name) {
        return surprise(key, SHARES.getOrDefault(stem, name ? 0.002 : 0.005));
    }

    /** How surprising a number is: the more digits it is told with, the more. */
    double ofNumber(long key, double value, char unit) {
        return surprise(
                key,
                switch (Quantity.digits(value)) {
                    case 1 -> unit == '$' ? 0.02 : 0.05;
                    case 2 -> unit == ' ' ? 0.02 : 0.008;
                    case 3 -> 0.002;
                    default -> 0.0008;
                });
    }

    private double surprise(long key, double share) {
        double times = seen.getOrDefault(key, 0.0) / weight;
        return -Math.log((times + PRIOR * share) / (stories / weight + PRIOR));
    }

    /** Counts the terms of a new story. */
    void count(Terms terms) {
        weight *= 1 + 1 / MEMORY;
        stories += weight;
        for (int term = 0; term < terms.size(); term++) {
            seen.merge(terms.key(term), weight, Double::sum);
        }
        if (seen.size() > TERMS) {
            forget();
        }
        if (weight > 1e12) {
            rescale();
        }
    }

    private void forget() {
        for (double least = weight; seen.size() > TERMS / 2; least *= 2) {
            double bar = least;
            seen.values().removeIf(times -> times <= bar);
        }
    }

    private void rescale() {
        seen.replaceAll((term, times) -> times / weight);
        stories /= weight;
        weight = 1;
    }

    private static Map<String, Double> shares() {
        Map<String, Double> shares = new HashMap<>();
        stems("ordinary").forEach(stem -> shares.put(stem, 0.012));
        stems("frequent").forEach(stem -> shares.put(stem, 0.04));
        stems("everywhere").forEach(stem -> shares.put(stem, 0.2));
        return Map.copyOf(shares);
    }

    private static Set<String> stems(String tier) {
        Set<String> stems = new HashSet<>();
        TABLE.getOrDefault(tier, List.of()).forEach(word -> stems.add(Stems.of(word)));
        return Set.copyOf(stems);
    }
}
