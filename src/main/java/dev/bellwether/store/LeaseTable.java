package dev.bellwether.store;

import dev.bellwether.deliver.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The table {@code leases}. Taking one is a single statement, so of two processes that want it at the same moment one changes
 * the row and the other finds it changed.
 */
final class LeaseTable implements Leases {
    private final Access access;

    LeaseTable(Access access) {
        this.access = access;
    }

    @Override
    public boolean hold(String name, String owner, Instant now, Duration length) {
        return access.write(handle -> handle.createUpdate("""
                                INSERT INTO leases (name, owner, ends) VALUES (:name, :owner, :ends)
                                ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, ends = excluded.ends
                                WHERE leases.owner = excluded.owner OR leases.ends <= :now
                                """)
                        .bind("name", name)
                        .bind("owner", owner)
                        .bind("now", now)
                        .bind("ends", now.plus(length))
                        .execute()
                > 0);
    }

    @Override
    public Optional<String> holder(String name) {
        return access.read(handle -> handle.createQuery("SELECT owner FROM leases WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void release(String name, String owner) {
        access.write(handle -> handle.createUpdate("DELETE FROM leases WHERE name = :name AND owner = :owner")
                .bind("name", name)
                .bind("owner", owner)
                .execute());
    }
}
