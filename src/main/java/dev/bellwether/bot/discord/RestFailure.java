package dev.bellwether.bot.discord;

import java.time.Duration;

/** Discord did not do what it was asked. The message is in its words, or says what happened on the way. */
final class RestFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is to be done about it. */
    enum Kind {
        /** Discord understood and says no; {@link #code} says why. */
        REFUSED,
        /** Not yet: {@link #after} says when. */
        TOO_FAST,
        /** Discord is broken at the moment and did not do it. */
        BROKEN,
        /** No answer came: it may have been done. */
        NO_ANSWER
    }

    private final Kind kind;
    private final String said;
    private final int status;
    private final int code;
    private final Duration after;

    RestFailure(Kind kind, int status, int code, String message, Duration after, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.said = message;
        this.status = status;
        this.code = code;
        this.after = after;
    }

    /** In Discord's words, or what happened on the way. */
    String said() {
        return said;
    }

    Kind kind() {
        return kind;
    }

    /** The HTTP status; 0 if there was none. */
    int status() {
        return status;
    }

    /** Discord's own code, such as 10003; 0 if there was none. */
    int code() {
        return code;
    }

    /** How long to wait at least; zero if Discord did not say. */
    Duration after() {
        return after;
    }

    /** Whether the same call may work a moment later. */
    boolean passes() {
        return kind != Kind.REFUSED;
    }
}
