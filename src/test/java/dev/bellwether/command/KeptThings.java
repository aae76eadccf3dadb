package dev.bellwether.command;

import dev.bellwether.talk.Memory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A memory that holds what a test put there, by subject. */
final class KeptThings implements Memory {
    private final Map<Subject, List<Kept>> kept = new HashMap<>();

    /** Keeps one thing more. */
    void keep(Subject subject, Kind kind, Map<String, String> entry) {
        kept.computeIfAbsent(subject, key -> new ArrayList<>()).add(new Kept(kind, List.of(entry)));
    }

    @Override
    public List<Kept> about(Subject subject) {
        return List.copyOf(kept.getOrDefault(subject, List.of()));
    }

    @Override
    public List<Kept> forget(Subject subject) {
        List<Kept> gone = about(subject);
        kept.remove(subject);
        return gone;
    }
}
