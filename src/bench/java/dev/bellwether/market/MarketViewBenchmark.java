package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All indicators and levels of one listing, from bars and a live price to the finished view. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MarketViewBenchmark {
    private static final Listing LISTING = new Listing("BABA", Exchange.NYSE, "USD", 8, Map.of());
    private static final LocalDate LAST = LocalDate.of(2026, 1, 16);
    private static final Instant AT = Instant.parse("2026-01-20T15:00:00Z");

    @Param({"250", "2500", "10000"})
    public int count;

    private List<Bar> bars = List.of();
    private Tick tick = new Tick("BABA", 1, "USD", provenance());

    /** A random walk with a fixed seed: the same bars in every run. */
    @Setup
    public void walk() {
        Random random = new Random(42);
        List<Bar> walked = new ArrayList<>(count);
        double close = 100;
        for (LocalDate day : weekdays()) {
            double open = close * Math.exp(random.nextGaussian() * 0.005);
            close = open * Math.exp(random.nextGaussian() * 0.015);
            double high = Math.max(open, close) * (1 + random.nextDouble() * 0.01);
            double low = Math.min(open, close) * (1 - random.nextDouble() * 0.01);
            walked.add(new Bar(day, open, high, low, close, 1 + random.nextInt(20_000_000)));
        }
        bars = List.copyOf(walked);
        tick = new Tick("BABA", close * 1.01, "USD", provenance());
    }

    @Benchmark
    public MarketView view() {
        return MarketView.of(LISTING, bars, tick, Set.of(), AT);
    }

    private List<LocalDate> weekdays() {
        List<LocalDate> days = new ArrayList<>(count);
        for (LocalDate day = LAST; days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                days.add(day);
            }
        }
        return days.reversed();
    }

    private static Provenance provenance() {
        return new Provenance("benchmark", AT, Duration.ZERO, null, true);
    }
}
