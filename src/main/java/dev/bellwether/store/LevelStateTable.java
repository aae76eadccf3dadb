package dev.bellwether.store;

import dev.bellwether.watch.level.LevelStates;
import java.util.Optional;

/** The table {@code level_states}. */
final class LevelStateTable implements LevelStates {
    private final Access access;

    LevelStateTable(Access access) {
        this.access = access;
    }

    @Override
    public Optional<String> of(String listing) {
        return access.read(handle -> handle.createQuery("SELECT body FROM level_states WHERE listing = :listing")
                .bind("listing", listing)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void save(String listing, String state) {
        access.write(handle -> handle.createUpdate("""
                        INSERT INTO level_states (listing, body) VALUES (:listing, :state)
                        ON CONFLICT (listing) DO UPDATE SET body = excluded.body
                        """)
                .bind("listing", listing)
                .bind("state", state)
                .execute());
    }
}
