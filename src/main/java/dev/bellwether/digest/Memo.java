package dev.bellwether.digest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers what was computed, up to a number of things. Two threads that ask at once may both compute. */
final class Memo<K, V> {
    private static final int MOST = 500;

    private final Map<K, V> known = new HashMap<>();

    synchronized boolean has(K key) {
        return known.containsKey(key);
    }

    V get(K key, Supplier<V> make) {
        synchronized (this) {
            V found = known.get(key);
            if (found != null) {
                return found;
            }
        }
        V made = make.get();
        synchronized (this) {
            if (known.size() < MOST) {
                known.put(key, made);
            }
        }
        return made;
    }
}
