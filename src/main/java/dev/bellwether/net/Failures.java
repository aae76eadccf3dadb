package dev.bellwether.net;

import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.net.Fetched.Failed;
import dev.bellwether.talk.Line;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Names what went wrong, in the words of {@link Cause}. */
final class Failures {
    private Failures() {}

    /** No answer, or one that broke off. */
    static Failed of(IOException e, Hop hop, WebLimits limits) {
        String host = hop.host();
        return switch (e) {
            case GuardedSockets.Refused _ -> failed(Cause.REFUSED, 0, Line.say("fetch.private", host));
            case UnknownHostException _ -> failed(Cause.UNREACHABLE, 0, Line.say("fetch.unknown", host));
            case InterruptedIOException _ -> failed(Cause.TIMED_OUT, 0, Line.say("fetch.slow", host, seconds(limits)));
            case SSLException _ -> failed(Cause.UNREACHABLE, 0, Line.say("fetch.certificate", host));
            default -> failed(Cause.UNREACHABLE, 0, Line.say("fetch.silent", host));
        };
    }

    private static long seconds(WebLimits limits) {
        return Math.max(1, limits.whole().toSeconds());
    }

    /** An answer that is not a page. */
    static Failed of(Response response, Hop hop, @Nullable Duration retryAfter) {
        int status = response.code();
        Cause cause = cause(status);
        Line message = switch (cause) {
            case DENIED -> Line.say("fetch.denied", hop.host(), status);
            case NOT_FOUND -> Line.say("fetch.gone", hop.host(), status);
            case RATE_LIMITED -> Line.say("fetch.limited", hop.host(), status);
            case SERVER_ERROR -> Line.say("fetch.faulty", hop.host(), status);
            default -> Line.say("fetch.unexpected", hop.host(), status);
        };
        return new Failed(cause, message, status, retryAfter);
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 401, 403 -> Cause.DENIED;
            case 404, 410 -> Cause.NOT_FOUND;
            case 429 -> Cause.RATE_LIMITED;
            default -> status >= 500 && status <= 599 ? Cause.SERVER_ERROR : Cause.UNEXPECTED;
        };
    }

    static Failed failed(Cause cause, int status, Line message) {
        return new Failed(cause, message, status, null);
    }
}
