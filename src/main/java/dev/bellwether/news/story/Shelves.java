package dev.bellwether.news.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kept articles in spans of one window each: what may belong to the same event stands on the same shelf or on one beside
 * it, and a whole shelf is forgotten at once. However many articles are kept, a look-up goes through three shelves, a bounded
 * number of terms and a bounded number of articles of each.
 */
final class Shelves {
    /** So many articles are looked at closely. */
    static final int CANDIDATES = 24;

    private final TreeMap<Long, Shelf> shelves = new TreeMap<>();
    private final long span;
    private final int most;

    /**
     * @param span seconds that one shelf covers
     * @param most how many shelves are kept
     */
    Shelves(long span, int most) {
        this.span = span;
        this.most = most;
    }

    /** The articles that share most with this one, the closest first; of equals the older. */
    List<Kept> candidates(Gist gist) {
        Map<Kept, Double> shared = new HashMap<>();
        int[] best = Shelf.best(gist);
        long middle = number(gist.at());
        for (long number = middle - 1; number <= middle + 1; number++) {
            Shelf shelf = shelves.get(number);
            if (shelf != null) {
                shelf.search(gist, best, (kept, weight) -> shared.merge(kept, weight, Double::sum));
            }
        }
        Comparator<Map.Entry<Kept, Double>> closest =
                Comparator.comparingDouble((Map.Entry<Kept, Double> entry) -> -entry.getValue());
        return shared.entrySet().stream()
                .sorted(closest.thenComparingLong(entry -> entry.getKey().number()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The shelf for a moment; it is made when it is missing. */
    Shelf at(long seconds) {
        return shelves.computeIfAbsent(number(seconds), key -> new Shelf());
    }

    /** Takes away the oldest shelves that are too many, and hands them over. */
    List<Shelf> evict() {
        List<Shelf> gone = new ArrayList<>();
        while (shelves.size() > most) {
            gone.add(shelves.pollFirstEntry().getValue());
        }
        return gone;
    }

    private long number(long seconds) {
        return Math.floorDiv(seconds, span);
    }
}
