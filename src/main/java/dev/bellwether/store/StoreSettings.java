package dev.bellwether.store;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}, user and password allowed in the
 *     latter; null for the file {@code bellwether.db} in the data folder
 * @param user of PostgreSQL, where the address does not name one; may be null
 * @param password of PostgreSQL, where the address does not hold one; may be null
 * @param dataFolder made if it is missing; holds the SQLite file by default and unpacks SQLite's native library
 * @param patience how long to wait for a lock held by another program or for a server to answer
 */
public record StoreSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        Path dataFolder,
        Duration patience) {
    /** How long to wait unless told otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A SQLite file in this folder. */
    public static StoreSettings inFolder(Path dataFolder) {
        return new StoreSettings(null, null, null, dataFolder, PATIENCE);
    }

    /** The database at this address; the default one where it is null. */
    public static StoreSettings at(@Nullable String url, Path dataFolder) {
        return new StoreSettings(url, null, null, dataFolder, PATIENCE);
    }

    /** The same with another patience. */
    public StoreSettings waiting(Duration patience) {
        return new StoreSettings(url, user, password, dataFolder, patience);
    }

    /** Leaves the address out as well: it may hold a password. */
    @Override
    public String toString() {
        return "StoreSettings[dataFolder=" + dataFolder + ", url=" + (url == null ? "default" : "***") + "]";
    }
}
