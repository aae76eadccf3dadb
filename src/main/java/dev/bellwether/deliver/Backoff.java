package dev.bellwether.deliver;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that grow: doubled each time up to a greatest, and spread by a fifth so that what failed together does not come back together.
 *
 * @param first the pause after the first failure
 * @param most the longest pause
 */
record Backoff(Duration first, Duration most, RandomGenerator random) {
    private static final int DOUBLED_AT_MOST = 20;

    /** @param failures how often it has failed; at least 1 */
    Duration pause(int failures) {
        int doubled = Math.min(Math.max(failures, 1) - 1, DOUBLED_AT_MOST);
        double even = Math.min((double) most.toNanos(), first.toNanos() * Math.pow(2, doubled));
        return Duration.ofNanos((long) (even * (0.8 + 0.4 * random.nextDouble())));
    }
}
