package dev.bellwether.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Runs statements on a database and turns what goes wrong into a {@link StoreException}. */
final class Access {
    private final Database database;

    Access(Database database) {
        this.database = database;
    }

    <T extends @Nullable Object> T read(Function<Handle, T> work) {
        try {
            return database.read(work);
        } catch (JdbiException e) {
            throw Failures.of(e, database.place());
        }
    }

    /** All or nothing: what the work wrote is undone if it throws. */
    <T extends @Nullable Object> T write(Function<Handle, T> work) {
        try {
            return database.write(work);
        } catch (JdbiException e) {
            throw Failures.of(e, database.place());
        }
    }
}
