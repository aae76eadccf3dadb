package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the price has moved since an earlier close.
 *
 * @param period {@code 1d}, {@code 7d}, {@code 1m}, {@code ytd} or {@code 12m}
 * @param percent (price / close - 1) * 100, without dividends
 * @param from the day of the earlier close; null if it is missing
 * @param fromClose the earlier close; null if it is missing
 */
public record Change(
        String period,
        Measure percent,
        @Nullable LocalDate from,
        @Nullable Double fromClose) {

    /**
     * A close this many days older than the day wanted no longer stands for it: the longest holidays of the exchanges we know
     * close them for eleven days, so this is a hole in the data or a halt.
     */
    static final int STALE_DAYS = 14;

    private static final List<String> PERIODS = List.of("1d", "7d", "1m", "ytd", "12m");

    /**
     * The five changes. Days are calendar days: the earlier close is the last one on or before the price's day minus 7 days,
     * 1 month or 12 months (a month that is too short gives its last day), before the price's day for 1 day, and in the year before for
     * the year to date.
     */
    static List<Change> all(ClosedBars bars, LatestPrice now) {
        return PERIODS.stream()
                .map(period -> since(period, wanted(period, now.day()), bars, now))
                .toList();
    }

    /** The day whose close, or the last one before it, a price of a day is compared with. */
    static LocalDate wanted(String period, LocalDate day) {
        return switch (period) {
            case "1d" -> day.minusDays(1);
            case "7d" -> day.minusDays(7);
            case "1m" -> day.minusMonths(1);
            case "ytd" -> day.withDayOfYear(1).minusDays(1);
            case "12m" -> day.minusYears(1);
            default -> throw new IllegalArgumentException("no such period: " + period);
        };
    }

    /** The five changes when there is no price. */
    static List<Change> none(Measure.Missing why) {
        return PERIODS.stream()
                .map(period -> new Change(period, why, null, null))
                .toList();
    }

    private static Change since(String period, LocalDate wanted, ClosedBars bars, LatestPrice now) {
        Bar base = bars.lastUntil(wanted);
        if (base == null) {
            return new Change(period, bars.notBackTo(wanted, now.day()), null, null);
        }
        if (base.date().isBefore(wanted.minusDays(STALE_DAYS))) {
            return new Change(
                    period, new Measure.Missing(Line.say("market.close.none", new Value.Day(wanted))), null, null);
        }
        return new Change(period, Percent.above(base.close(), now.price()), base.date(), base.close());
    }
}
