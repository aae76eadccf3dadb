package dev.bellwether.net;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What is said and heard in the headers. {@code Accept-Encoding} is OkHttp's own, so that it decompresses too. */
record Headers(String userAgent, InstantSource clock) {

    /** The request for one hop. */
    Request request(Hop hop, Fetch fetch) {
        Request.Builder request = new Request.Builder()
                .url(hop.url())
                .header("User-Agent", userAgent)
                .header("Accept", fetch.accept());
        if (fetch.etag() != null) {
            request.header("If-None-Match", fetch.etag());
        }
        if (fetch.lastModified() != null) {
            request.header("If-Modified-Since", fetch.lastModified());
        }
        if (hop.isAtOrigin() && !hop.origin().username().isEmpty()) {
            String login =
                    Credentials.basic(hop.origin().username(), hop.origin().password(), StandardCharsets.UTF_8);
            request.header("Authorization", login);
        }
        return request.build();
    }

    /** A header to be sent back at the next fetch; null if there is none, or one that can't be sent. */
    @Nullable
    String validator(Response response, String name) {
        String value = response.header(name);
        boolean sendable = value != null && !value.isBlank() && value.chars().allMatch(c -> c >= ' ' && c < 127);
        return sendable ? value : null;
    }

    /** {@code Cache-Control: max-age}; null if it is not said, or taken back by {@code no-cache} or {@code no-store}. */
    @Nullable
    Duration maxAge(Response response) {
        var control = response.cacheControl();
        boolean none = control.maxAgeSeconds() < 0 || control.noCache() || control.noStore();
        return none ? null : Duration.ofSeconds(control.maxAgeSeconds());
    }

    /** {@code Retry-After} (RFC 9110, 10.2.3), in seconds or as a date; never negative, null if not said or not readable. */
    @Nullable
    Duration retryAfter(Response response) {
        String header = response.header("Retry-After");
        String value = header == null ? "" : header.strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            Duration wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
