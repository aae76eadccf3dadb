package dev.bellwether.talk;

import java.time.Duration;

/** How long something is or was ago, in its largest whole unit: under a minute it is {@code 0 min}. */
public final class Age {
    private Age() {}

    /** Such as {@code 35 min}, {@code 3 h} or {@code 2 d}; what is negative counts as nothing. */
    public static Line of(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 60) {
            return Line.say("value.minutes", minutes);
        }
        return minutes < 48 * 60 ? Line.say("value.hours", minutes / 60) : Line.say("value.days", minutes / (24 * 60));
    }

    /** Such as {@code 35 min ago}. */
    public static Line ago(Duration duration) {
        return Line.say("value.ago", of(duration));
    }
}
