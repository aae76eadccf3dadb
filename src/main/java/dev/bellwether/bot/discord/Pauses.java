package dev.bellwether.bot.discord;

import java.time.Duration;

/** Growing pauses between tries: 2, 4, 8 … seconds, up to five minutes. */
final class Pauses {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Pauses() {}

    /** @param failures how often it failed so far, from 1 on */
    static Duration after(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.clamp(failures, 1, 10));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
