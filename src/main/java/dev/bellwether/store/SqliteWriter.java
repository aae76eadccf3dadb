package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that writes. SQLite lets one transaction write at a time; queueing for a lock of our own is fair and
 * quick, while SQLite's own waiting polls and can starve a thread.
 *
 * <p>Begins and commits by statement, not by {@link Connection#commit}: with immediate transactions the driver follows each
 * commit with the next {@code BEGIN IMMEDIATE}. That one may fail because another process got the lock in between, and a write
 * that is safely on disk would be reported as failed.
 */
final class SqliteWriter implements AutoCloseable {
    private final SqliteFile file;
    private final Jdbi jdbi;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Connection connection;
    private boolean closed;

    SqliteWriter(SqliteFile file) throws SQLException {
        this.file = file;
        this.connection = file.openToWrite();
        this.jdbi = Bindings.register(Jdbi.create(new Lent()));
    }

    <T extends @Nullable Object> T write(Function<Handle, T> work) {
        turn.lock();
        try (Handle handle = jdbi.open()) {
            return transaction(handle, work);
        } finally {
            turn.unlock();
        }
    }

    /** The connection, for the calling thread alone until it closes it. */
    Connection lend() throws SQLException {
        turn.lock();
        try {
            return LentConnection.of(connection(), turn::unlock);
        } catch (SQLException | RuntimeException | Error e) {
            turn.unlock();
            throw e;
        }
    }

    private <T extends @Nullable Object> T transaction(Handle handle, Function<Handle, T> work) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            T result = work.apply(handle);
            handle.execute("COMMIT");
            return result;
        } catch (RuntimeException | Error e) {
            rollback(handle, e);
            throw e;
        }
    }

    /** After some failures, a full disk for one, SQLite has rolled back by itself; the next write gets a new connection. */
    private void rollback(Handle handle, Throwable reason) {
        try {
            handle.execute("ROLLBACK");
        } catch (JdbiException e) {
            reason.addSuppressed(e);
            replace(reason);
        }
    }

    private void replace(Throwable reason) {
        try {
            disconnect();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void disconnect() throws SQLException {
        Connection last = connection;
        connection = null;
        if (last != null) {
            last.close();
        }
    }

    private Connection connection() throws SQLException {
        if (closed) {
            throw new StoreException(Kind.CLOSED, file.path().toString(), null);
        }
        if (connection == null) {
            connection = file.openToWrite();
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            closed = true;
            disconnect();
        } finally {
            turn.unlock();
        }
    }

    /** Lends the connection to a handle, and keeps it open when the handle is closed. */
    private final class Lent implements ConnectionFactory {
        @Override
        public Connection openConnection() throws SQLException {
            return connection();
        }

        @Override
        public void closeConnection(Connection lent) {}
    }
}
