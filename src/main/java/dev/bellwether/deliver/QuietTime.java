package dev.bellwether.deliver;

import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.ChatSettings.QuietHours;
import dev.bellwether.talk.Lane;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a chat wants to be left alone. */
final class QuietTime {
    private QuietTime() {}

    /** Until when a chat wants to be left alone; null if it does not now. Answers it wants at any time. */
    static @Nullable Instant until(ChatSettings settings, Lane lane, Instant now) {
        QuietHours quiet = settings.quiet();
        if (quiet == null || lane == Lane.ANSWER || quiet.from().equals(quiet.to())) {
            return null;
        }
        ZoneId zone = settings.zone() == null ? ZoneId.of("UTC") : settings.zone();
        LocalDateTime here = now.atZone(zone).toLocalDateTime();
        if (!within(quiet, here.toLocalTime())) {
            return null;
        }
        LocalDateTime end = here.toLocalDate().atTime(quiet.to());
        return (end.isAfter(here) ? end : end.plusDays(1)).atZone(zone).toInstant();
    }

    private static boolean within(QuietHours quiet, LocalTime time) {
        boolean overMidnight = quiet.from().isAfter(quiet.to());
        boolean begun = !time.isBefore(quiet.from());
        boolean over = !time.isBefore(quiet.to());
        return overMidnight ? begun || !over : begun && !over;
    }
}
