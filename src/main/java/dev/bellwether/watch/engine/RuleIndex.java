package dev.bellwether.watch.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** From a rule's id to the conditions it is armed with, one for each listing: an open hash table, twelve bytes for each place. */
final class RuleIndex {
    private long[] keys = new long[16];
    private @Nullable Object[] values = new @Nullable Object[16];
    private int size;

    /** The conditions of a rule; none if it is not armed. */
    Node[] of(long rule) {
        return nodes(values[place(rule)]);
    }

    void add(long rule, Node node) {
        if (4 * (size + 1) > 3 * keys.length) {
            grow();
        }
        int place = place(rule);
        Node[] before = nodes(values[place]);
        if (before.length == 0) {
            keys[place] = rule;
            values[place] = node;
            size++;
            return;
        }
        Node[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = node;
        values[place] = after;
    }

    /** Takes one condition of a rule out. */
    void remove(long rule, Node node) {
        Node[] before = of(rule);
        removeAll(rule);
        for (Node each : before) {
            if (!each.equals(node)) {
                add(rule, each);
            }
        }
    }

    void removeAll(long rule) {
        int hole = place(rule);
        if (values[hole] == null) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        values[hole] = null;
        // What stands behind the hole and was pushed there by what stood in it moves up, so that searches need no
        // marks.
        for (int next = (hole + 1) & mask; values[next] != null; next = (next + 1) & mask) {
            int home = home(keys[next], mask);
            if (((next - home) & mask) >= ((next - hole) & mask)) {
                keys[hole] = keys[next];
                values[hole] = values[next];
                values[next] = null;
                hole = next;
            }
        }
    }

    private static Node[] nodes(@Nullable Object value) {
        return switch (value) {
            case null -> Node.NONE;
            case Node node -> new Node[] {node};
            case Node[] nodes -> nodes;
            default -> throw new IllegalStateException(value.getClass().getName());
        };
    }

    private int place(long rule) {
        int mask = keys.length - 1;
        int place = home(rule, mask);
        while (values[place] != null && keys[place] != rule) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int home(long rule, int mask) {
        return (int) ((rule * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new @Nullable Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }
}
