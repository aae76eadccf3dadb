package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Reads the drivers' error codes. */
final class Failures {
    /** SQLite's primary result codes (https://www.sqlite.org/rescode.html); the upper bytes only say more of the same. */
    private static final Map<Integer, Kind> SQLITE = Map.of(
            3, Kind.UNWRITABLE,
            5, Kind.LOCKED,
            6, Kind.LOCKED,
            8, Kind.READ_ONLY,
            11, Kind.DAMAGED,
            13, Kind.FULL,
            14, Kind.UNWRITABLE,
            26, Kind.NOT_OURS);

    /** PostgreSQL's SQLSTATEs (its manual, appendix A); a key of two characters stands for a whole class. */
    private static final Map<String, Kind> POSTGRES = Map.ofEntries(
            Map.entry("08", Kind.UNREACHABLE),
            Map.entry("57P01", Kind.UNREACHABLE),
            Map.entry("57P02", Kind.UNREACHABLE),
            Map.entry("57P03", Kind.UNREACHABLE),
            Map.entry("53300", Kind.UNREACHABLE),
            Map.entry("28", Kind.WRONG_PASSWORD),
            Map.entry("3D000", Kind.MISSING),
            Map.entry("3F000", Kind.MISSING),
            Map.entry("53100", Kind.FULL),
            Map.entry("25006", Kind.READ_ONLY),
            Map.entry("42501", Kind.UNWRITABLE),
            Map.entry("40P01", Kind.LOCKED),
            Map.entry("55P03", Kind.LOCKED),
            Map.entry("57014", Kind.LOCKED),
            Map.entry("XX001", Kind.DAMAGED),
            Map.entry("XX002", Kind.DAMAGED));

    private Failures() {}

    /**
     * Keeps the driver's exception as the cause, not what libraries wrapped around it: theirs quote statements with their
     * arguments, which are members' data.
     */
    static StoreException of(Throwable failure, String place) {
        SQLException first = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StoreException known) {
                return known;
            }
            if (at instanceof SQLException sql) {
                first = first == null ? sql : first;
                Kind kind = kind(sql);
                if (kind != null) {
                    return new StoreException(kind, place, sql);
                }
            }
        }
        return new StoreException(Kind.FAILED, place, first == null ? failure : first);
    }

    private static @Nullable Kind kind(SQLException failure) {
        if (failure instanceof SQLiteException sqlite) {
            return SQLITE.get(sqlite.getResultCode().code & 0xff);
        }
        String state = failure.getSQLState();
        if (state == null || state.length() < 2) {
            return null;
        }
        Kind exact = POSTGRES.get(state);
        return exact != null ? exact : POSTGRES.get(state.substring(0, 2));
    }
}
