package dev.bellwether.watch.level;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.market.LevelHistory;
import dev.bellwether.watch.level.BreakoutTracker.Event;
import dev.bellwether.watch.level.BreakoutTracker.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a level would have told in the last twelve months: the same tracker over the bars of that time. A line such as an average lies where it
 * lay on each day, any other level where it lies now.
 *
 * @param standing at the end
 * @param since the first day that was looked at
 */
record Past(Standing standing, LocalDate since, List<Attempted> attempts) {
    Past {
        attempts = List.copyOf(attempts);
    }

    record Attempted(boolean upward, LevelTries.Attempt attempt) {}

    /**
     * Goes through the bars up to one.
     *
     * @param until its index, at least 0
     */
    static Past of(BreakoutTracker tracker, LevelHistory history, int until, WatchedLevel level) {
        List<Bar> bars = history.bars();
        LocalDate begin = bars.get(until).date().minusYears(1);
        int first = until;
        while (first > 1 && bars.get(first - 1).date().isAfter(begin)) {
            first--;
        }
        Run run = new Run(tracker, history, level);
        for (int i = Math.max(1, first); i <= until; i++) {
            run.through(i);
        }
        return new Past(run.standing, bars.get(first).date(), run.attempts);
    }

    LevelTries tries(boolean upward) {
        return new LevelTries(
                since,
                attempts.stream()
                        .filter(attempted -> attempted.upward() == upward)
                        .map(Attempted::attempt)
                        .toList());
    }

    /**
     * The prices of a session in the order in which they are taken to have come: a session that rose went down first.
     */
    static double[] path(Bar bar) {
        return bar.close() >= bar.open()
                ? new double[] {bar.open(), bar.low(), bar.high(), bar.close()}
                : new double[] {bar.open(), bar.high(), bar.low(), bar.close()};
    }

    private static final class Run {
        private final BreakoutTracker tracker;
        private final LevelHistory history;
        private final WatchedLevel level;
        private final List<Attempted> attempts = new ArrayList<>();
        private Standing standing = Standing.NEW;

        Run(BreakoutTracker tracker, LevelHistory history, WatchedLevel level) {
            this.tracker = tracker;
            this.history = history;
            this.level = level;
        }

        void through(int i) {
            OptionalDouble atr = history.atr(i - 1);
            OptionalDouble line =
                    Levels.isLine(level.kind()) ? history.line(level.kind(), i - 1) : OptionalDouble.of(level.price());
            if (atr.isEmpty() || line.isEmpty()) {
                return;
            }
            Place place = new Place(level.kind(), line.getAsDouble(), atr.getAsDouble());
            Bar bar = history.bars().get(i);
            for (double price : path(bar)) {
                standing =
                        tracker.price(standing, place, price, bar.date(), false).standing();
            }
            Standing before = standing;
            Step step = tracker.close(before, place, bar.close(), bar.date(), Levels.boxed(history.volume(i)));
            standing = step.standing();
            if (before instanceof Standing.Trying trying && step.event() != null) {
                attempts.add(new Attempted(trying.upward(), new LevelTries.Attempt(trying.day(), end(step.event()))));
            }
        }

        private static LevelTries.End end(Event event) {
            return switch (event) {
                case CONFIRMED -> LevelTries.End.CONFIRMED;
                case FAILED -> LevelTries.End.FAILED;
                case ENDED, NEAR, BROKEN -> LevelTries.End.UNDECIDED;
            };
        }
    }
}
