package dev.bellwether.watch.level;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.fact.WatchedLevel.Kind;
import dev.bellwether.market.LevelHistory;
import dev.bellwether.market.LevelHistory.SwingLevel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the levels of a listing in its bars, and knows those of the day before again. The lines are called by their kind. Levels of swings
 * have no name of their own: one that lies within half an average true range of one of yesterday is the same, and keeps the name that it
 * got when it was first seen.
 */
final class LevelFinder {
    private static final MathContext DIGITS = new MathContext(4);

    private LevelFinder() {}

    /** The levels for the session after a bar. */
    static List<WatchedLevel> find(LevelHistory history, int i, Listing listing, Collection<WatchedLevel> before) {
        List<WatchedLevel> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (Levels.isLine(kind)) {
                String id = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                history.line(kind, i).ifPresent(price -> found.add(computed(id, kind, price, listing)));
            }
        }
        history.atr(i).ifPresent(atr -> found.addAll(swings(history.swings(i), atr / 2, listing, before)));
        return found;
    }

    private static WatchedLevel computed(String id, Kind kind, double price, Listing listing) {
        return new WatchedLevel(id, kind, price, listing.currency(), "", "", null);
    }

    private static List<WatchedLevel> swings(
            List<SwingLevel> swings, double same, Listing listing, Collection<WatchedLevel> before) {
        List<SwingLevel> left = new ArrayList<>(swings);
        List<WatchedLevel> levels = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        before.stream()
                .filter(level -> Levels.isSwings(level.kind()))
                .sorted(Comparator.comparingDouble(WatchedLevel::price).thenComparing(WatchedLevel::id))
                .forEach(old -> nearest(left, old.price(), same).ifPresent(swing -> {
                    left.remove(swing);
                    taken.add(old.id());
                    levels.add(computed(old.id(), swing.kind(), swing.price(), listing));
                }));
        before.forEach(old -> taken.add(old.id()));
        left.forEach(swing -> levels.add(computed(name(swing, taken), swing.kind(), swing.price(), listing)));
        return levels;
    }

    private static Optional<SwingLevel> nearest(List<SwingLevel> swings, double price, double same) {
        return swings.stream()
                .filter(swing -> Math.abs(swing.price() - price) <= same)
                .min(Comparator.comparingDouble(swing -> Math.abs(swing.price() - price)));
    }

    private static String name(SwingLevel swing, Set<String> taken) {
        String plain = "swings:"
                + new BigDecimal(swing.price())
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString();
        String name = plain;
        for (int next = 2; !taken.add(name); next++) {
            name = plain + "-" + next;
        }
        return name;
    }
}
