package dev.bellwether.watch.engine;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.market.calendar.TradingCalendar;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a rule would have fired, by the engine that fires it, from daily bars: each is told as its {@link BarPath} and then as complete. What
 * bars can't tell (news, targets, reports, parity) never happens and is unknown; see {@link #tellsAll}.
 */
public final class Backtest {
    private static final long RULE = 0;
    private static final List<Integer> LATER = List.of(1, 5, 20);

    private Backtest() {}

    /** Whether a firing is told, given the one that was told before. */
    @FunctionalInterface
    public interface MayFire {
        /**
         * Whether a firing is told.
         *
         * @param last when one was told last; null for never
         */
        boolean at(@Nullable Instant last, Instant now);

        /** Each firing is told. */
        static MayFire always() {
            return (last, now) -> true;
        }
    }

    /**
     * What is played.
     *
     * @param listing its symbol
     * @param bars closed ones, dates rising; those before {@code from} are history
     * @param splitDates as in {@link Observation.Closed}
     * @param from the first day on which it could have fired
     * @param facts what else would have been learned at an observation, such as levels that were broken; nothing if bars alone count
     */
    public record Played(
            String listing,
            Exchange exchange,
            TradingCalendar calendar,
            List<Bar> bars,
            Set<LocalDate> splitDates,
            LocalDate from,
            Function<Observation, List<? extends Fact>> facts) {
        public Played {
            bars = List.copyOf(bars);
            splitDates = Set.copyOf(splitDates);
        }

        /** Bars alone. */
        public Played(
                String listing,
                Exchange exchange,
                TradingCalendar calendar,
                List<Bar> bars,
                Set<LocalDate> splitDates,
                LocalDate from) {
            this(listing, exchange, calendar, bars, splitDates, from, observation -> List.of());
        }
    }

    /**
     * What came of it.
     *
     * @param fired the firings that would have been told, the earliest first
     * @param later what the price did after them: 1, 5 and 20 trading days later
     */
    public record Result(List<Fired> fired, List<Later> later) {
        public Result {
            fired = List.copyOf(fired);
            later = List.copyOf(later);
        }
    }

    /**
     * One firing.
     *
     * @param day of the bar at which it fired
     * @param price then, in the listing's currency
     */
    public record Fired(LocalDate day, Instant at, double price, boolean gap) {}

    /**
     * The closes some trading days after the firings' days, against the prices at which they fired. Firings after which there are not yet
     * so many bars, or a split lies between, are not counted.
     *
     * @param days how many trading days later
     * @param count of the firings that are counted
     * @param median change in percent; null if none is counted
     * @param rose how many of them stood higher
     */
    public record Later(int days, int count, @Nullable Double median, int rose) {}

    /** Plays the bars. */
    public static Result run(Condition when, Rule.Basis basis, Played played, Rates rates, MayFire mayFire) {
        Engine engine = Engine.over(symbol -> played.exchange(), rates);
        List<Bar> bars = played.bars();
        int first = 0;
        while (first < bars.size() && bars.get(first).date().isBefore(played.from())) {
            first++;
        }
        if (first > 0) {
            engine.observe(closed(played, first));
        }
        engine.arm(RULE, played.listing(), when, basis);
        List<Fired> fired = new ArrayList<>();
        Instant last = null;
        for (int i = first; i < bars.size(); i++) {
            for (Firing firing : day(engine, played, i)) {
                if (mayFire.at(last, firing.at())) {
                    last = firing.at();
                    Double price = firing.price();
                    double told = price == null ? bars.get(i).close() : price;
                    fired.add(new Fired(bars.get(i).date(), firing.at(), told, firing.gap()));
                }
            }
        }
        return new Result(fired, later(played, fired));
    }

    private static List<Firing> day(Engine engine, Played played, int i) {
        Bar bar = played.bars().get(i);
        Session session = session(played, bar.date());
        List<Firing> fired = new ArrayList<>();
        for (Observation.Priced priced : BarPath.prices(played.listing(), session, bar, source(session.close()))) {
            observe(engine, played, priced, fired);
        }
        observe(engine, played, closed(played, i + 1), fired);
        return fired;
    }

    private static void observe(Engine engine, Played played, Observation observation, List<Firing> fired) {
        fired.addAll(engine.observe(observation));
        for (Fact fact : played.facts().apply(observation)) {
            fired.addAll(engine.observe(new Observation.Learned(played.listing(), observation.at(), fact)));
        }
    }

    private static Observation.Closed closed(Played played, int count) {
        List<Bar> known = played.bars().subList(0, count);
        Instant at = session(played, known.getLast().date()).close();
        return new Observation.Closed(played.listing(), at, known, played.splitDates(), source(at));
    }

    /** A bar of a day on which the calendar knows no session had one all the same. */
    private static Session session(Played played, LocalDate day) {
        return played.calendar()
                .session(day)
                .orElseGet(() -> new Session(
                        day, played.exchange().opening(day), played.exchange().closing(day), null, null, false));
    }

    private static Provenance source(Instant at) {
        return new Provenance("", at, Duration.ZERO, null, false);
    }

    private static List<Later> later(Played played, List<Fired> fired) {
        return LATER.stream().map(days -> later(played, fired, days)).toList();
    }

    private static Later later(Played played, List<Fired> fired, int days) {
        List<Bar> bars = played.bars();
        List<Double> changes = new ArrayList<>();
        int at = 0;
        for (Fired each : fired) {
            while (!bars.get(at).date().equals(each.day())) {
                at++;
            }
            if (at + days < bars.size() && !splitBetween(played, at, at + days)) {
                changes.add((bars.get(at + days).close() / each.price() - 1) * 100);
            }
        }
        int rose = (int) changes.stream().filter(change -> change > 0).count();
        return new Later(days, changes.size(), median(changes), rose);
    }

    private static boolean splitBetween(Played played, int from, int to) {
        LocalDate after = played.bars().get(from).date();
        LocalDate until = played.bars().get(to).date();
        return played.splitDates().stream().anyMatch(split -> split.isAfter(after) && !split.isAfter(until));
    }

    private static @Nullable Double median(List<Double> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (Double) ((sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    /**
     * Whether bars tell everything that a condition asks for, so that what would have fired is all that would have.
     *
     * @param levels whether {@code facts} tells of levels
     */
    public static boolean tellsAll(Condition condition, boolean levels) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().allMatch(part -> tellsAll(part, levels));
            case Condition.Any(var parts) -> parts.stream().allMatch(part -> tellsAll(part, levels));
            case Condition.Not(Condition part) -> tellsAll(part, levels);
            case Condition.TargetChanged _, Condition.News _, Condition.EarningsIn _ -> false;
            case Condition.Breakout _ -> levels;
            case Condition.Compare(var left, var _, var right) ->
                !Gauge.of(left, right).compares();
            case Condition.Crosses(var left, var right, var _) ->
                !Gauge.of(left, right).compares();
            case Condition.Within(var _, var left, var right) ->
                !Gauge.of(left, right).compares();
            case Condition.Closes _, Condition.NewExtreme _, Condition.AverageCross _ -> true;
        };
    }
}
