package dev.bellwether.watch.engine;

/** The prices of one basis that count: the latest, the last other one, and the extremes of its day. In the listing's currency. */
final class Tape extends Quiet {
    static final int NO_DAY = Integer.MIN_VALUE;

    /** NaN before the first. */
    double latest = Double.NaN;

    /** The last price that was not the latest; NaN if there was none. */
    double other = Double.NaN;

    /** The day of the latest price at the exchange, counted from 1970-01-01. */
    int day = NO_DAY;

    double high = Double.NEGATIVE_INFINITY;
    double low = Double.POSITIVE_INFINITY;

    /** The extremes of the day before the observation that is gone through now. */
    double highBefore = Double.NEGATIVE_INFINITY;

    double lowBefore = Double.POSITIVE_INFINITY;

    boolean isEmpty() {
        return day == NO_DAY;
    }

    /** An observation begins. */
    void rest() {
        highBefore = high;
        lowBefore = low;
    }

    void take(double price, int of) {
        if (of != day) {
            day = of;
            high = Double.NEGATIVE_INFINITY;
            low = Double.POSITIVE_INFINITY;
            rest();
        }
        if (Double.compare(price, latest) != 0) {
            other = latest;
            latest = price;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
    }

    void copy(Tape from) {
        latest = from.latest;
        other = from.other;
        day = from.day;
        high = from.high;
        low = from.low;
        rest();
    }

    /** Changes prices to another scale. */
    void rebase(double factor) {
        latest /= factor;
        other /= factor;
        high /= factor;
        low /= factor;
        rest();
    }
}
