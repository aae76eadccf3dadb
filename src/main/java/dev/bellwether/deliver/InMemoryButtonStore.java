package dev.bellwether.deliver;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Commands of buttons for tests and for runs that keep nothing. */
public final class InMemoryButtonStore implements ButtonStore {
    private final Map<String, String> commands = new ConcurrentHashMap<>();

    @Override
    public void keep(String code, String command, Instant at) {
        commands.put(code, command);
    }

    @Override
    public Optional<String> find(String code) {
        return Optional.ofNullable(commands.get(code));
    }
}
