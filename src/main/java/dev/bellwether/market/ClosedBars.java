package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * The closed bars that compare with today's price: all of them, or those since the last suspected split. Gives them to ta4j
 * and says why a value that needs more of them is missing.
 *
 * <p>The ta4j series is made for one view and thrown away with it, so that no indicator can be read on a bar that changes.
 */
final class ClosedBars {
    private final List<Bar> bars;
    private final int cut;
    private final @Nullable LocalDate split;
    private final BarSeries series;

    private ClosedBars(List<Bar> bars, int cut, @Nullable LocalDate split) {
        this.bars = bars;
        this.cut = cut;
        this.split = split;
        this.series = series(bars);
    }

    /**
     * The bars that compare with a price of a day.
     *
     * @param known closed bars, dates rising
     * @param splits days whose prices are in another scale than those before them; days after {@code day} don't count
     * @throws IllegalArgumentException if dates don't rise or a price is not above zero, which sources check
     */
    static ClosedBars of(List<Bar> known, Collection<LocalDate> splits, LocalDate day) {
        check(known);
        LocalDate split = null;
        for (LocalDate date : splits) {
            if (!date.isAfter(day) && (split == null || date.isAfter(split))) {
                split = date;
            }
        }
        int cut = split == null ? 0 : firstNotBefore(known, split);
        return new ClosedBars(List.copyOf(known.subList(cut, known.size())), cut, cut == 0 ? null : split);
    }

    int size() {
        return bars.size();
    }

    Bar get(int index) {
        return bars.get(index);
    }

    /** The suspected split before which bars were left out; null if none were. */
    @Nullable
    LocalDate split() {
        return split;
    }

    /** How many bars there are from the first on whose day is before the given one. */
    int countBefore(LocalDate day) {
        return firstNotBefore(bars, day);
    }

    /** The last bar of a day or before it; null if there is none. */
    @Nullable
    Bar lastUntil(LocalDate day) {
        int next = firstNotBefore(bars, day.plusDays(1));
        return next == 0 ? null : bars.get(next - 1);
    }

    BarSeries series() {
        return series;
    }

    List<Bar> all() {
        return bars;
    }

    double[] all(ToDoubleFunction<Bar> part) {
        return bars.stream().mapToDouble(part).toArray();
    }

    /** A ta4j indicator's value at every bar. */
    double[] all(Indicator<Num> indicator) {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = indicator.getValue(i).doubleValue();
        }
        return values;
    }

    /** A ta4j indicator's value at the last bar, if there are as many bars as it needs. */
    Measure last(int needed, Indicator<Num> indicator) {
        return last(needed, end -> indicator.getValue(end).doubleValue());
    }

    /** A value at the last bar's index, if there are as many bars as it needs. */
    Measure last(int needed, IntToDoubleFunction value) {
        return size() < needed ? tooShort(needed) : Measure.of(value.applyAsDouble(size() - 1));
    }

    /** Why a value that needs so many bars is missing. */
    Measure.Missing tooShort(int needed) {
        Line why = split != null && size() + cut >= needed
                ? suspected(split)
                : Line.say("market.bars.few", needed, size());
        return new Measure.Missing(why, Math.max(0, needed - size()));
    }

    /**
     * Why a value that needs history back to a day is missing.
     *
     * @param until the day of the price
     */
    Measure.Missing notBackTo(LocalDate day, LocalDate until) {
        LocalDate begin = bars.isEmpty() ? until : bars.getFirst().date();
        Line why = Line.say("market.history.none");
        if (split != null) {
            why = suspected(split);
        } else if (!bars.isEmpty()) {
            why = Line.say("market.history.begins", new Value.Day(begin));
        }
        return new Measure.Missing(why, weekdays(day, begin));
    }

    private static Line suspected(LocalDate split) {
        return Line.say("market.split", new Value.Day(split));
    }

    private static int weekdays(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? (int) from.datesUntil(to)
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                        .count()
                : 0;
    }

    private static int firstNotBefore(List<Bar> bars, LocalDate day) {
        int low = 0;
        int high = bars.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bars.get(middle).date().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static void check(List<Bar> bars) {
        LocalDate previous = LocalDate.MIN;
        for (Bar bar : bars) {
            if (!bar.date().isAfter(previous)) {
                throw new IllegalArgumentException("bar of " + bar.date() + " after that of " + previous);
            }
            if (!isPrice(bar.open()) || !isPrice(bar.high()) || !isPrice(bar.low()) || !isPrice(bar.close())) {
                throw new IllegalArgumentException("not a price: " + bar);
            }
            previous = bar.date();
        }
    }

    static boolean isPrice(double value) {
        return value > 0 && Double.isFinite(value);
    }

    private static BarSeries series(List<Bar> bars) {
        return new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .withBars(bars.stream().map(ClosedBars::ta4j).toList())
                .build();
    }

    /** ta4j wants moments; any that rise with the days will do, and volume is not asked of it. */
    private static org.ta4j.core.Bar ta4j(Bar bar) {
        DoubleNumFactory number = DoubleNumFactory.getInstance();
        Duration day = Duration.ofDays(1);
        var begin = bar.date().atStartOfDay().toInstant(ZoneOffset.UTC);
        return new BaseBar(
                day,
                begin,
                begin.plus(day),
                number.numOf(bar.open()),
                number.numOf(bar.high()),
                number.numOf(bar.low()),
                number.numOf(bar.close()),
                number.zero(),
                number.zero(),
                0);
    }
}
