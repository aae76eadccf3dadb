package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;

/**
 * The versions of our tables.
 *
 * <p>Flyway makes and changes the tables, but starting it costs some hundred milliseconds, and {@code bot ask} has to answer
 * in under two seconds. So {@link #state} first reads the history that Flyway keeps. Where it ends with our newest migration
 * Flyway is not started at all. The price: a migration whose text was changed after it ran goes unnoticed until the next one
 * runs, when Flyway compares all check sums. Reading first also lets us refuse a database before anything touches it.
 */
final class Schema {
    /** Every migration in {@code db/migration}, in order: the first makes version 1. */
    static final List<String> SCRIPTS = List.of(
            "V1__first_rooms.sql",
            "V2__facts.sql",
            "V3__chats_and_fronts.sql",
            "V4__outbox.sql",
            "V5__alerts.sql",
            "V6__seen_levels.sql",
            "V7__watching.sql",
            "V8__digests.sql",
            "V9__chat_feeds.sql",
            "V10__subscriptions.sql");

    /** The version this program works with. */
    static final int VERSION = SCRIPTS.size();

    private static final String HISTORY = "flyway_schema_history";

    /** How far a database is. */
    enum State {
        EMPTY,
        OLDER,
        CURRENT
    }

    private final Dialect dialect;
    private final String place;

    Schema(Dialect dialect, String place) {
        this.dialect = dialect;
        this.place = place;
    }

    /**
     * Reads how far a database is; changes nothing.
     *
     * @throws StoreException if it is not ours, or newer than this program
     */
    State state(Connection connection) throws SQLException {
        Set<String> tables = tables(connection);
        if (tables.isEmpty()) {
            return State.EMPTY;
        }
        if (!tables.contains(HISTORY)) {
            throw new StoreException(Kind.NOT_OURS, place, null);
        }
        return history(connection);
    }

    private Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(dialect.tables())) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private State history(Connection connection) throws SQLException {
        int newest = 0;
        boolean failed = false;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT version, script, success FROM " + HISTORY + " WHERE version IS NOT NULL")) {
            while (rows.next()) {
                newest = Math.max(newest, checked(rows.getString(1), rows.getString(2)));
                failed |= !rows.getBoolean(3);
            }
        }
        return newest == VERSION && !failed ? State.CURRENT : State.OLDER;
    }

    private int checked(String version, String script) {
        int number = version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
        if (number > VERSION) {
            throw StoreException.newer(place, number, VERSION);
        }
        if (number == 0 || !SCRIPTS.get(number - 1).equals(script)) {
            throw new StoreException(Kind.NOT_OURS, place, null);
        }
        return number;
    }

    /** Brings a database that {@link #state} found empty or older up to date. */
    void migrate(DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(dialect.placeholders())
                    .table(HISTORY)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    private StoreException failure(FlywayException failure) {
        ErrorCode code = failure.getErrorCode();
        if (code == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new StoreException(Kind.NOT_OURS, place, failure);
        }
        if (code == CoreErrorCode.VALIDATE_ERROR || code == CoreErrorCode.CHECKSUM_MISMATCH) {
            return new StoreException(Kind.ALTERED, place, failure);
        }
        return Failures.of(failure, place);
    }
}
