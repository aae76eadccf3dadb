package dev.bellwether.net;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A page to get.
 *
 * @param address http or https; anything else comes back as refused
 * @param accept the media types wanted, as an {@code Accept} header
 * @param etag the {@code ETag} of the last answer, to be told "not modified"; null on the first time
 * @param lastModified the {@code Last-Modified} of the last answer, as it was sent; null on the first time
 */
public record Fetch(
        URI address,
        String accept,
        @Nullable String etag,
        @Nullable String lastModified) {
    /** A first, unconditional fetch. */
    public static Fetch of(URI address, String accept) {
        return new Fetch(address, accept, null, null);
    }
}
