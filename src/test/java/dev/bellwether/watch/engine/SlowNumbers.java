package dev.bellwether.watch.engine;

import dev.bellwether.fact.Bar;
import dev.bellwether.watch.rule.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every number written down as plainly as it is said, over all bars each time. Null for missing. */
final class SlowNumbers {
    private SlowNumbers() {}

    /** What is known at a moment. */
    record Known(
            List<Bar> bars,
            @Nullable Double price,
            @Nullable LocalDate day,
            @Nullable Double parity) {}

    static @Nullable Double value(Quantity quantity, Known known) {
        List<Bar> bars = known.bars();
        int length = quantity.length();
        return switch (quantity.kind()) {
            case PRICE -> known.price();
            case SMA -> bars.size() < length ? null : round(mean(closes(bars, length)));
            case EMA -> ema(bars, length);
            case HIGH_52W -> extreme(year(known), true);
            case LOW_52W -> extreme(year(known), false);
            case DONCHIAN_HIGH -> extreme(last(before(known), length), true);
            case DONCHIAN_LOW -> extreme(last(before(known), length), false);
            case ATR -> atr(bars);
            case RSI -> rsi(bars);
            case VOLUME -> volume(bars);
            case CHANGE -> change(quantity.period(), known);
            case PARITY -> known.parity() == null ? null : round(known.parity());
        };
    }

    static Double round(double value) {
        if (Math.abs(value) < 1e-10) {
            return 0.0;
        }
        return new BigDecimal(value)
                .round(new MathContext(12, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    private static List<Double> closes(List<Bar> bars, int n) {
        return bars.subList(bars.size() - n, bars.size()).stream()
                .map(Bar::close)
                .toList();
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }

    private static @Nullable Double ema(List<Bar> bars, int n) {
        if (bars.size() < n) {
            return null;
        }
        double average = mean(bars.subList(0, n).stream().map(Bar::close).toList());
        for (Bar bar : bars.subList(n, bars.size())) {
            average = average + 2.0 / (n + 1) * (bar.close() - average);
        }
        return round(average);
    }

    private static List<Bar> before(Known known) {
        return known.day() == null
                ? List.of()
                : known.bars().stream()
                        .filter(bar -> bar.date().isBefore(known.day()))
                        .toList();
    }

    private static @Nullable List<Bar> last(List<Bar> bars, int n) {
        return bars.size() < n ? null : bars.subList(bars.size() - n, bars.size());
    }

    private static @Nullable List<Bar> year(Known known) {
        LocalDate day = known.day();
        if (day == null || known.bars().isEmpty()) {
            return null;
        }
        LocalDate begin = day.minusYears(1);
        return known.bars().getFirst().date().isAfter(begin.plusDays(7))
                ? null
                : before(known).stream()
                        .filter(bar -> bar.date().isAfter(begin))
                        .toList();
    }

    private static @Nullable Double extreme(@Nullable List<Bar> bars, boolean high) {
        if (bars == null || bars.isEmpty()) {
            return null;
        }
        return high
                ? bars.stream().mapToDouble(Bar::high).max().orElseThrow()
                : bars.stream().mapToDouble(Bar::low).min().orElseThrow();
    }

    private static @Nullable Double atr(List<Bar> bars) {
        List<Double> ranges = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double before = i == 0 ? bar.high() : bars.get(i - 1).close();
            double range = bar.high() - bar.low();
            ranges.add(
                    i == 0
                            ? range
                            : Math.max(range, Math.max(Math.abs(bar.high() - before), Math.abs(bar.low() - before))));
        }
        return ranges.size() < 14 ? null : round(wilder(ranges));
    }

    private static double wilder(List<Double> values) {
        double average = mean(values.subList(0, 14));
        for (double value : values.subList(14, values.size())) {
            average = average + 1.0 / 14 * (value - average);
        }
        return average;
    }

    private static @Nullable Double rsi(List<Bar> bars) {
        List<Double> gains = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            double move = bars.get(i).close() - bars.get(i - 1).close();
            gains.add(Math.max(0, move));
            losses.add(Math.max(0, -move));
        }
        if (gains.size() < 14) {
            return null;
        }
        double gain = wilder(gains);
        double loss = wilder(losses);
        return gain + loss <= 1e-9 * bars.getLast().close() ? null : round(100 * gain / (gain + loss));
    }

    private static @Nullable Double volume(List<Bar> bars) {
        if (bars.size() < 21) {
            return null;
        }
        List<Bar> last = bars.subList(bars.size() - 21, bars.size());
        if (last.stream().anyMatch(bar -> bar.volume() < 0)) {
            return null;
        }
        double usual = last.subList(0, 20).stream().mapToDouble(Bar::volume).sum() / 20;
        return usual == 0 ? null : round(last.getLast().volume() / usual);
    }

    private static @Nullable Double change(String period, Known known) {
        LocalDate day = known.day();
        if (day == null || known.price() == null) {
            return null;
        }
        LocalDate wanted = switch (period) {
            case "1d" -> day.minusDays(1);
            case "7d" -> day.minusWeeks(1);
            case "1m" -> day.minusMonths(1);
            case "ytd" -> LocalDate.of(day.getYear() - 1, 12, 31);
            default -> day.minusMonths(12);
        };
        Bar base = null;
        for (Bar bar : known.bars()) {
            base = bar.date().isAfter(wanted) ? base : bar;
        }
        return base == null || base.date().isBefore(wanted.minusDays(14))
                ? null
                : round((known.price() / base.close() - 1) * 100);
    }
}
