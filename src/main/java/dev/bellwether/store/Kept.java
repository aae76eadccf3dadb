package dev.bellwether.store;

import dev.bellwether.talk.Memory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what a table remembers. */
final class Kept {
    private Kept() {}

    /** Nothing if there is no entry. */
    static List<Memory.Kept> of(Memory.Kind kind, List<Map<String, String>> entries) {
        return entries.isEmpty() ? List.of() : List.of(new Memory.Kept(kind, entries));
    }

    /** Adds what is known and not empty. */
    static void put(Map<String, String> entry, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            entry.put(name, text);
        }
    }
}
