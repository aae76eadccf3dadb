package dev.bellwether.reading;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.call.CallReader;
import dev.bellwether.reading.call.Lexicon;
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

/** Passages per second on one core: a headline with its abstract, and a text without a call. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class CallReaderBenchmark {
    private final CallReader reader = new CallReader(Lexicon.bundled(), new Instruments(List.of()));

    private final Passage call = Passage.of("""
            Barclays Lifts Globex (NYSE:GLX) Price Target to $240
            Barclays has raised its price target for Globex (NYSE:GLX) from $225 to $240, while maintaining an "overweight" rating,
            suggesting a 9.5% upside. The brokers together say "Moderate Buy", with a mean target of $231.50. The
            company recently exceeded earnings expectations and gave guidance for the year.""");

    private final Passage none = Passage.of("""
            Globex opened at $150.09 on Monday, with a market capitalization of $35.1 billion and a P/E ratio of 18.2. The company
            declared a quarterly dividend of $0.31, up from $0.29, payable in March. Its fifty-day moving average is $148.20 and its
            52-week high is $161.60. Revenue rose 12% to $4.1 billion as demand for its cloud services grew in Asia and Europe.""");

    @Benchmark
    public List<AnalystCall> headlineAndAbstract() {
        return reader.read(call);
    }

    @Benchmark
    public List<AnalystCall> textWithoutCall() {
        return reader.read(none);
    }
}
