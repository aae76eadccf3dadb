package dev.bellwether.reading;

import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.claim.ClaimReader;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Passages per second and core from which claims are read: a short one full of numbers, and one sentence of a megabyte. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClaimReaderBenchmark {
    private static final Passage SHORT = new Passage(
            "Orlin Corp (NYSE: ORL) shares fell 2.4% to $45.12 on Monday, with trading volume 31% below average. The firm has a"
                    + " market capitalization of $3.21 billion, a P/E ratio of 18.9 and a 50-day moving average of $44.10.",
            null, Instant.parse("2026-01-12T00:00:00Z"));
    private static final Passage LONG = Passage.of("shares rose 5% to $45.12 over the past week and ".repeat(21_000));

    private final ClaimReader reader = new ClaimReader(new Instruments(List.of()));

    @Benchmark
    public List<Claim> passage() {
        return reader.read(SHORT);
    }

    @Benchmark
    public List<Claim> megabyte() {
        return reader.read(LONG);
    }
}
