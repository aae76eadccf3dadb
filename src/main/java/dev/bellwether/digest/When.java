package dev.bellwether.digest;

import dev.bellwether.fact.Exchange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** At which moments a digest is due. */
public sealed interface When {
    /** All days of the week. */
    Set<DayOfWeek> EVERY_DAY = days(EnumSet.allOf(DayOfWeek.class));

    /** Monday to Friday. */
    Set<DayOfWeek> WEEKDAYS = days(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** The days of the week on which it may be due; never empty. */
    Set<DayOfWeek> days();

    /**
     * At times of the day in the chat's zone.
     *
     * @param times rising, each once; at least one
     * @param days of the chat's calendar
     * @param trading only on days of this date on which this exchange trades; null for no such condition
     */
    record AtTimes(
            List<LocalTime> times,
            Set<DayOfWeek> days,
            @Nullable Exchange trading) implements When {
        /** @throws IllegalArgumentException without a time or a day */
        public AtTimes {
            times = times.stream().distinct().sorted().toList();
            days = When.days(days);
            if (times.isEmpty()) {
                throw new IllegalArgumentException("no time");
            }
        }
    }

    /**
     * Before or after an exchange opens or closes.
     *
     * @param offset from the edge; negative is before it
     * @param days of the exchange's calendar. Of a single day that is a holiday the last session of that week before it counts, so
     *     that "Friday after the close" is there in the week of Good Friday as well
     */
    record AtSession(Exchange exchange, Edge edge, Duration offset, Set<DayOfWeek> days) implements When {
        /** No further from the edge than this, so that the moment still belongs to the session. */
        public static final Duration FURTHEST = Duration.ofHours(12);

        /** @throws IllegalArgumentException without a day, or too far from the edge */
        public AtSession {
            days = When.days(days);
            if (offset.abs().compareTo(FURTHEST) > 0) {
                throw new IllegalArgumentException("too far from the session: " + offset);
            }
        }
    }

    /** An end of a session. */
    enum Edge {
        OPEN,
        CLOSE
    }

    private static Set<DayOfWeek> days(Set<DayOfWeek> days) {
        return Collections.unmodifiableSet(EnumSet.copyOf(days));
    }
}
