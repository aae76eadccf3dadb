package dev.bellwether.watch.run;

import java.time.Duration;
import java.util.Map;

/**
 * How often prices are asked for.
 *
 * @param ticks the pause between two looks at a listing for which a rule is checked on each price
 * @param otherwise the pause for listings that are watched for anything else
 * @param perMinute how many questions a source may be asked in a minute, by its name; one that is not here has no limit
 */
public record WatchSettings(Duration ticks, Duration otherwise, Map<String, Integer> perMinute) {
    public WatchSettings {
        perMinute = Map.copyOf(perMinute);
    }

    /** A minute, 15 minutes; Yahoo 60, Stooq 30, Finnhub 50 questions a minute. */
    public static WatchSettings defaults() {
        return new WatchSettings(
                Duration.ofSeconds(60), Duration.ofMinutes(15), Map.of("yahoo", 60, "stooq", 30, "finnhub", 50));
    }
}
