package dev.bellwether.bot.telegram;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request.
 *
 * @param when before or after the method did its work
 * @param status answered instead; 0 to break the connection, -1 to answer as usual
 * @param body answered with the status
 * @param delay before anything else
 */
record Fault(When when, int status, String body, @Nullable Duration delay) {
    enum When {
        BEFORE,
        AFTER
    }

    /** The connection breaks before the method did anything. */
    static Fault dropBefore() {
        return new Fault(When.BEFORE, 0, "", null);
    }

    /** The method does its work, and then the connection breaks: nobody learns of it. */
    static Fault dropAfter() {
        return new Fault(When.AFTER, 0, "", null);
    }

    static Fault refuse(int code, String description) {
        return new Fault(
                When.BEFORE, code, new Refused(code, description).body().toString(), null);
    }

    static Fault tooMany(int seconds) {
        return new Fault(When.BEFORE, 429, Refused.tooMany(seconds).body().toString(), null);
    }

    /** A gateway answers instead of the Bot API. */
    static Fault page(int status) {
        return new Fault(When.BEFORE, status, "<html><body><h1>" + status + " Bad Gateway</h1></body></html>", null);
    }

    /** All is well but slow. */
    static Fault slow(Duration delay) {
        return new Fault(When.BEFORE, -1, "", delay);
    }
}
