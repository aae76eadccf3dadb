package dev.bellwether.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases within one process, for tests and for runs that keep nothing. */
public final class InMemoryLeases implements Leases {
    private record Held(String owner, Instant until) {}

    private final Map<String, Held> held = new HashMap<>();

    @Override
    public synchronized boolean hold(String name, String owner, Instant now, Duration length) {
        Held before = held.get(name);
        boolean free = before == null
                || before.owner().equals(owner)
                || !before.until().isAfter(now);
        if (free) {
            held.put(name, new Held(owner, now.plus(length)));
        }
        return free;
    }

    @Override
    public synchronized Optional<String> holder(String name) {
        return Optional.ofNullable(held.get(name)).map(Held::owner);
    }

    @Override
    public synchronized void release(String name, String owner) {
        held.computeIfPresent(name, (key, before) -> before.owner().equals(owner) ? null : before);
    }
}
