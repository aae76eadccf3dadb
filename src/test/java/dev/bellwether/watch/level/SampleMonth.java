package dev.bellwether.watch.level;

import dev.bellwether.analyst.FactRecorder;
import dev.bellwether.analyst.FactStore;
import dev.bellwether.analyst.InMemoryFactStore;
import dev.bellwether.analyst.SampleDesk;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.news.BundledFeedSource;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.reading.call.CallReader;
import dev.bellwether.reading.call.Lexicon;
import dev.bellwether.reading.claim.ClaimReader;
import dev.bellwether.watch.engine.Observation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/** The bundled bars of one listing played through with a driven clock, four prices a day, and the bundled press. */
final class SampleMonth {
    static final Instruments INSTRUMENTS = SampleDesk.at("2026-01-31T00:00:00Z").instruments();

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    final List<Fact.LevelMet> told = new ArrayList<>();
    private final Listing listing;
    private final List<Bar> bars;
    private final LevelWatch watch;

    SampleMonth(String symbol, Function<InstantSource, LevelWatch> watch) {
        this.listing = INSTRUMENTS.find(symbol).orElseThrow().listing(symbol).orElseThrow();
        this.bars = bars(listing);
        this.watch = watch.apply(now::get);
    }

    static List<Bar> bars(Listing listing) {
        Instant end = Instant.parse("2026-01-31T00:00:00Z");
        LocalDate from = LocalDate.parse("2024-01-01");
        if (new SampleSource().history(listing, from, LocalDate.parse("2026-01-31"), end)
                instanceof Priced.Found<?>(dev.bellwether.quote.History history)) {
            return history.bars();
        }
        throw new AssertionError("no sample bars of " + listing);
    }

    /** What the bundled press had said, read with the bot's own readers. */
    static FactLog press() {
        InMemoryArticleStore articles = new InMemoryArticleStore();
        List<Feed> feeds = Stream.of("market-wire", "boerse", "asia-desk", "ticker")
                .map(name -> new Feed(URI.create("sample:" + name + ".xml"), Duration.ofHours(1), Set.of(), "en"))
                .toList();
        InstantSource end = InstantSource.fixed(Instant.parse("2026-01-31T00:00:00Z"));
        CompanyFinder finder = new CompanyFinder(INSTRUMENTS);
        new FeedPoller(feeds, new BundledFeedSource(), articles, finder, end, new SplittableRandom(1)).tick();
        FactStore facts = new InMemoryFactStore(articles);
        CallReader calls = new CallReader(Lexicon.bundled(), INSTRUMENTS);
        ClaimReader claims = new ClaimReader(INSTRUMENTS);
        new FactRecorder(facts, 1, calls::read, claims::read, INSTRUMENTS).catchUp();
        return facts;
    }

    /** All sessions after a day up to another, the bars up to the first known at the start. */
    SampleMonth play(String after, String until) {
        int i = 0;
        while (!bars.get(i).date().isAfter(LocalDate.parse(after))) {
            i++;
        }
        closed(i - 1);
        for (; i < bars.size() && !bars.get(i).date().isAfter(LocalDate.parse(until)); i++) {
            session(i);
        }
        return this;
    }

    private void session(int i) {
        Bar bar = bars.get(i);
        Instant open = listing.exchange().opening(bar.date());
        double[] path = Past.path(bar);
        for (int step = 0; step < path.length; step++) {
            Instant at = open.plus(Duration.ofMinutes(1 + 90L * step));
            now.set(at);
            observe(new Observation.Priced(listing.symbol(), at, path[step], step == 0, source(at)));
        }
        closed(i);
    }

    private void closed(int i) {
        Instant at = listing.exchange().closing(bars.get(i).date());
        now.set(at.plus(Duration.ofMinutes(10)));
        observe(new Observation.Closed(listing.symbol(), at, bars.subList(0, i + 1), Set.of(), source(at)));
    }

    private void observe(Observation observation) {
        told.addAll(watch.observe(observation));
        watch.save();
    }

    private static Provenance source(Instant at) {
        return new Provenance("sample", at, Duration.ZERO, null, true);
    }
}
