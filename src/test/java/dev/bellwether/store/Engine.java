package dev.bellwether.store;

import java.nio.file.Path;

/** The databases that every test of a table runs on. */
public enum Engine {
    SQLITE,
    POSTGRES;

    /** Settings for a database that does not exist yet (SQLite) or has no tables yet (PostgreSQL). */
    public StoreSettings fresh(Path folder) {
        return switch (this) {
            case SQLITE -> StoreSettings.inFolder(folder);
            case POSTGRES -> StoreSettings.at(PostgresServer.freshDatabase(), folder);
        };
    }
}
