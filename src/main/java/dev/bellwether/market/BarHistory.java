package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Closed daily bars of one listing, packed: a tenth of the objects' size, so that thousands of listings fit into memory. Prices are in the
 * listing's currency, days are counted from 1970-01-01. Immutable.
 */
public final class BarHistory {
    private final int[] days;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final long[] volumes;
    private final int[] splits;

    private BarHistory(int size, int[] splits) {
        this.days = new int[size];
        this.highs = new double[size];
        this.lows = new double[size];
        this.closes = new double[size];
        this.volumes = new long[size];
        this.splits = splits;
    }

    /**
     * Packs bars.
     *
     * @param bars dates rising
     * @param splitDates the first days of suspected new price scales
     * @throws IllegalArgumentException if dates don't rise or a price is not above zero
     */
    public static BarHistory of(List<Bar> bars, Set<LocalDate> splitDates) {
        ClosedBars.check(bars);
        int[] splits = splitDates.stream()
                .mapToInt(day -> (int) day.toEpochDay())
                .sorted()
                .toArray();
        BarHistory history = new BarHistory(bars.size(), splits);
        int i = 0;
        for (Bar bar : bars) {
            history.set(i++, bar);
        }
        return history;
    }

    private void set(int i, Bar bar) {
        days[i] = (int) bar.date().toEpochDay();
        highs[i] = bar.high();
        lows[i] = bar.low();
        closes[i] = bar.close();
        volumes[i] = bar.volume();
    }

    /**
     * The same bars in another scale, after a split.
     *
     * @param factor old price by new price; volumes become more by the same
     */
    public BarHistory rescaled(double factor) {
        BarHistory history = new BarHistory(days.length, splits);
        for (int i = 0; i < days.length; i++) {
            history.days[i] = days[i];
            history.highs[i] = highs[i] / factor;
            history.lows[i] = lows[i] / factor;
            history.closes[i] = closes[i] / factor;
            history.volumes[i] = volumes[i] == Bar.NO_VOLUME ? Bar.NO_VOLUME : Math.round(volumes[i] * factor);
        }
        return history;
    }

    /** How many bars there are. */
    public int size() {
        return days.length;
    }

    /** The day of a bar. */
    public int day(int index) {
        return days[index];
    }

    /** The close of a bar. */
    public double close(int index) {
        return closes[index];
    }

    /** How many bars there are from the first on whose day is before the given one. */
    public int countBefore(int day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found;
    }

    /** The last suspected split up to a day; {@link Integer#MIN_VALUE} if there is none. */
    public int lastSplit(int day) {
        int last = Integer.MIN_VALUE;
        for (int split : splits) {
            last = split <= day ? split : last;
        }
        return last;
    }

    /**
     * The indicators as they were when so many bars were closed and a price of a day was looked at. Bars before the last
     * suspected split up to that day are left out, as in {@link MarketView}.
     *
     * @param count of the bars that were closed
     * @param day of the price: that of the last of these bars, or later
     */
    public Indicators at(int count, int day) {
        int split = lastSplit(day);
        int from = split == Integer.MIN_VALUE ? 0 : Math.min(count, countBefore(split));
        return new Indicators(this, from, count, day);
    }

    double high(int index) {
        return highs[index];
    }

    double low(int index) {
        return lows[index];
    }

    long volume(int index) {
        return volumes[index];
    }

    double[] closes(int from, int to) {
        return Arrays.copyOfRange(closes, from, to);
    }
}
