package dev.bellwether.watch.engine;

/** Between which prices nothing can change. */
final class Calm {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    /** Nothing can change at this price, which lies strictly between. */
    boolean holds(double price) {
        return price > low && price < high;
    }

    /** Anything may change. */
    void never() {
        low = Double.POSITIVE_INFINITY;
    }

    /** Nothing can change at all, until it is narrowed. */
    void always() {
        low = 0;
        high = Double.POSITIVE_INFINITY;
    }

    void above(double price) {
        low = Math.max(low, price);
    }

    void below(double price) {
        high = Math.min(high, price);
    }
}
