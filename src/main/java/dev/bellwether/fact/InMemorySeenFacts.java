package dev.bellwether.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps facts until the program ends. */
final class InMemorySeenFacts implements SeenFacts {
    private final Map<String, Fact.Seen> facts = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Fact.Seen fact) {
        return facts.putIfAbsent(fact.key(), fact) == null;
    }

    @Override
    public synchronized <F extends Fact.Seen> List<F> between(
            Class<F> kind, @Nullable String symbol, Instant after, Instant until) {
        return facts.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fact -> symbol == null || fact.symbol().equals(symbol))
                .filter(fact -> fact.at().isAfter(after) && !fact.at().isAfter(until))
                .sorted(Comparator.comparing(Fact::at))
                .toList();
    }
}
