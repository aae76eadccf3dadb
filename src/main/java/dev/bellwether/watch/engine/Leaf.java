package dev.bellwether.watch.engine;

import dev.bellwether.watch.rule.Condition;
import org.jspecify.annotations.Nullable;

/** A condition without parts. */
final class Leaf extends Node {
    Condition.Atom condition;

    /** Where its number is kept; null if it has none. */
    final @Nullable LevelBook book;

    /** The threshold, or the lower end of the range that is true. */
    double low;

    /** The same as {@link #low}, or the upper end of the range. */
    double high;

    /** For a crossing: on which side of the threshold the number is, or came from if it stands on it; 0 if that is not known. */
    byte from;

    Leaf(Side side, Condition.Atom condition, @Nullable LevelBook book, double low, double high) {
        super(side);
        this.condition = condition;
        this.book = book;
        this.low = low;
        this.high = high;
        this.truth = condition.event() ? FALSE : UNKNOWN;
    }
}
