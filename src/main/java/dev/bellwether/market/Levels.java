package dev.bellwether.market;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Supports and resistances, found in closed bars the same way every time:
 *
 * <ol>
 *   <li>Swings: within the last 250 bars, a high above the five before it and not below the five after it; lows likewise.
 *   <li>Swings within half an average true range (ATR 14) from the lowest of them are one level at their mean, since old
 *       resistance becomes support. Its score counts touches, recent ones more.
 *   <li>Lines many look at: 52-week high and low, SMA 50 and 200, the Donchian 20 channel. A 52-week extreme at the very price
 *       is that price and no level.
 *   <li>Levels at one price are listed once, with all their origins. Those at the price or under it are supports.
 * </ol>
 *
 * <p>There is no agreed formula for this; it is our own, made of the usual parts.
 *
 * @param all highest price first
 */
public record Levels(List<Level> all) {
    private static final Comparator<Level> NEAREST = Comparator.comparingDouble(level -> Math.abs(level.distance()));

    public Levels {
        all = List.copyOf(all);
    }

    /** The levels over the price, nearest first. */
    public List<Level> resistances() {
        return side(Level.Kind.RESISTANCE);
    }

    /** The levels at or under the price, nearest first. */
    public List<Level> supports() {
        return side(Level.Kind.SUPPORT);
    }

    /** The lowest level over the price. */
    public Optional<Level> nearestResistance() {
        return resistances().stream().findFirst();
    }

    /** The highest level at or under the price. */
    public Optional<Level> nearestSupport() {
        return supports().stream().findFirst();
    }

    private List<Level> side(Level.Kind kind) {
        return all.stream()
                .filter(level -> level.kind() == kind)
                .sorted(NEAREST)
                .toList();
    }
}
