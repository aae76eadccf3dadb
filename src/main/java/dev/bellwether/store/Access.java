package dev.bellwether.store;

import dev.bellwether.fact.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on a database and turns what goes wrong into a {@link StoreException}. Within {@link #inOne} all of a thread's
 * reads and writes share one transaction, whichever table they belong to.
 */
final class Access implements Transactions {
    private final Database database;
    private final ScopedValue<Handle> current = ScopedValue.newInstance();

    Access(Database database) {
        this.database = database;
    }

    Dialect dialect() {
        return database.dialect();
    }

    <T extends @Nullable Object> T read(Function<Handle, T> work) {
        try {
            return current.isBound() ? work.apply(current.get()) : database.read(work);
        } catch (JdbiException e) {
            throw Failures.of(e, database.place());
        }
    }

    /** All or nothing: what the work wrote is undone if it throws. */
    <T extends @Nullable Object> T write(Function<Handle, T> work) {
        try {
            return current.isBound() ? work.apply(current.get()) : database.write(work);
        } catch (JdbiException e) {
            throw Failures.of(e, database.place());
        }
    }

    /** A connection for a library that brings its own statements: that of the transaction the thread is within, else one that is lent. */
    Connection connection() throws SQLException {
        return current.isBound() ? LentConnection.of(current.get().getConnection(), () -> {}) : database.lend();
    }

    @Override
    public <T extends @Nullable Object> T inOne(Supplier<T> work) {
        return write(handle -> current.isBound()
                ? work.get()
                : ScopedValue.where(current, handle).call(work::get));
    }

    @Override
    public boolean joined() {
        return current.isBound();
    }
}
