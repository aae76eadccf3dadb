package dev.bellwether.quote;

import java.time.Duration;

/**
 * How long answers are kept and waited for.
 *
 * @param whileOpen how long a price is fresh within the exchange's regular hours
 * @param whileClosed how long it is fresh at other times; never beyond the next opening
 * @param failure how long it is remembered that nobody answered
 * @param budget how long a caller waits, however many listings were asked for
 * @param listings how many listings are kept at most
 */
public record QuoteSettings(Duration whileOpen, Duration whileClosed, Duration failure, Duration budget, int listings) {

    /** 60 seconds, 15 minutes, 30 seconds; 10 seconds; 500 listings (three years of bars of each are some 30 MB). */
    public static QuoteSettings defaults() {
        return new QuoteSettings(
                Duration.ofSeconds(60), Duration.ofMinutes(15), Duration.ofSeconds(30), Duration.ofSeconds(10), 500);
    }
}
