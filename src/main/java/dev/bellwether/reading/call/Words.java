package dev.bellwether.reading.call;

import dev.bellwether.reading.token.Lines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Small groups of words that decide single questions, from {@code words.txt}. */
final class Words {
    private static final Map<String, Set<String>> GROUPS = new HashMap<>();

    static {
        for (String line : Lines.of(Words.class, "words.txt")) {
            int bar = line.indexOf('|');
            String group = line.substring(0, bar).strip();
            List<String> words = List.of(line.substring(bar + 1).strip().split(" ", -1));
            GROUPS.computeIfAbsent(group, name -> new HashSet<>()).addAll(words);
        }
    }

    private Words() {}

    /** The words of a group. */
    static Set<String> of(String group) {
        return Set.copyOf(Objects.requireNonNull(GROUPS.get(group), group));
    }
}
