package dev.bellwether.news.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Word lists beside the classes: one entry a line, {@code head: word, word}; a hash begins a comment. */
final class Lexicon {
    private Lexicon() {}

    /** Every entry of a list: its head and what stands behind the colon. */
    static Map<String, List<String>> entries(String file) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        for (String line : lines(file)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                entries.put(line.substring(0, colon).strip(), split(line.substring(colon + 1)));
            }
        }
        return entries;
    }

    /** Every member of a group, in the form it is looked up by, to the head of its group in the same form. */
    static Map<String, String> groups(String file, UnaryOperator<String> form) {
        Map<String, String> groups = new HashMap<>();
        entries(file).forEach((head, members) -> members.forEach(m -> groups.put(form.apply(m), form.apply(head))));
        return Map.copyOf(groups);
    }

    private static List<String> split(String members) {
        return List.of(members.strip().split("\\s*,\\s*", -1)).stream()
                .filter(member -> !member.isEmpty())
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The word list " + file + " is missing from the program; build it again.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The word list " + file + " can't be read; build the program again.", e);
        }
    }
}
