package dev.bellwether.app.config;

import dev.bellwether.fact.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A group of keys in the settings. What is asked for becomes an allowed key, so that {@link #refuseTheRest} can name the keys
 * that nobody asked for, and what they probably were meant to be: the list of keys is written once, by reading them.
 */
final class Section {
    private final String path;
    private final SettingsFile file;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Node> keys = new TreeMap<>();
    private final Set<String> allowed = new TreeSet<>();

    /**
     * @param path the full key of the section; empty for the whole file
     * @param node what stands there; null if nothing does
     */
    Section(String path, @Nullable Node node, SettingsFile file) {
        this.path = path;
        this.file = file;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::keep);
        } else if (node != null && !isNothing(node)) {
            file.problem(node, path, "expected keys with values below it");
        }
    }

    private void keep(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
            if (keys.put(key.getValue(), key) != null) {
                file.problem(key, full(key.getValue()), "stands here twice; keep one");
            }
            nodes.put(key.getValue(), tuple.getValueNode());
        } else {
            file.problem(tuple.getKeyNode(), path, "a key must be a plain word");
        }
    }

    /** Whether the file or the environment gives this key a value. */
    boolean has(String key) {
        allowed.add(key);
        Node node = nodes.get(key);
        return file.overrides().find(full(key)) != null || (node != null && !isNothing(node));
    }

    /** The full key. */
    String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Where the section starts, for problems that concern it as a whole. */
    String where() {
        return keys.isEmpty()
                ? file.name()
                : file.where(keys.values().iterator().next());
    }

    Path folder() {
        return file.folder();
    }

    /** The value of a key; empty if it has none. */
    Optional<Entry> entry(String key) {
        allowed.add(key);
        Entry override = file.overrides().find(full(key));
        if (override != null) {
            return Optional.of(override);
        }
        Node node = nodes.get(key);
        if (node == null || isNothing(node)) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(file.entry(scalar, full(key)));
        }
        file.problem(
                node, full(key), "expected one value, found a " + (node instanceof MappingNode ? "group" : "list"));
        return Optional.empty();
    }

    /** The values of a list, or of one value that stands alone; commas separate values in the environment. */
    List<Entry> entries(String key) {
        allowed.add(key);
        Entry override = file.overrides().find(full(key));
        if (override != null) {
            return Arrays.stream(override.text().split(",", -1))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(text -> new Entry(text, override.where(), override.key(), override.folder()))
                    .toList();
        }
        List<Entry> found = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            String itemKey = nodes.get(key) instanceof SequenceNode ? full(key) + "[" + i + "]" : full(key);
            if (items.get(i) instanceof ScalarNode scalar) {
                found.add(file.entry(scalar, itemKey));
            } else {
                file.problem(items.get(i), itemKey, "expected one value");
            }
        }
        return found;
    }

    /** The group below a key; an empty one if there is none. */
    Section section(String key) {
        allowed.add(key);
        return new Section(full(key), nodes.get(key), file);
    }

    /** The groups of a list. */
    List<Section> sections(String key) {
        allowed.add(key);
        List<Section> found = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            found.add(new Section(full(key) + "[" + i + "]", items.get(i), file));
        }
        return found;
    }

    /** Every key of the group with its value; for groups whose keys are free. */
    Map<String, String> texts() {
        Map<String, String> found = new TreeMap<>();
        for (String key : keys.keySet()) {
            entry(key).ifPresent(entry -> found.put(key, entry.text()));
        }
        return found;
    }

    /** Names every key that was never asked for. */
    void refuseTheRest() {
        keys.forEach((key, node) -> {
            if (!allowed.contains(key)) {
                List<String> near = Nearest.to(key, allowed, 1);
                String meant = near.isEmpty() ? "" : "; did you mean \"" + near.getFirst() + "\"?";
                file.problem(
                        node, full(key), "unknown key" + meant + " (known here: " + String.join(", ", allowed) + ")");
            }
        });
    }

    private List<Node> items(String key) {
        Node node = nodes.get(key);
        if (node == null || isNothing(node)) {
            return List.of();
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
