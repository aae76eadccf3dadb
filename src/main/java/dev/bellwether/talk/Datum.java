package dev.bellwether.talk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a card knows, for programs: a {@link Value}, a value with named parts, or a list. */
public sealed interface Datum permits Value, Datum.Parts, Datum.Items {

    /**
     * Named parts, in order, and what they are parts of.
     *
     * @param self the value the parts belong to, such as a 52-week high whose part is its date; null for a mere group
     * @param parts the parts by name
     */
    record Parts(@Nullable Value self, Map<String, Datum> parts) implements Datum {
        public Parts {
            parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        }
    }

    /** A list of like things. */
    record Items(List<Datum> items) implements Datum {
        public Items {
            items = List.copyOf(items);
        }
    }
}
