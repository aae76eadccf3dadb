package dev.bellwether.watch.level;

import dev.bellwether.watch.level.Standing.Armed;
import dev.bellwether.watch.level.Standing.Resting;
import dev.bellwether.watch.level.Standing.Trying;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What prices and closes make of one level. Pure; the same for prices of today and for bars of last year.
 *
 * <pre>
 *   Resting --price one ATR away, or 20 closes--> Armed
 *   Resting --one ATR away on the other side------> Trying, BROKEN
 *   Armed   --price within half an ATR----------> Armed, NEAR once until it is one ATR away again
 *   Armed   --price through it by more than noise> Trying, BROKEN
 *   Trying  --close back--------------------------> Resting, FAILED
 *   Trying  --enough closes beyond, with volume---> Resting, CONFIRMED
 *   Trying  --too many sessions without either----> Resting, ENDED
 * </pre>
 *
 * <p>So a price that dances on a level is told of once: it has to go away before the level is met again. A break is looked for in every
 * price, its fate only in closes, since a break within a session is undone within it as easily.
 */
final class BreakoutTracker {
    private final BreakRules rules;

    BreakoutTracker(BreakRules rules) {
        this.rules = rules;
    }

    /** What happened. */
    enum Event {
        NEAR,
        BROKEN,
        CONFIRMED,
        FAILED,
        /** Beyond it long enough, without the volume. */
        ENDED
    }

    /** @param event null if nothing happened that is worth a word */
    record Step(Standing standing, @Nullable Event event) {}

    /**
     * A price.
     *
     * @param day of its session
     * @param opening whether it is the first of its session
     */
    Step price(Standing standing, Place place, double price, LocalDate day, boolean opening) {
        return switch (standing) {
            case Resting resting -> rested(resting, place, price, day, opening);
            case Armed armed -> met(armed, place, price, day, opening);
            case Trying trying -> new Step(trying, null);
        };
    }

    private static Step rested(Resting resting, Place place, double price, LocalDate day, boolean opening) {
        boolean below = price < place.level();
        if (Math.abs(price - place.level()) < place.away()) {
            return new Step(resting, null);
        }
        Boolean settled = resting.below();
        if (settled != null && settled != below && place.counts(settled)) {
            return broken(settled, place, day, opening);
        }
        return new Step(place.counts(below) ? new Armed(below, false) : resting, null);
    }

    private static Step broken(boolean upward, Place place, LocalDate day, boolean opening) {
        return new Step(new Trying(upward, place.level(), day, opening, 0, 0, null), Event.BROKEN);
    }

    private static Step met(Armed armed, Place place, double price, LocalDate day, boolean opening) {
        double beyond = armed.below() ? price - place.level() : place.level() - price;
        if (beyond > place.noise()) {
            return broken(armed.below(), place, day, opening);
        }
        if (!armed.near() && beyond >= -place.near()) {
            return new Step(new Armed(armed.below(), true), Event.NEAR);
        }
        boolean left = armed.near() && beyond <= -place.away();
        return new Step(left ? new Armed(armed.below(), false) : armed, null);
    }

    /**
     * A session closed; its close was taken as a price before.
     *
     * @param volume of the session in averages of the 20 before it; null if not known
     */
    Step close(Standing standing, Place place, double close, LocalDate day, @Nullable Double volume) {
        return switch (standing) {
            case Resting resting -> new Step(longRested(resting, place, close), null);
            case Armed armed -> new Step(armed, null);
            case Trying trying -> judged(trying, place, close, day, volume);
        };
    }

    /** A price that stays at a level for weeks has made its peace with it; the next break is news. */
    private static Standing longRested(Resting resting, Place place, double close) {
        boolean below = close < place.level();
        boolean through = Math.abs(close - place.level()) <= place.noise();
        return resting.closes() + 1 >= BreakRules.REST && place.counts(below) && !through
                ? new Armed(below, true)
                : new Resting(resting.below(), resting.closes() + 1);
    }

    private Step judged(Trying trying, Place place, double close, LocalDate day, @Nullable Double volume) {
        double level = Levels.isAverage(place.kind()) ? place.level() : trying.level();
        if (trying.upward() ? close <= level : close >= level) {
            return new Step(Resting.at(trying.upward()), Event.FAILED);
        }
        Double first = trying.day().equals(day) ? volume : trying.volume();
        Trying now = new Trying(
                trying.upward(),
                trying.level(),
                trying.day(),
                trying.gap(),
                trying.closes() + 1,
                trying.sessions() + 1,
                first);
        if (now.closes() >= rules.closes() && isEnough(first, volume)) {
            return new Step(Resting.at(!trying.upward()), Event.CONFIRMED);
        }
        return now.sessions() >= rules.within()
                ? new Step(Resting.at(!trying.upward()), Event.ENDED)
                : new Step(now, null);
    }

    /** Where no volume is known the closes alone decide. */
    private boolean isEnough(@Nullable Double first, @Nullable Double now) {
        return (first == null && now == null)
                || (first != null && first >= rules.volume())
                || (now != null && now >= rules.volume());
    }

    /** Between which prices, themselves not included, {@link #price} would change nothing. */
    static Band quiet(Standing standing, Place place) {
        double level = place.level();
        return switch (standing) {
            case Resting _ -> new Band(level - place.away(), level + place.away());
            case Armed(boolean below, boolean near) -> {
                double here = near ? place.noise() : -place.near();
                double far = near ? -place.away() : Double.NEGATIVE_INFINITY;
                yield below ? new Band(level + far, level + here) : new Band(level - here, level - far);
            }
            case Trying _ -> Band.ALL;
        };
    }

    /** A stretch of prices without its ends. */
    record Band(double from, double to) {
        static final Band ALL = new Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

        boolean holds(double price) {
            return from < price && price < to;
        }

        Band and(Band other) {
            return new Band(Math.max(from, other.from), Math.min(to, other.to));
        }
    }
}
