package dev.bellwether.watch.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the watch is going.
 *
 * @param listings how many are watched
 * @param waiting how many of them could not be begun with, because no source knows their prices
 * @param alerts how many are armed
 * @param looked when a source was last heard; null if never
 * @param next when the next price is asked for, if an exchange trades then; null if nothing is watched
 * @param doubtful the listings whose prices are looked at a second time
 */
public record WatchState(
        int listings,
        int waiting,
        int alerts,
        @Nullable Instant looked,
        @Nullable Instant next,
        List<String> doubtful) {
    static final WatchState NOTHING = new WatchState(0, 0, 0, null, null, List.of());

    public WatchState {
        doubtful = List.copyOf(doubtful);
    }

    static WatchState of(Collection<Watched> all, int alerts, List<String> doubtful, Instant now) {
        Instant looked = all.stream()
                .map(one -> one.cursor == null ? null : one.cursor.looked())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        Instant next =
                all.stream().map(one -> next(one, now)).min(Instant::compareTo).orElse(null);
        int waiting = (int) all.stream().filter(one -> !one.primed).count();
        return new WatchState(all.size(), waiting, alerts, looked, next, doubtful);
    }

    private static Instant next(Watched one, Instant now) {
        Instant due = one.due.isAfter(now) ? one.due : now;
        return one.tradesAt(due) ? due : one.calendar().next(due).open();
    }
}
