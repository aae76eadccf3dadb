package dev.bellwether.app.replay;

import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When something may happen in a stretch of the past: items come out, prices move, days begin; and each hour, so that nothing that is due
 * at a moment of its own waits long. Whole minutes: what lies within one happens at its end.
 */
public final class ReplayMoments {
    private static final Duration GRID = Duration.ofHours(1);
    private static final Duration AFTER_CLOSE = Duration.ofMinutes(2);

    private ReplayMoments() {}

    /** All of them after one moment and until another. */
    public static NavigableSet<Instant> of(Instruments instruments, ReplayFeeds feeds, Instant from, Instant to) {
        NavigableSet<Instant> moments = new TreeSet<>();
        for (Instant at = from.plus(GRID); !at.isAfter(to); at = at.plus(GRID)) {
            moments.add(at);
        }
        feeds.moments(from, to).stream().map(ReplayMoments::minute).forEach(moments::add);
        instruments.all().stream()
                .flatMap(instrument -> instrument.listings().stream())
                .forEach(listing -> moments.addAll(sessions(listing, from, to)));
        return moments.tailSet(from, false).headSet(to, true);
    }

    private static List<Instant> sessions(Listing listing, Instant from, Instant to) {
        return listing.exchange()
                .dayAt(from)
                .datesUntil(listing.exchange().dayAt(to).plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .flatMap(day -> moments(listing, day).stream())
                .toList();
    }

    private static List<Instant> moments(Listing listing, LocalDate day) {
        List<Instant> moments = ReplayPrices.moments(listing, day);
        return List.of(
                minute(moments.get(0)),
                minute(moments.get(1)),
                minute(moments.get(2)),
                minute(moments.get(3)),
                minute(moments.get(3)).plus(AFTER_CLOSE));
    }

    private static Instant minute(Instant moment) {
        Instant minute = moment.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(moment) ? minute : minute.plus(1, ChronoUnit.MINUTES);
    }
}
