package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import java.time.LocalDate;

/**
 * Single numbers of {@link MarketView} for any length, for those who need a few of them thousands of times. The same formulas: each is NaN
 * where the view's is missing, for the same reasons. Amounts are in the listing's currency. Immutable; nothing is kept between calls.
 */
public final class Indicators {
    private final BarHistory bars;
    private final int from;
    private final int end;
    private final int day;

    Indicators(BarHistory bars, int from, int end, int day) {
        this.bars = bars;
        this.from = from;
        this.end = end;
        this.day = day;
    }

    /** The mean of the last {@code n} closes. */
    public double sma(int n) {
        if (n < 1 || end - from < n) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = end - n; i < end; i++) {
            sum += bars.close(i);
        }
        return sum / n;
    }

    /** The exponential average of the closes, see {@link Averages}. */
    public double ema(int n) {
        return n < 1 || end - from < n
                ? Double.NaN
                : Smoothing.exponential(bars.closes(from, end), 0, n)[end - from - 1];
    }

    /** Wilder's average true range, see {@link Volatility}. */
    public double atr() {
        if (end - from < Volatility.DAYS) {
            return Double.NaN;
        }
        double[] ranges = new double[end - from];
        for (int i = from; i < end; i++) {
            double close = i == from ? bars.high(i) : bars.close(i - 1);
            double low = i == from ? bars.low(i) : bars.close(i - 1);
            ranges[i - from] = Math.max(bars.high(i), close) - Math.min(bars.low(i), low);
        }
        return Smoothing.wilder(ranges, 0, Volatility.DAYS)[ranges.length - 1];
    }

    /** Wilder's relative strength index, see {@link Momentum}. */
    public double rsi() {
        return Momentum.rsi(bars.closes(from, end));
    }

    /** The last volume in units of the mean of the 20 before it, see {@link Volume}. */
    public double volumeMultiple() {
        int last = end - 1;
        if (last - from < Volume.DAYS || bars.volume(last) == Bar.NO_VOLUME) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = last - Volume.DAYS; i < last; i++) {
            if (bars.volume(i) == Bar.NO_VOLUME) {
                return Double.NaN;
            }
            sum += bars.volume(i);
        }
        return sum == 0 ? Double.NaN : bars.volume(last) / (sum / Volume.DAYS);
    }

    /** The highest high of the 52 weeks before the price's day, see {@link YearRange}, but without that day and its price. */
    public double yearHigh() {
        int first = yearBegin();
        return first < 0 ? Double.NaN : highest(first, before());
    }

    /** The lowest low of the 52 weeks before the price's day. */
    public double yearLow() {
        int first = yearBegin();
        return first < 0 ? Double.NaN : lowest(first, before());
    }

    /** The highest high of the last {@code n} bars before the price's day, see {@link Donchian}. */
    public double donchianHigh(int n) {
        return n < 1 || before() - from < n ? Double.NaN : highest(before() - n, before());
    }

    /** The lowest low of the last {@code n} bars before the price's day. */
    public double donchianLow(int n) {
        return n < 1 || before() - from < n ? Double.NaN : lowest(before() - n, before());
    }

    /**
     * The earlier close that a change is measured from, see {@link Change}.
     *
     * @param period {@code 1d}, {@code 7d}, {@code 1m}, {@code ytd} or {@code 12m}
     */
    public double changeBase(String period) {
        LocalDate wanted = Change.wanted(period, LocalDate.ofEpochDay(day));
        int base = Math.min(end, bars.countBefore((int) wanted.toEpochDay() + 1)) - 1;
        boolean stands = base >= from && bars.day(base) >= wanted.toEpochDay() - Change.STALE_DAYS;
        return stands ? bars.close(base) : Double.NaN;
    }

    /** The end of the bars before the price's day. */
    private int before() {
        return Math.max(from, Math.min(end, bars.countBefore(day)));
    }

    /** The first bar of the 52 weeks; -1 if the history does not reach back to their begin, or no bar is in them. */
    private int yearBegin() {
        LocalDate begin = LocalDate.ofEpochDay(day).minusYears(1);
        int first = Math.max(from, bars.countBefore((int) begin.toEpochDay() + 1));
        boolean reaches = from < end && bars.day(from) <= begin.toEpochDay() + YearRange.TOLERANCE_DAYS;
        return reaches && first < before() ? first : -1;
    }

    private double highest(int first, int end) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            highest = Math.max(highest, bars.high(i));
        }
        return highest;
    }

    private double lowest(int first, int end) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = first; i < end; i++) {
            lowest = Math.min(lowest, bars.low(i));
        }
        return lowest;
    }
}
