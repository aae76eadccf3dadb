package dev.bellwether.watch.level;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what became of levels, a text for each listing. Safe for threads; changes take part in {@code fact.Transactions}. */
public interface LevelStates {
    /** What was kept for a listing last. */
    Optional<String> of(String listing);

    /** Keeps a text in the place of the one before. */
    void save(String listing, String state);

    /** Texts kept in memory, for tests and for runs that keep nothing. */
    static LevelStates inMemory() {
        Map<String, String> kept = new ConcurrentHashMap<>();
        return new LevelStates() {
            @Override
            public Optional<String> of(String listing) {
                return Optional.ofNullable(kept.get(listing));
            }

            @Override
            public void save(String listing, String state) {
                kept.put(listing, state);
            }
        };
    }
}
