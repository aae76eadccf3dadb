package dev.bellwether.watch.level;

import dev.bellwether.fact.WatchedLevel;
import org.jspecify.annotations.Nullable;

/**
 * One level of one listing and how the price stands to it. Immutable.
 *
 * @param first key of the fact that told of the try under way; null if there is none
 * @param silent whether nothing is told of the try under way: another level at this price stands for it, or nobody was told of its beginning
 */
record TrackState(
        WatchedLevel level, Standing standing, @Nullable String first, boolean silent) {
    String id() {
        return level.id();
    }

    boolean trying() {
        return standing instanceof Standing.Trying;
    }

    /** The same further on; what belongs to a try ends with it. */
    TrackState at(Standing next) {
        return next instanceof Standing.Trying
                ? new TrackState(level, next, first, silent)
                : new TrackState(level, next, null, false);
    }

    TrackState lying(WatchedLevel there) {
        return new TrackState(there, standing, first, silent);
    }

    TrackState told(String key) {
        return new TrackState(level, standing, key, false);
    }

    TrackState silenced() {
        return new TrackState(level, standing, null, true);
    }

    TrackState scaled(double factor) {
        Standing there = standing instanceof Standing.Trying trying ? trying.scaled(factor) : standing;
        return new TrackState(Levels.at(level, level.price() * factor), there, first, silent);
    }
}
