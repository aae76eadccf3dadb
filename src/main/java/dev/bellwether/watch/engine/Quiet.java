package dev.bellwether.watch.engine;

import java.time.Instant;

/**
 * Prices by which nothing can change: between which prices and from when until when. This is all that is looked at for nearly every price, so
 * it stands together in one object with the {@link Tape}, whatever the number of rules.
 */
abstract class Quiet {
    private double above = Double.POSITIVE_INFINITY;
    private double below = Double.NEGATIVE_INFINITY;
    private long from;
    private long to;
    private long second = Long.MIN_VALUE;
    private int nano;

    /** The moment of the last price; {@link Instant#MIN} before the first. */
    final Instant pricedAt() {
        return second == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochSecond(second, nano);
    }

    final void pricedAt(Instant at) {
        second = at.equals(Instant.MIN) ? Long.MIN_VALUE : at.getEpochSecond();
        nano = at.getNano();
    }

    /** Whether a moment lies before the last price. */
    final boolean isBefore(Instant at) {
        return at.getEpochSecond() < second || (at.getEpochSecond() == second && at.getNano() < nano);
    }

    /** Whether nothing can change at a price of a moment, which comes in its order. */
    final boolean holds(double price, Instant at) {
        long then = at.getEpochSecond();
        return price > above && price < below && then >= from && then < to && !isBefore(at);
    }

    /** Anything may change. */
    final void never() {
        above = Double.POSITIVE_INFINITY;
    }

    /** Nothing can change between two moments, in seconds from 1970-01-01, until prices are narrowed. */
    final void between(long begin, long end) {
        above = 0;
        below = Double.POSITIVE_INFINITY;
        from = begin;
        to = end;
    }

    final void above(double price) {
        above = Math.max(above, price);
    }

    final void below(double price) {
        below = Math.min(below, price);
    }
}
