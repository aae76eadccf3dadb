package dev.bellwether.fact;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a person probably meant to type. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidates nearest to what was typed, nearest first: those within a third of its length (at least one) in edits,
     * or that begin with it.
     *
     * @param limit how many at the most
     */
    public static List<String> to(String typed, Collection<String> candidates, int limit) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wanted.length() / 3);
        return candidates.stream()
                .distinct()
                .filter(candidate -> distance(wanted, candidate) <= tolerance)
                .sorted(Comparator.<String>comparingInt(candidate -> distance(wanted, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(limit)
                .toList();
    }

    private static int distance(String wanted, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        return wanted.length() >= 2 && other.startsWith(wanted) ? 1 : edits(wanted, other);
    }

    /**
     * How many letters must be added, removed, replaced or swapped with their neighbour to turn one text into the other: the
     * optimal string alignment distance (a restricted Damerau-Levenshtein distance).
     */
    static int edits(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
                if (swapped(from, i, to, j)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = current;
        }
        return last[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
