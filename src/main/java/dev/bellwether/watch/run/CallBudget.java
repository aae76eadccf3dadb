package dev.bellwether.watch.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many questions each source may still be asked within any minute. Used by one thread. */
final class CallBudget {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, Integer> perMinute;
    private final InstantSource clock;
    private final Map<String, Deque<Instant>> asked = new HashMap<>();

    /** @param perMinute by the name of the source; one that is not here has no limit */
    CallBudget(Map<String, Integer> perMinute, InstantSource clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** How many questions are left now. */
    int left(String source) {
        Integer most = perMinute.get(source);
        if (most == null) {
            return Integer.MAX_VALUE;
        }
        Deque<Instant> past = asked.computeIfAbsent(source, name -> new ArrayDeque<>());
        Instant now = clock.instant();
        // A clock that was set back must not keep a source closed until it has caught up.
        past.removeIf(moment -> !moment.isAfter(now.minus(MINUTE)) || moment.isAfter(now));
        return Math.max(0, most - past.size());
    }

    /** Counts questions if there are as many left; else nothing is counted. */
    boolean take(String source, int questions) {
        if (left(source) < questions) {
            return false;
        }
        if (perMinute.containsKey(source)) {
            Instant now = clock.instant();
            Deque<Instant> past = asked.computeIfAbsent(source, name -> new ArrayDeque<>());
            for (int i = 0; i < questions; i++) {
                past.addLast(now);
            }
        }
        return true;
    }
}
