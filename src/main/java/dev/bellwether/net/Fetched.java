package dev.bellwether.net;

import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a {@link Fetch}. */
public sealed interface Fetched {

    /**
     * A page, status 200 to 299.
     *
     * @param body its bytes, decompressed; owned by the caller
     * @param contentType the {@code Content-Type} header as sent; null if there was none
     * @param address where it came from in the end
     * @param movedTo where it lives from now on, if every redirect on the way was permanent (301, 308); else null
     * @param etag for the next fetch; null if none was sent
     * @param lastModified for the next fetch, as sent; null if none was sent
     * @param maxAge how long the other side says it stays fresh ({@code Cache-Control: max-age}); null if it does not say
     */
    @SuppressWarnings("ArrayRecordComponent") // pages are read once and never compared
    record Page(
            byte[] body,
            @Nullable String contentType,
            URI address,
            @Nullable URI movedTo,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable Duration maxAge)
            implements Fetched {}

    /** The page is still what it was at the last fetch (304); {@code maxAge} as for a page. */
    record NotModified(@Nullable Duration maxAge) implements Fetched {}

    /**
     * No page.
     *
     * @param cause what went wrong, by what to do about it
     * @param message one sentence for a person, without secrets that may stand in the address
     * @param status the HTTP status; 0 if there was no answer
     * @param retryAfter how long to wait as asked for by {@code Retry-After}; null if not asked for
     */
    record Failed(
            Cause cause, Line message, int status, @Nullable Duration retryAfter) implements Fetched {
        /** No page, for a reason that is the same in every language. */
        public Failed(Cause cause, String message, int status, @Nullable Duration retryAfter) {
            this(cause, Line.of(message), status, retryAfter);
        }
    }

    /** Why there is no page. */
    enum Cause {
        /** Not http or https, or an address that must not be reached from here: tell the operator. */
        REFUSED,
        /** The name does not resolve or nobody answers: try again later. */
        UNREACHABLE,
        /** Too slow: try again later. */
        TIMED_OUT,
        /** More bytes than allowed: tell the operator. */
        TOO_LARGE,
        /** More redirects than allowed, or one that leads nowhere: tell the operator. */
        REDIRECTED_TOO_OFTEN,
        /** 401 or 403: tell the operator. */
        DENIED,
        /** 404 or 410. */
        NOT_FOUND,
        /** 429: wait. */
        RATE_LIMITED,
        /** 5xx: try again later. */
        SERVER_ERROR,
        /** Any other status. */
        UNEXPECTED
    }
}
