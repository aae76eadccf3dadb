package dev.bellwether.watch.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be so for a rule to fire. A <em>state</em> lasts: it is true, false, or unknown while a number is missing. An <em>event</em> is
 * true only at the observation with which it happens. Conditions of both combine as in Kleene's three-valued logic, in which unknown is never
 * enough to fire.
 *
 * <p>A rule fires at an observation if its condition is true then and either was not before, or holds an event that happened just
 * now.
 */
public sealed interface Condition {
    /** All parts are true. At least two. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part is true. At least two. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part, which is made of states, is false. */
    record Not(Condition part) implements Condition {}

    /** A condition without parts. */
    sealed interface Atom extends Condition {
        /** Whether it happens rather than lasts. */
        boolean event();
    }

    /** How two numbers stand to each other. */
    enum Relation {
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST
    }

    /** Which way a line is crossed. */
    enum Direction {
        UP,
        DOWN,
        EITHER
    }

    /** State: {@code price > 155}, {@code rsi < 30}, {@code price > sma200}. */
    record Compare(Quantity left, Relation relation, Operand right) implements Atom {
        @Override
        public boolean event() {
            return false;
        }
    }

    /** Event: the left was on one side of the right at the observation before and is on the other now; equal is on neither side. */
    record Crosses(Quantity left, Operand right, Direction direction) implements Atom {
        @Override
        public boolean event() {
            return true;
        }
    }

    /**
     * State: each of the last {@code times} closes lay beyond the level.
     *
     * @param direction {@code UP} for above, {@code DOWN} for below
     */
    record Closes(Direction direction, Operand level, int times) implements Atom {
        @Override
        public boolean event() {
            return false;
        }
    }

    /** State: the left is at most so many percent of the right away from the right. */
    record Within(double percent, Quantity left, Operand right) implements Atom {
        @Override
        public boolean event() {
            return false;
        }
    }

    /** Event: the price goes beyond the 52-week extreme of the days before; once a day. */
    record NewExtreme(boolean high) implements Atom {
        @Override
        public boolean event() {
            return true;
        }
    }

    /**
     * Event: a watched level is confirmed, see {@code Fact.LevelMet}.
     *
     * @param confirmed true for the confirmed break, false for the first one
     */
    record Breakout(boolean confirmed, Direction direction) implements Atom {
        @Override
        public boolean event() {
            return true;
        }
    }

    /** Event of closes: SMA 50 crosses SMA 200, upward if golden. */
    record AverageCross(boolean golden) implements Atom {
        @Override
        public boolean event() {
            return true;
        }
    }

    /**
     * Event: an analyst names another target than before.
     *
     * @param raised true or false for one way only; null for either
     */
    record TargetChanged(@Nullable Boolean raised) implements Atom {
        @Override
        public boolean event() {
            return true;
        }
    }

    /** Event: an article about the instrument has these words, upper and lower case alike. */
    record News(String phrase) implements Atom {
        @Override
        public boolean event() {
            return true;
        }
    }

    /** State by day: the company is said to report in at most so many calendar days from today at the exchange. */
    record EarningsIn(int days) implements Atom {
        @Override
        public boolean event() {
            return false;
        }
    }
}
