package dev.bellwether.watch.engine;

import java.util.Arrays;

/**
 * Ids of rules in rising order, eight bytes each. A removed one stays as its complement until half of them are removed, so that a hundred
 * thousand rules of one condition can be disarmed one by one.
 */
final class Ids {
    private long[] ids = new long[1];
    private int used;
    private int dead;

    boolean isEmpty() {
        return used == dead;
    }

    /** Adds an id that is not among them. */
    void add(long id) {
        int found = find(id);
        if (found >= 0) {
            ids[found] = id;
            dead--;
            return;
        }
        int place = -found - 1;
        if (used == ids.length) {
            ids = Arrays.copyOf(ids, used + (used >> 1) + 1);
        }
        System.arraycopy(ids, place, ids, place + 1, used - place);
        ids[place] = id;
        used++;
    }

    void remove(long id) {
        int found = find(id);
        if (found < 0 || ids[found] < 0) {
            throw new IllegalStateException("rule " + id + " is not armed here");
        }
        ids[found] = ~id;
        dead++;
        if (2 * dead > used) {
            compact();
        }
    }

    /** Appends them to an array that has room. */
    int copyTo(long[] target, int at) {
        int next = at;
        for (int i = 0; i < used; i++) {
            if (ids[i] >= 0) {
                target[next++] = ids[i];
            }
        }
        return next;
    }

    int size() {
        return used - dead;
    }

    private void compact() {
        long[] living = new long[used - dead];
        used = copyTo(living, 0);
        ids = living;
        dead = 0;
    }

    /** Where an id stands, or the complement of where it belongs less one, as in {@link Arrays#binarySearch(long[], long)}. */
    private int find(long id) {
        int low = 0;
        int high = used - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long here = ids[middle] < 0 ? ~ids[middle] : ids[middle];
            if (here == id) {
                return middle;
            }
            if (here < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
