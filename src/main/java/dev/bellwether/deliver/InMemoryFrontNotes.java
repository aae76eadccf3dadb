package dev.bellwether.deliver;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Notes of fronts for tests and for runs that keep nothing. */
public final class InMemoryFrontNotes implements FrontNotes {
    private final Map<String, String> notes = new ConcurrentHashMap<>();

    @Override
    public Optional<String> read(String front, String name) {
        return Optional.ofNullable(notes.get(front + "/" + name));
    }

    @Override
    public void write(String front, String name, String text) {
        notes.put(front + "/" + name, text);
    }
}
