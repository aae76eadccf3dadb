package dev.bellwether.deliver;

/** The latest turns of one limit: at most so many in any stretch of time of its length. Not safe for threads. */
final class Turns {
    private final long[] taken;
    private int oldest;
    private int count;

    Turns(int most) {
        this.taken = new long[most];
    }

    /**
     * When the next few turns can be had.
     *
     * @param now in nanoseconds, on any scale
     * @param length of the stretch, in nanoseconds
     * @param few how many, at least 1
     * @return how many nanoseconds until then; 0 for now
     */
    long until(long now, long length, int few) {
        forget(now, length);
        int free = taken.length - count;
        if (few <= free) {
            return 0;
        }
        int behind = Math.min(few - free, count) - 1;
        return at(behind) + length - now;
    }

    void take(long now) {
        if (count == taken.length) {
            drop();
        }
        taken[(oldest + count) % taken.length] = now;
        count++;
    }

    /** A turn taken at a moment is used only now; nothing is done if it is forgotten already. */
    void move(long from, long now) {
        int index = 0;
        while (index < count && at(index) != from) {
            index++;
        }
        if (index == count) {
            return;
        }
        for (; index + 1 < count; index++) {
            taken[(oldest + index) % taken.length] = at(index + 1);
        }
        taken[(oldest + index) % taken.length] = now;
    }

    /** Whether nothing of it matters any more. */
    boolean idle(long now, long length) {
        forget(now, length);
        return count == 0;
    }

    /** The clock was set back: what was taken later than now was taken now, as far as anyone can tell. */
    void setBack(long now) {
        for (int i = 0; i < count; i++) {
            int place = (oldest + i) % taken.length;
            taken[place] = Math.min(taken[place], now);
        }
    }

    private long at(int index) {
        return taken[(oldest + index) % taken.length];
    }

    private void forget(long now, long length) {
        while (count > 0 && taken[oldest] + length <= now) {
            drop();
        }
    }

    private void drop() {
        oldest = (oldest + 1) % taken.length;
        count--;
    }
}
