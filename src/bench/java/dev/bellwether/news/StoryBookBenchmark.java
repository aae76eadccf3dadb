package dev.bellwether.news;

import dev.bellwether.news.story.Assigned;
import dev.bellwether.news.story.StoryBook;
import dev.bellwether.news.story.StoryInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
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

/** Finding the story of one more article when 1,000 and when 100,000 are kept. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StoryBookBenchmark {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    /** As far back as a story book of four windows remembers. */
    private static final Duration MEMORY = StoryBook.WINDOW.multipliedBy(4);

    private static final String[] VERBS = {"buys", "sues", "leaves", "supplies", "rescues", "courts", "audits", "joins"
    };
    private static final String[] WORDS = {
        "turbine", "harbour", "vaccine", "battery", "satellite", "refinery", "bakery", "tunnel", "cable", "orchard",
        "quarry", "sensor", "ferry", "brewery", "antenna", "greenhouse", "pipeline", "warehouse", "tannery", "reactor"
    };

    /** Texts are made before the clock runs, and told again under another name after so many articles. */
    private static final int POOL = 50_000;

    @Param({"1000", "100000"})
    public int kept;

    private StoryBook book = new StoryBook();
    private Random random = new Random(7);
    private String[] titles = {};
    private String[] texts = {};
    private int next;

    /** As many articles as are kept, from a fixed seed, with time going on so that the oldest are forgotten from then on. */
    @Setup
    public void fill() {
        random = new Random(7);
        titles = new String[POOL];
        texts = new String[POOL];
        for (int i = 0; i < POOL; i++) {
            titles[i] = title();
            texts[i] = text(titles[i]);
        }
        book = new StoryBook();
        for (next = 0; next < kept; next++) {
            book.add(article(next));
        }
    }

    @Benchmark
    public Assigned add() {
        return book.add(article(next++));
    }

    /** A third retells an event of the last tenth. */
    private StoryInput article(int number) {
        int recent = Math.min(number + 1, kept / 10);
        int event = random.nextInt(3) == 0 ? number - random.nextInt(recent) : number;
        Instant when = START.plus(MEMORY.multipliedBy(number).dividedBy(kept));
        return StoryInput.of("article " + number, titles[event % POOL], texts[event % POOL], when);
    }

    private String title() {
        String verb = VERBS[random.nextInt(VERBS.length)];
        return String.format(Locale.ROOT, "%s %s %s for $%d million", name(), verb, name(), 1 + random.nextInt(900));
    }

    private String text(String title) {
        StringBuilder text = new StringBuilder(title).append(". The ");
        for (int i = 0; i < 60; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 12 == 11 ? ". The " : " ");
        }
        return text.toString();
    }

    /** One of 5,000 companies. */
    private String name() {
        return "Company" + Integer.toString(1_000_000 + random.nextInt(5_000), Character.MAX_RADIX) + "x";
    }
}
