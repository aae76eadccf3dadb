package dev.bellwether.watch.level;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a price stands to a level that it has met or may meet. Immutable. */
sealed interface Standing {
    /**
     * The level was told of, or nothing is known of it yet: until the price went away, nothing is told. If it goes away on the other side than
     * where it settled, that is a break.
     *
     * @param below the side on which it settled; null if that is not known
     * @param closes sessions that have closed since
     */
    record Resting(@Nullable Boolean below, int closes) implements Standing {
        /** A level that begins to rest. */
        static Resting at(boolean below) {
            return new Resting(below, 0);
        }
    }

    /**
     * The price was away from the level and may come to it.
     *
     * @param below whether it is below, so that a break would be upward
     * @param near whether this approach was told of
     */
    record Armed(boolean below, boolean near) implements Standing {}

    /**
     * The price has gone through the level; its closes decide what comes of it.
     *
     * @param upward whether it came from below
     * @param level where the level lay
     * @param day of the break, at the exchange
     * @param gap whether the session opened beyond the level
     * @param closes how many sessions closed beyond it so far
     * @param sessions how many sessions have closed, the one of the break included
     * @param volume of the day of the break, in averages of the 20 before; null while it runs or if not known
     */
    record Trying(
            boolean upward,
            double level,
            LocalDate day,
            boolean gap,
            int closes,
            int sessions,
            @Nullable Double volume) implements Standing {
        Trying scaled(double factor) {
            return new Trying(upward, level * factor, day, gap, closes, sessions, volume);
        }
    }

    /** What every level begins with. */
    Standing NEW = new Resting(null, 0);
}
