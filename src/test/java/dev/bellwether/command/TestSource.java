package dev.bellwether.command;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A price source that knows some symbols at a flat price, or fails for a reason. */
final class TestSource implements PriceSource {
    private final String name;
    private final Set<String> symbols;
    private final Priced.Cause failure;

    /** @param failure what it answers to all but its symbols */
    TestSource(String name, Priced.Cause failure, String... symbols) {
        this.name = name;
        this.symbols = Set.of(symbols);
        this.failure = failure;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        if (!symbols.contains(listing.symbol())) {
            return no(listing);
        }
        List<Bar> bars = LocalDate.of(2025, 12, 1)
                .datesUntil(LocalDate.of(2026, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .map(day -> new Bar(day, 20, 20.5, 19.5, 20, 1_000))
                .toList();
        Instant close = listing.exchange().closing(bars.getLast().date());
        return new Priced.Found<>(
                new History(listing.symbol(), listing.currency(), bars, List.of(), closing(listing, close)));
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        Provenance provenance = new Provenance(name, now, Duration.ofMinutes(15), null, false);
        return symbols.contains(listing.symbol())
                ? new Priced.Found<>(new Tick(listing.symbol(), 21, listing.currency(), provenance))
                : no(listing);
    }

    private <T> Priced<T> no(Listing listing) {
        return new Priced.Unavailable<>(name, failure, name + " fails on " + listing.symbol() + ".", null);
    }
}
