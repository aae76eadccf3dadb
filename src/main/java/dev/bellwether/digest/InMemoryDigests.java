package dev.bellwether.digest;

import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps digests until the program ends. */
final class InMemoryDigests implements Digests {
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private final Map<Long, Map<String, Instant>> told = new HashMap<>();
    private long last;

    @Override
    public synchronized Kept add(DigestSpec spec, ZoneId zone, @Nullable Instant due, Instant at) {
        int number = of(spec.chat()).stream()
                        .mapToInt(other -> other.spec().number())
                        .max()
                        .orElse(0)
                + 1;
        last++;
        Kept fresh = new Kept(last, spec.numbered(number), zone, at, due, null, 0, false);
        kept.put(last, fresh);
        return fresh;
    }

    @Override
    public synchronized List<Kept> of(ChatId chat) {
        return kept.values().stream()
                .filter(one -> one.spec().chat().equals(chat))
                .sorted(Comparator.comparingInt(one -> one.spec().number()))
                .toList();
    }

    @Override
    public synchronized Optional<Kept> byId(long id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized boolean delete(long id) {
        told.remove(id);
        return kept.remove(id) != null;
    }

    @Override
    public synchronized Map<String, Instant> told(long id) {
        return Map.copyOf(told.getOrDefault(id, Map.of()));
    }

    @Override
    public synchronized boolean advance(
            long id, Instant due, @Nullable Instant next, ZoneId zone, Made made, Instant until) {
        boolean done = change(id, due, was -> new Kept(id, was.spec(), zone, was.created(), next, until, 0, false));
        if (done) {
            told.computeIfAbsent(id, key -> new HashMap<>()).putAll(made.told());
        }
        return done;
    }

    @Override
    public synchronized boolean skip(long id, Instant due, @Nullable Instant next, ZoneId zone, int skipped) {
        return change(
                id,
                due,
                was -> new Kept(
                        id, was.spec(), zone, was.created(), next, was.toldUntil(), was.skipped() + skipped, false));
    }

    @Override
    public synchronized void tell(long id, Made made, Instant until) {
        Kept was = kept.get(id);
        if (was != null) {
            kept.put(id, new Kept(id, was.spec(), was.zone(), was.created(), was.due(), until, 0, false));
            told.computeIfAbsent(id, key -> new HashMap<>()).putAll(made.told());
        }
    }

    @Override
    public synchronized boolean move(long id, @Nullable Instant was, @Nullable Instant due, ZoneId zone) {
        return change(
                id,
                was,
                one -> new Kept(id, one.spec(), zone, one.created(), due, one.toldUntil(), one.skipped(), false));
    }

    private boolean change(long id, @Nullable Instant due, UnaryOperator<Kept> change) {
        Kept was = kept.get(id);
        if (was == null || !Objects.equals(was.due(), due)) {
            return false;
        }
        kept.put(id, change.apply(was));
        return true;
    }

    @Override
    public synchronized List<Kept> after(long id, int most) {
        return kept.tailMap(id, false).values().stream().limit(most).toList();
    }

    /** Nothing here knows the chats. */
    @Override
    public List<Kept> rezoned(int most) {
        return List.of();
    }

    @Override
    public synchronized Total total() {
        return new Total(
                kept.size(),
                kept.values().stream()
                        .map(Kept::due)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
