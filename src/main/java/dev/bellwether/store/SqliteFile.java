package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A SQLite file and how connections to it are set up. Its bytes are never read by any other way than through SQLite: closing
 * a second handle on the file would drop the locks that SQLite holds on it.
 *
 * @param path where it is
 * @param patience how long to wait for another process's lock
 */
record SqliteFile(Path path, Duration patience) {
    /** For reading only: can't change the file, whatever the statement. */
    Connection openToRead() throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return source(config).getConnection();
    }

    /** For reading and writing; makes the file if there is none. */
    Connection openToWrite() throws SQLException {
        return source(writing()).getConnection();
    }

    /**
     * Makes or migrates the tables where needed, once even if several processes start at the same moment.
     *
     * @throws StoreException if the file is not ours or newer than this program; it is unchanged then
     */
    void prepare() throws SQLException {
        Schema schema = new Schema(Dialect.SQLITE, path.toString());
        if (state(schema) != Schema.State.CURRENT) {
            migrate(this, schema);
        }
    }

    /** Flyway does not lock SQLite files, so we lock a file beside it. It stays: deleting it would let two in. */
    private static synchronized void migrate(SqliteFile file, Schema schema) throws SQLException {
        Path lock = file.path.resolveSibling(file.path.getFileName() + ".migrating");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (file.state(schema) != Schema.State.CURRENT) {
                schema.migrate(file.source(file.writing()));
            }
        } catch (IOException e) {
            throw new StoreException(Kind.UNWRITABLE, lock.toString(), e);
        }
    }

    private Schema.State state(Schema schema) throws SQLException {
        if (!Files.exists(path)) {
            return Schema.State.EMPTY;
        }
        try (Connection connection = openToRead()) {
            return schema.state(connection);
        }
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(SqliteDatabase.PREFIX + path);
        return source;
    }

    private SQLiteConfig writing() {
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return config;
    }

    private SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.setGetGeneratedKeys(false);
        return config;
    }
}
