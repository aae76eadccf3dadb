package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * Checks bars when they come in. What comes out has rising dates, no day twice, prices above zero, and highs and lows that
 * enclose open and close.
 *
 * <ul>
 *   <li>A bar without a close (not a number) is a day without a price and is left out without a word.
 *   <li>A price of zero or less, or an infinite one, or a high or low that is off by more than rounding: the bar can't be true and
 *       is left out with a flag.
 *   <li>A high or low that is off by rounding (half a percent, or 0.01 for small prices) is widened.
 *   <li>Where only the close is known, open, high and low are taken as far as the known prices reach, with a flag.
 *   <li>Of a day that comes twice the one that came later is kept: sources put their corrections behind.
 * </ul>
 */
public final class BarCheck {
    private static final double ROUNDING = 0.005;
    private static final double SMALLEST_STEP = 0.01;

    /**
     * What the check let through.
     *
     * @param bars dates rising, no date twice
     * @param flags what looked wrong, in sentences for a person
     * @param splits jumps that look like a split; each also stands in {@code flags}
     */
    public record Result(List<Bar> bars, List<Line> flags, List<SplitSuspect> splits) {
        public Result {
            bars = List.copyOf(bars);
            flags = List.copyOf(flags);
            splits = List.copyOf(splits);
        }
    }

    private final TreeMap<LocalDate, Bar> good = new TreeMap<>();
    private final TreeSet<LocalDate> impossible = new TreeSet<>();
    private final TreeSet<LocalDate> contradicting = new TreeSet<>();
    private final TreeSet<LocalDate> filled = new TreeSet<>();

    private BarCheck() {}

    /** Checks bars that came in any order; prices that the source did not give are {@code NaN}. */
    public static Result check(Collection<Bar> incoming) {
        BarCheck check = new BarCheck();
        incoming.forEach(check::take);
        return check.result();
    }

    private void take(Bar bar) {
        if (Double.isNaN(bar.close())) {
            return;
        }
        Bar whole = fill(bar);
        if (!isPossible(whole)) {
            impossible.add(bar.date());
            return;
        }
        Bar wide = widen(whole);
        Bar earlier = good.put(wide.date(), wide);
        if (earlier != null && earlier.close() != wide.close()) {
            contradicting.add(wide.date());
        }
    }

    private Bar fill(Bar bar) {
        if (!Double.isNaN(bar.open() + bar.high() + bar.low())) {
            return bar;
        }
        filled.add(bar.date());
        double open = Double.isNaN(bar.open()) ? bar.close() : bar.open();
        double high = Double.isNaN(bar.high()) ? Math.max(open, bar.close()) : bar.high();
        double low = Double.isNaN(bar.low()) ? Math.min(open, bar.close()) : bar.low();
        return new Bar(bar.date(), open, high, low, bar.close(), bar.volume());
    }

    private static boolean isPossible(Bar bar) {
        boolean prices = DoubleStream.of(bar.open(), bar.high(), bar.low(), bar.close())
                .allMatch(price -> price > 0 && Double.isFinite(price));
        double slack = Math.max(ROUNDING * bar.close(), SMALLEST_STEP);
        return prices
                && bar.high() >= bar.low()
                && bar.high() + slack >= Math.max(bar.open(), bar.close())
                && bar.low() - slack <= Math.min(bar.open(), bar.close());
    }

    private static Bar widen(Bar bar) {
        double high = Math.max(bar.high(), Math.max(bar.open(), bar.close()));
        double low = Math.min(bar.low(), Math.min(bar.open(), bar.close()));
        long volume = bar.volume() < 0 ? Bar.NO_VOLUME : bar.volume();
        return new Bar(bar.date(), bar.open(), high, low, bar.close(), volume);
    }

    private Result result() {
        List<Bar> bars = List.copyOf(good.values());
        List<SplitSuspect> splits = Splits.in(bars);
        List<Line> flags = new ArrayList<>();
        impossible.removeAll(good.keySet());
        filled.retainAll(good.keySet());
        flag(flags, "source.days.impossible", impossible);
        flag(flags, "source.days.contradicting", contradicting);
        flag(flags, "source.days.filled", filled);
        splits.forEach(split -> flags.add(split.sentence()));
        return new Result(bars, flags, splits);
    }

    private static void flag(List<Line> flags, String key, SortedSet<LocalDate> days) {
        if (!days.isEmpty()) {
            flags.add(Line.count(key, days.size(), new Value.Day(days.last())));
        }
    }
}
