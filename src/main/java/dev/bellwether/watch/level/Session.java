package dev.bellwether.watch.level;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact.LevelMet.Trial;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.watch.level.BreakoutTracker.Event;
import dev.bellwether.watch.level.BreakoutTracker.Step;
import dev.bellwether.watch.level.Standing.Armed;
import dev.bellwether.watch.level.Standing.Trying;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the prices of one session to all levels of a listing, and notes what they met. For one thread. */
final class Session {
    private final BreakoutTracker tracker;
    private final Map<String, TrackState> tracks;
    private final double atr;
    private final double lastClose;
    private final LocalDate day;
    private final List<Met> met = new ArrayList<>();
    private boolean changed;

    /**
     * @param tracks changed in place
     * @param atr up to the session before
     * @param lastClose of the session before
     */
    Session(BreakoutTracker tracker, Map<String, TrackState> tracks, double atr, double lastClose, LocalDate day) {
        this.tracker = tracker;
        this.tracks = tracks;
        this.atr = atr;
        this.lastClose = lastClose;
        this.day = day;
    }

    /** What was met so far, in its order. */
    List<Met> met() {
        return met;
    }

    /** Whether anything is other than before, worth a word or not. */
    boolean changed() {
        return changed;
    }

    void price(double price, boolean opening, Instant at) {
        for (TrackState track : List.copyOf(tracks.values())) {
            Place place = place(track);
            boolean jumped = opening && (lastClose <= place.level()) == (price > place.level());
            Step step = tracker.price(track.standing(), place, price, day, jumped);
            note(track, step, price, at, null);
        }
    }

    /** @param volume of the session in averages of the 20 before; null if not known */
    void close(Bar bar, @Nullable Double volume, Instant at) {
        for (TrackState track : List.copyOf(tracks.values())) {
            Step step = tracker.close(track.standing(), place(track), bar.close(), day, volume);
            note(track, step, bar.close(), at, volume);
        }
    }

    private Place place(TrackState track) {
        return new Place(track.level().kind(), track.level().price(), atr);
    }

    private void note(TrackState track, Step step, double price, Instant at, @Nullable Double volume) {
        if (step.standing().equals(track.standing())) {
            return;
        }
        tracks.put(track.id(), track.at(step.standing()));
        changed = true;
        Event event = step.event();
        if (event != null) {
            met.add(met(track, step.standing(), event, price, at, volume));
        }
    }

    private Met met(TrackState before, Standing after, Event event, double price, Instant at, @Nullable Double volume) {
        if (before.standing() instanceof Trying trying) {
            int closes = trying.closes() + (event == Event.FAILED ? 0 : 1);
            Double first = trying.day().equals(day) ? volume : trying.volume();
            double where =
                    Levels.isAverage(before.level().kind()) ? before.level().price() : trying.level();
            WatchedLevel level = Levels.at(before.level(), where);
            return new Met(
                    before,
                    level,
                    event,
                    trying.upward(),
                    price,
                    at,
                    day,
                    trying.gap(),
                    new Trial(trying.day(), closes, first));
        }
        boolean gap = after instanceof Trying trying && trying.gap();
        boolean upward = after instanceof Trying trying
                ? trying.upward()
                : before.standing() instanceof Armed armed && armed.below();
        Trial trial = after instanceof Trying ? new Trial(day, 0, null) : null;
        return new Met(before, before.level(), event, upward, price, at, day, gap, trial);
    }
}
