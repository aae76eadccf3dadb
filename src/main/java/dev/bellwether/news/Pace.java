package dev.bellwether.news;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait until a feed is asked again.
 *
 * <p>After a success: the configured interval, or as long as the other side says its answer stays fresh (up to a day) if that is
 * longer. After failures: the interval, doubled with each failure in a row up to six hours (or the interval, if that is longer),
 * a fifth more or less so that feeds that failed together do not come back together; and never sooner than
 * {@code Retry-After} asks for (up to a day).
 */
final class Pace {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 16;
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Pace(RandomGenerator random) {
        this.random = random;
    }

    Duration afterSuccess(Feed feed, @Nullable Duration maxAge) {
        Duration every = longer(feed.every(), SHORTEST);
        return maxAge == null ? every : longer(every, shorter(maxAge, DAY));
    }

    /** @param failures how many in a row, with the latest: 1 or more */
    Duration afterFailure(Feed feed, int failures, @Nullable Duration retryAfter) {
        Duration every = longer(feed.every(), SHORTEST);
        Duration doubled = every.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration wait = jittered(shorter(doubled, longer(every, LONGEST_BACK_OFF)));
        return retryAfter == null ? wait : longer(wait, shorter(retryAfter, DAY));
    }

    private Duration jittered(Duration wait) {
        double factor = 1 + JITTER * (2 * next() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    /** Not every generator may be asked by several threads at once. */
    private synchronized double next() {
        return random.nextDouble();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
