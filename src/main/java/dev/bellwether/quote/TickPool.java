package dev.bellwether.quote;

import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds at most three prices of each listing, however many come in: the lowest, the highest, the last. Safe for threads. */
final class TickPool {
    private static final Duration STEP = Duration.ofMillis(1);

    private final Map<String, Span> spans = new LinkedHashMap<>();
    private final Map<String, Instant> given = new HashMap<>();

    private record Span(Tick low, Tick high, Tick last) {
        Span with(Tick tick) {
            return new Span(
                    tick.price() < low.price() ? tick : low,
                    tick.price() > high.price() ? tick : high,
                    moment(tick).isBefore(moment(last)) ? last : tick);
        }
    }

    synchronized void add(Tick tick) {
        spans.merge(tick.listing(), new Span(tick, tick, tick), (span, one) -> span.with(tick));
    }

    /** What is held, which is given once. Moments rise within a listing: several trades may have one. */
    synchronized List<Tick> drain() {
        List<Tick> drained = new ArrayList<>();
        for (Span span : spans.values()) {
            Set<Tick> ticks = new LinkedHashSet<>(List.of(span.low(), span.high(), span.last()));
            ticks.stream().sorted(Comparator.comparing(TickPool::moment)).forEach(tick -> drained.add(inOrder(tick)));
        }
        spans.clear();
        return drained;
    }

    synchronized void forget(Set<String> kept) {
        spans.keySet().retainAll(kept);
        given.keySet().retainAll(kept);
    }

    private Tick inOrder(Tick tick) {
        @Nullable Instant before = given.get(tick.listing());
        Instant at = before == null || moment(tick).isAfter(before) ? moment(tick) : before.plus(STEP);
        given.put(tick.listing(), at);
        Provenance source = tick.provenance();
        return new Tick(
                tick.listing(),
                tick.price(),
                tick.currency(),
                new Provenance(source.source(), at, source.delay(), source.link(), source.sample()));
    }

    private static Instant moment(Tick tick) {
        return tick.provenance().asOf();
    }
}
