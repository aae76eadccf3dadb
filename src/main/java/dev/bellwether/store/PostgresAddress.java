package dev.bellwether.store;

import dev.bellwether.store.StoreException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The address of a PostgreSQL database, with the secrets taken out of it so that no message or log can show them.
 *
 * @param url without user and password
 * @param user from the address, else from the settings; may be null
 * @param password from the address, else from the settings; may be null
 * @param shown host and database as written, for people
 */
record PostgresAddress(
        String url, @Nullable String user, @Nullable String password, String shown) {
    static final String PREFIX = "jdbc:postgresql:";

    /**
     * Takes an address apart. User and password may stand before the host, as in {@code user:password@host}, which the driver
     * itself does not understand, or among the options behind the question mark.
     */
    static PostgresAddress of(StoreSettings settings, String url) {
        String[] halves = url.substring(PREFIX.length()).split("\\?", 2);
        String place = halves[0];
        String user = settings.user();
        String password = settings.password();
        int at = place.lastIndexOf('@');
        if (at >= 0) {
            String[] login = place.substring(0, at).replaceFirst("^/*", "").split(":", 2);
            user = decoded(login[0]);
            password = login.length > 1 ? decoded(login[1]) : password;
            place = "//" + place.substring(at + 1);
        }
        List<String> options = new ArrayList<>(List.of(halves.length > 1 ? halves[1].split("&", -1) : new String[0]));
        user = taken(options, "user=", user);
        password = taken(options, "password=", password);
        String clean = PREFIX + place + (options.isEmpty() ? "" : "?" + String.join("&", options));
        requireReadable(clean);
        return new PostgresAddress(clean, user, password, place.startsWith("//") ? place.substring(2) : place);
    }

    /** Takes an option out of the list; what was known before if it is not there. */
    private static @Nullable String taken(List<String> options, String name, @Nullable String before) {
        String value = before;
        for (String option : List.copyOf(options)) {
            if (option.startsWith(name)) {
                value = decoded(option.substring(name.length()));
                options.remove(option);
            }
        }
        return value;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void requireReadable(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            // The exception is left out: it may quote the address.
            throw new StoreException(Kind.BAD_ADDRESS, "an address that the PostgreSQL driver can't read", null);
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL " + shown;
    }
}
