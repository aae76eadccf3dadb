package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * A few read-only connections, opened when they are first needed. In write-ahead mode they read beside the writer. A pool
 * library would add threads and start-up time for nothing: these connections neither time out nor break.
 */
final class SqliteReaders implements ConnectionFactory, AutoCloseable {
    private static final int MOST = 4;

    private final SqliteFile file;
    private final Semaphore free = new Semaphore(MOST, true);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    SqliteReaders(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Connection openConnection() throws SQLException {
        free.acquireUninterruptibly();
        try {
            return take();
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private Connection take() throws SQLException {
        if (closed) {
            throw new StoreException(Kind.CLOSED, file.path().toString(), null);
        }
        Connection connection = idle.poll();
        return connection == null ? file.openToRead() : connection;
    }

    @Override
    public void closeConnection(Connection connection) {
        idle.push(connection);
        free.release();
    }

    /** Waits until no one reads any more. */
    @Override
    public void close() throws SQLException {
        closed = true;
        free.acquireUninterruptibly(MOST);
        try {
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        } finally {
            free.release(MOST);
        }
    }
}
