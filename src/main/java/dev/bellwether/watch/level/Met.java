package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.watch.level.BreakoutTracker.Event;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something happened at a level; not yet decided whether it is told.
 *
 * @param before the level's state before it
 * @param level where the level lay for it
 * @param day of the session
 * @param trial how the try stands after it; null if there is none
 */
record Met(
        TrackState before,
        WatchedLevel level,
        Event event,
        boolean upward,
        double price,
        Instant at,
        LocalDate day,
        boolean gap,
        Fact.LevelMet.@Nullable Trial trial) {
    String id() {
        return level.id();
    }

    boolean is(Event wanted) {
        return event == wanted;
    }
}
