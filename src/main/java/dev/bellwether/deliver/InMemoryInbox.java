package dev.bellwether.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** An inbox for tests and for runs that keep nothing. */
public final class InMemoryInbox implements Inbox {
    private final Map<String, TreeMap<Long, Update>> kept = new ConcurrentHashMap<>();
    private final Set<String> done = new HashSet<>();

    @Override
    public synchronized List<Update> keep(String front, List<Update> updates, Instant at) {
        TreeMap<Long, Update> known = kept.computeIfAbsent(front, name -> new TreeMap<>());
        return updates.stream()
                .filter(update -> known.putIfAbsent(update.number(), update) == null)
                .toList();
    }

    @Override
    public synchronized List<Update> open(String front) {
        List<Update> open =
                new ArrayList<>(kept.getOrDefault(front, new TreeMap<>()).values());
        open.removeIf(update -> done.contains(front + "/" + update.number()));
        return open;
    }

    @Override
    public synchronized void done(String front, long number, Instant at) {
        done.add(front + "/" + number);
    }

    @Override
    public synchronized long highest(String front) {
        TreeMap<Long, Update> known = kept.getOrDefault(front, new TreeMap<>());
        return known.isEmpty() ? -1 : known.lastKey();
    }
}
