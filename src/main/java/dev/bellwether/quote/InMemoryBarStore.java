package dev.bellwether.quote;

import dev.bellwether.fact.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps bars as long as the program runs: for tests, and for answers that need no database. */
final class InMemoryBarStore implements BarStore {
    private record Key(String listing, String source) {}

    private record Newest(String source, Instant fetched) {}

    private final Map<Key, NavigableMap<LocalDate, Bar>> series = new ConcurrentHashMap<>();
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    @Override
    public void save(String listing, String source, List<Bar> bars, Instant fetched) {
        if (bars.isEmpty()) {
            return;
        }
        NavigableMap<LocalDate, Bar> kept =
                series.computeIfAbsent(new Key(listing, source), key -> new ConcurrentSkipListMap<>());
        bars.forEach(bar -> kept.put(bar.date(), bar));
        newest.merge(listing, new Newest(source, fetched), (old, now) -> now.fetched.isBefore(old.fetched) ? old : now);
    }

    @Override
    public List<Bar> bars(String listing, String source, LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, Bar> kept = series.get(new Key(listing, source));
        return kept == null || from.isAfter(to)
                ? List.of()
                : List.copyOf(kept.subMap(from, true, to, true).values());
    }

    @Override
    public Optional<String> newestSource(String listing) {
        return Optional.ofNullable(newest.get(listing)).map(Newest::source);
    }
}
