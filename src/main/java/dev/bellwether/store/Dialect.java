package dev.bellwether.store;

import java.util.Map;

/** What the two databases spell differently. All other statements are the same text on both. */
enum Dialect {
    SQLITE,
    POSTGRES;

    /** The statement that lists the tables. */
    String tables() {
        return switch (this) {
            case SQLITE -> "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
            case POSTGRES -> "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
        };
    }

    /**
     * What the migrations' placeholders stand for. PostgreSQL's texts compare by bytes as SQLite's do; so an update of the
     * machine's locales can't break an index.
     */
    Map<String, String> placeholders() {
        return switch (this) {
            case SQLITE ->
                Map.of(
                        "identity", "INTEGER PRIMARY KEY AUTOINCREMENT",
                        "text", "TEXT",
                        "clustered", "WITHOUT ROWID");
            case POSTGRES ->
                Map.of(
                        "identity", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                        "text", "TEXT COLLATE \"C\"",
                        "clustered", "");
        };
    }
}
