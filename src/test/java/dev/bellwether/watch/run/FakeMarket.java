package dev.bellwether.watch.run;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A price source over trades that a test lays down: the latest price is the last trade, bars follow from the trades of a day. Writes down what it
 * is asked.
 */
final class FakeMarket implements PriceSource {
    private final String name;
    private final Map<String, NavigableMap<LocalDate, Bar>> past = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Double>> trades = new HashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> askedForBars = new CopyOnWriteArrayList<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    volatile Duration delay = Duration.ZERO;
    volatile boolean down;
    volatile boolean within;
    volatile int batch = 1;
    private volatile @Nullable Double wrong;

    FakeMarket(String name) {
        this.name = name;
    }

    /** Weekdays before a day at about one price, with a span of a percent. */
    FakeMarket quiet(String listing, String before, int days, double price) {
        LocalDate day = LocalDate.parse(before);
        int left = days;
        while (left > 0) {
            day = day.minusDays(1);
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                double close = price * (1 + (left % 5 - 2) * 0.001);
                bar(listing, new Bar(day, close, close * 1.005, close * 0.995, close, 1_000_000));
                left--;
            }
        }
        return this;
    }

    FakeMarket bar(String listing, Bar bar) {
        past.computeIfAbsent(listing, symbol -> new TreeMap<>()).put(bar.date(), bar);
        return this;
    }

    FakeMarket trade(String listing, Instant at, double price) {
        trades.computeIfAbsent(listing, symbol -> new TreeMap<>()).put(at, price);
        return this;
    }

    FakeMarket trade(String listing, String at, double price) {
        return trade(listing, Instant.parse(at), price);
    }

    /** Says this whatever was traded; null for the truth again. */
    void lie(@Nullable Double price) {
        wrong = price;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public List<Priced<Tick>> latestOf(List<Listing> listings, Instant now) {
        batches.add(listings.size());
        return listings.stream().map(listing -> latest(listing, now)).toList();
    }

    private Provenance provenance(Instant at, Duration behind) {
        return new Provenance(name, at, behind, null, false);
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        askedForBars.add(listing.symbol());
        NavigableMap<LocalDate, Bar> all = new TreeMap<>(past.getOrDefault(listing.symbol(), new TreeMap<>()));
        trades.getOrDefault(listing.symbol(), new TreeMap<>()).forEach((at, price) -> add(all, listing, at, price));
        List<Bar> bars = new ArrayList<>(all.subMap(from, true, to, true).values());
        bars.removeIf(bar -> listing.exchange().closing(bar.date()).isAfter(now));
        if (down || bars.isEmpty()) {
            return none();
        }
        Instant close = listing.exchange().closing(bars.getLast().date());
        return new Priced.Found<>(
                new History(listing.symbol(), listing.currency(), bars, List.of(), provenance(close, Duration.ZERO)));
    }

    private static void add(Map<LocalDate, Bar> bars, Listing listing, Instant at, double price) {
        LocalDate day = listing.exchange().dayAt(at);
        bars.merge(
                day,
                new Bar(day, price, price, price, price, 1_000_000),
                (so, one) -> new Bar(
                        day, so.open(), Math.max(so.high(), price), Math.min(so.low(), price), price, so.volume()));
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        asked.add(listing.symbol());
        var last = trades.getOrDefault(listing.symbol(), new TreeMap<>()).floorEntry(now.minus(delay));
        if (down || last == null) {
            return none();
        }
        Double said = wrong;
        return new Priced.Found<>(new Tick(
                listing.symbol(),
                said == null ? last.getValue() : said,
                listing.currency(),
                provenance(last.getKey(), delay)));
    }

    @Override
    public Priced<List<Tick>> between(Listing listing, Instant after, Instant until) {
        if (!within || down) {
            return none();
        }
        List<Tick> ticks = new ArrayList<>();
        trades.getOrDefault(listing.symbol(), new TreeMap<>())
                .subMap(after, false, until, true)
                .forEach((at, price) ->
                        ticks.add(new Tick(listing.symbol(), price, listing.currency(), provenance(at, delay))));
        return new Priced.Found<>(ticks);
    }

    private <T> Priced<T> none() {
        return new Priced.Unavailable<>(
                name, down ? Priced.Cause.SERVER_ERROR : Priced.Cause.NO_DATA, name + " has nothing", null);
    }
}
