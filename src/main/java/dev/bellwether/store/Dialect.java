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

    /** Ends a query that locks the rows of {@code table} until the transaction ends. SQLite locks everything anyway. */
    String locking(String table) {
        return this == POSTGRES ? " FOR UPDATE OF " + table : "";
    }

    /** The same, leaving out rows that another transaction has locked. */
    String lockingWhatIsFree(String table) {
        return this == POSTGRES ? " FOR UPDATE OF " + table + " SKIP LOCKED" : "";
    }

    /**
     * The statement with which a transaction waits until no other one holds the lock of that number, and holds it to its own end;
     * empty where there is only one writer anyway.
     */
    String alone(long lock) {
        return this == POSTGRES ? "SELECT pg_advisory_xact_lock(" + lock + ")" : "";
    }

    /** Rows {@code (front, chat, turn)} out of the JSON array {@code :rows} of arrays. */
    String rows() {
        return switch (this) {
            case SQLITE -> """
                    (SELECT json_extract(value, '$[0]') AS front, json_extract(value, '$[1]') AS chat,
                        json_extract(value, '$[2]') AS turn FROM json_each(:rows))
                    """;
            case POSTGRES -> """
                    (SELECT item ->> 0 AS front, item ->> 1 AS chat, CAST(item ->> 2 AS BIGINT) AS turn
                        FROM json_array_elements(CAST(:rows AS json)) AS item)
                    """;
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
                        "clustered", "WITHOUT ROWID",
                        "bytes", "BLOB",
                        "moment", "INTEGER",
                        "flag", "INTEGER");
            case POSTGRES ->
                Map.of(
                        "identity", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                        "text", "TEXT COLLATE \"C\"",
                        "clustered", "",
                        "bytes", "BYTEA",
                        "moment", "TIMESTAMP WITH TIME ZONE",
                        "flag", "BOOLEAN");
        };
    }
}
