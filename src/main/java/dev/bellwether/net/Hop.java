package dev.bellwether.net;

import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.talk.Line;
import java.net.URI;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One address on the way to a page.
 *
 * @param origin the address asked for at first
 * @param url the address to ask now
 * @param redirects how many redirects led here
 * @param permanent whether all of them were permanent
 */
record Hop(HttpUrl origin, HttpUrl url, int redirects, boolean permanent) {

    boolean isRedirect(Response response) {
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** Where a redirect leads, or why it is not followed. */
    Step next(Response response, int maxRedirects) {
        String location = response.header("Location");
        HttpUrl target = location == null ? null : url.resolve(location.strip());
        if (location == null || location.isBlank()) {
            return refuse(Cause.REDIRECTED_TOO_OFTEN, response, Line.say("fetch.nowhere", host()));
        }
        if (target == null) {
            return refuse(Cause.REFUSED, response, Line.say("fetch.elsewhere", host()));
        }
        if (url.isHttps() && !target.isHttps()) {
            return refuse(Cause.REFUSED, response, Line.say("fetch.insecure", host()));
        }
        if (redirects >= maxRedirects) {
            return refuse(Cause.REDIRECTED_TOO_OFTEN, response, Line.say("fetch.circles", host()));
        }
        boolean forGood = response.code() == 301 || response.code() == 308;
        return new Step.Next(new Hop(origin, target, redirects + 1, permanent && forGood));
    }

    private Step refuse(Cause cause, Response response, Line message) {
        return new Step.Done(Failures.failed(cause, response.code(), message));
    }

    /** Where the page lives from now on; null unless every redirect was permanent. */
    @Nullable
    URI movedTo() {
        return redirects > 0 && permanent ? url.uri() : null;
    }

    /** Whether this is still the host that was asked for, to which its name and password may be shown. */
    boolean isAtOrigin() {
        return url.scheme().equals(origin.scheme()) && url.host().equals(origin.host()) && url.port() == origin.port();
    }

    /** The host as shown to people: nothing of an address but this is sure to be no secret. */
    String host() {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        return usual ? url.host() : url.host() + ":" + url.port();
    }
}
