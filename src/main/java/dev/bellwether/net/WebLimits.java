package dev.bellwether.net;

import java.time.Duration;
import java.util.List;

/**
 * How far {@link GuardedWeb} goes for a page.
 *
 * @param connect how long to try one address
 * @param whole how long everything may take together: redirects, connecting, and a body that drips
 * @param maxBytes how long a body may be, counted after decompression
 * @param maxRedirects how many redirects are followed
 * @param allow ranges that may be reached although they are private, such as that of a bridge on the same host
 * @param userAgent what we say we are
 */
public record WebLimits(
        Duration connect, Duration whole, int maxBytes, int maxRedirects, List<CidrRange> allow, String userAgent) {
    public WebLimits {
        allow = List.copyOf(allow);
        if (!connect.isPositive() || !whole.isPositive() || maxBytes < 1 || maxRedirects < 0) {
            throw new IllegalArgumentException("times and sizes must be above zero");
        }
    }

    /** 10 s to connect, 30 s in all, 10 MiB, 5 redirects, nothing private. */
    public static WebLimits standard() {
        return new WebLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                10 * 1024 * 1024,
                5,
                List.of(),
                "Bellwether/0.1 (+self-hosted; feed reader)");
    }

    /** The same limits, with these private ranges allowed. */
    public WebLimits allowing(List<CidrRange> ranges) {
        return new WebLimits(connect, whole, maxBytes, maxRedirects, ranges, userAgent);
    }
}
