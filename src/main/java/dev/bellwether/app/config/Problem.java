package dev.bellwether.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that is wrong with the settings.
 *
 * @param where the file with its line, or the environment variable
 * @param key the setting, such as {@code feeds[0].url}
 * @param message what was found, what is allowed and, if one is near, what was probably meant
 */
public record Problem(String where, String key, String message) {
    private static final Pattern LINE = Pattern.compile(":(\\d{1,9})$");

    /** The line of the file; 0 if it is about the file as a whole or about the environment. */
    int line() {
        Matcher matcher = LINE.matcher(where);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @Override
    public String toString() {
        return key.isEmpty() ? where + ": " + message : where + ": " + key + ": " + message;
    }
}
