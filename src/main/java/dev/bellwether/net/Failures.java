package dev.bellwether.net;

import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.net.Fetched.Failed;
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
            case GuardedSockets.Refused _ ->
                failed(
                        Cause.REFUSED,
                        0,
                        host + " is not a public address; allow its range under net.allow if you mean it.");
            case UnknownHostException _ ->
                failed(Cause.UNREACHABLE, 0, "The name " + host + " is not known; check it, or the network.");
            case InterruptedIOException _ ->
                failed(
                        Cause.TIMED_OUT,
                        0,
                        host + " did not answer completely within " + seconds(limits) + " s; it will be tried again.");
            case SSLException _ ->
                failed(Cause.UNREACHABLE, 0, host + " has no certificate that can be trusted; check it.");
            default -> failed(Cause.UNREACHABLE, 0, host + " does not answer, or broke off; it will be tried again.");
        };
    }

    private static long seconds(WebLimits limits) {
        return Math.max(1, limits.whole().toSeconds());
    }

    /** An answer that is not a page. */
    static Failed of(Response response, Hop hop, @Nullable Duration retryAfter) {
        int status = response.code();
        Cause cause = cause(status);
        String advice = switch (cause) {
            case DENIED -> " does not let us in; check whether the address needs a key";
            case NOT_FOUND -> " has nothing at this address; look for a new one";
            case RATE_LIMITED -> " wants to be asked less often; it will be tried again later";
            case SERVER_ERROR -> " is in trouble; it will be tried again";
            default -> " did not answer with a page; check the address";
        };
        return new Failed(cause, hop.host() + advice + " (status " + status + ").", status, retryAfter);
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 401, 403 -> Cause.DENIED;
            case 404, 410 -> Cause.NOT_FOUND;
            case 429 -> Cause.RATE_LIMITED;
            default -> status >= 500 && status <= 599 ? Cause.SERVER_ERROR : Cause.UNEXPECTED;
        };
    }

    static Failed failed(Cause cause, int status, String message) {
        return new Failed(cause, message, status, null);
    }
}
