package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.English;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Made-up bars on weekdays up to a Friday, and views of them. */
final class Series {
    static final Listing BABA = new Listing("BABA", Exchange.NYSE, "USD", 8, Map.of());
    static final LocalDate FRIDAY = LocalDate.parse("2026-01-16");
    static final Instant AFTER = Instant.parse("2027-01-01T00:00:00Z");

    private Series() {}

    /** The last {@code n} weekdays up to a day, that day included. */
    static List<LocalDate> weekdays(int n, LocalDate last) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = last; days.size() < n; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                days.add(day);
            }
        }
        Collections.reverse(days);
        return days;
    }

    /** Bars with these closes, half a unit high and low of them, 1000 units of volume each. */
    static List<Bar> closes(double... closes) {
        List<LocalDate> days = weekdays(closes.length, FRIDAY);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(new Bar(days.get(i), closes[i], closes[i] + 0.5, closes[i] - 0.5, closes[i], 1000));
        }
        return bars;
    }

    static List<Bar> flat(int n, double price) {
        return weekdays(n, FRIDAY).stream()
                .map(day -> new Bar(day, price, price, price, price, 1000))
                .toList();
    }

    /** A line from one close to another. */
    static List<Bar> line(int n, double from, double to) {
        double[] closes = new double[n];
        Arrays.setAll(closes, i -> from + (to - from) * i / (n - 1));
        return closes(closes);
    }

    /** A random walk of about 2% a day, with wicks, gaps and volume. */
    static List<Bar> walk(long seed, int n) {
        Random random = new Random(seed);
        List<Bar> bars = new ArrayList<>();
        double close = 20 + random.nextInt(200);
        for (LocalDate day : weekdays(n, FRIDAY)) {
            double open = close * Math.exp(random.nextGaussian() * 0.005);
            close = open * Math.exp(random.nextGaussian() * 0.02);
            double high = Math.max(open, close) * (1 + random.nextDouble() * 0.01);
            double low = Math.min(open, close) * (1 - random.nextDouble() * 0.01);
            bars.add(new Bar(day, open, high, low, close, 1 + random.nextInt(1_000_000)));
        }
        return bars;
    }

    static Tick tick(double price, String asOf) {
        return new Tick("BABA", price, "USD", new Provenance("test", Instant.parse(asOf), Duration.ZERO, null, false));
    }

    static MarketView view(List<Bar> bars) {
        return view(bars, null);
    }

    static MarketView view(List<Bar> bars, @Nullable Tick tick) {
        return MarketView.of(BABA, bars, tick, Set.of(), AFTER);
    }

    static double value(Measure measure) {
        Assertions.assertThat(measure).isInstanceOf(Measure.Known.class);
        return measure.number().orElseThrow();
    }

    /** Why a measure is missing, as an English reader reads it. */
    static String why(Measure measure) {
        return English.of(missing(measure).why());
    }

    /** A measure whose reason, if it is missing, is the English sentence itself: two of them compare by what is read. */
    static Measure read(Measure measure) {
        return measure instanceof Measure.Missing missing
                ? new Measure.Missing(English.of(missing.why()), missing.barsMissing())
                : measure;
    }

    static Measure.Missing missing(Measure measure) {
        Assertions.assertThat(measure).isInstanceOf(Measure.Missing.class);
        return (Measure.Missing) measure;
    }
}
