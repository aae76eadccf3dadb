package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Fact.LevelMet.Stage;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.fact.WatchedLevel.Kind;
import dev.bellwether.watch.level.BreakoutTracker.Event;
import dev.bellwether.watch.level.Standing.Armed;
import dev.bellwether.watch.level.Standing.Trying;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of that which was met becomes a fact. Levels at nearly one price are one: whichever ranks first gives its name, and the
 * others come along, now or when they are met a little later. So do levels farther apart that one price breaks at once, as at a gap: five
 * messages of one jump would help nobody. A member's level is a fact of its own, since another chat is told of it. What
 * was broken and undone before anybody could be told is left out.
 */
final class Telling {
    /** Sources take their time; less than this is not late. */
    private static final Duration IN_TIME = Duration.ofHours(1);

    private final String symbol;
    private final String listing;
    private final Map<String, TrackState> tracks;
    private final double noise;
    private final @Nullable Double volume;
    private final Provenance source;
    private final Instant now;
    private final BiFunction<WatchedLevel, Boolean, @Nullable LevelTries> past;
    private final List<Fact.LevelMet> facts = new ArrayList<>();
    private final Set<String> silenced = new HashSet<>();

    /**
     * @param tracks as they are after it; changed in place: told or silent
     * @param noise within which levels are one
     * @param volume of the last closed day, in averages of the 20 before; null if not known
     * @param past earlier tries of a level, upward or not
     */
    Telling(
            String symbol,
            String listing,
            Map<String, TrackState> tracks,
            double noise,
            @Nullable Double volume,
            Provenance source,
            Instant now,
            BiFunction<WatchedLevel, Boolean, @Nullable LevelTries> past) {
        this.symbol = symbol;
        this.listing = listing;
        this.tracks = tracks;
        this.noise = noise;
        this.volume = volume;
        this.source = source;
        this.now = now;
        this.past = past;
    }

    /** The facts of one price, or of one session that is gone through at once. */
    List<Fact.LevelMet> of(List<Met> met) {
        Set<String> broken = ids(met, Event.BROKEN);
        Set<String> undone = ids(met, Event.FAILED);
        undone.retainAll(broken);
        met.stream()
                .filter(one -> one.is(Event.BROKEN) && !undone.contains(one.id()))
                .sorted(Comparator.comparing(Met::level, Levels.BY_RANK))
                .forEach(one -> broken(one, met));
        met.stream()
                .filter(one -> one.is(Event.NEAR) && !broken.contains(one.id()))
                .sorted(Comparator.comparing(Met::level, Levels.BY_RANK))
                .forEach(one -> near(one, met));
        met.stream()
                .filter(one -> one.is(Event.CONFIRMED) || one.is(Event.FAILED))
                .filter(one -> !undone.contains(one.id()))
                .sorted(Comparator.comparing(Met::level, Levels.BY_RANK))
                .forEach(this::ended);
        facts.sort(Comparator.comparing(Fact::at));
        return facts;
    }

    private static Set<String> ids(List<Met> met, Event event) {
        Set<String> ids = new HashSet<>();
        met.stream().filter(one -> one.is(event)).forEach(one -> ids.add(one.id()));
        return ids;
    }

    private void broken(Met one, List<Met> met) {
        boolean own = one.level().kind() == Kind.MEMBER;
        boolean known = !own && (isAlong(one) || tracks.values().stream().anyMatch(other -> isTold(other, one)));
        String key = key(one, Stage.BROKEN);
        tracks.computeIfPresent(
                one.id(), (id, track) -> track.trying() ? known ? track.silenced() : track.told(key) : track);
        if (known) {
            silenced.add(one.id());
        } else {
            facts.add(fact(one, Stage.BROKEN, key, alongside(one, met), past.apply(one.level(), one.upward())));
        }
    }

    /** Whether a level that ranks higher was broken the same way just now. */
    private boolean isAlong(Met one) {
        return facts.stream()
                .anyMatch(fact -> fact.stage() == Stage.BROKEN
                        && fact.level().kind() != Kind.MEMBER
                        && fact.upward() == one.upward());
    }

    /** Whether somebody was told of a try of another level at this price. */
    private boolean isTold(TrackState other, Met one) {
        return other.first() != null
                && other.level().kind() != Kind.MEMBER
                && other.standing() instanceof Trying trying
                && trying.upward() == one.upward()
                && isSame(trying.level(), one.level().price());
    }

    private void near(Met one, List<Met> met) {
        boolean own = one.level().kind() == Kind.MEMBER;
        boolean known = !own
                && (facts.stream()
                                .anyMatch(fact ->
                                        isSame(fact.level().price(), one.level().price()))
                        || tracks.values().stream().anyMatch(other -> isNear(other, one, met)));
        if (!known) {
            facts.add(fact(one, Stage.NEAR, key(one, Stage.NEAR), alongside(one, List.of()), null));
        }
    }

    /** Whether the price came near to another level at this price before. */
    private boolean isNear(TrackState other, Met one, List<Met> met) {
        return other.level().kind() != Kind.MEMBER
                && other.standing() instanceof Armed(boolean below, boolean near)
                && near
                && below == one.upward()
                && isSame(other.level().price(), one.level().price())
                && met.stream().noneMatch(now -> now.id().equals(other.id()));
    }

    private void ended(Met one) {
        if (!one.before().silent() && !silenced.contains(one.id())) {
            Stage stage = one.is(Event.CONFIRMED) ? Stage.CONFIRMED : Stage.FAILED;
            String first = one.before().first();
            facts.add(fact(one, stage, first == null ? key(one, Stage.BROKEN) : first, List.of(), null));
        }
    }

    /** The other levels that anybody can see at nearly the same price, or broken the same way just now. */
    private List<WatchedLevel> alongside(Met one, List<Met> met) {
        Set<String> broken = new HashSet<>();
        met.stream()
                .filter(other -> other.is(Event.BROKEN) && other.upward() == one.upward())
                .forEach(other -> broken.add(other.id()));
        return tracks.values().stream()
                .map(TrackState::level)
                .filter(other -> other.kind() != Kind.MEMBER && !other.id().equals(one.id()))
                .filter(other -> isSame(other.price(), one.level().price()) || broken.contains(other.id()))
                .sorted(Levels.BY_RANK)
                .toList();
    }

    private boolean isSame(double one, double other) {
        return Math.abs(one - other) <= noise;
    }

    private String key(Met one, Stage stage) {
        return "level:" + listing + ":" + one.id() + ":" + one.day() + ":"
                + stage.name().toLowerCase(Locale.ROOT);
    }

    private Fact.LevelMet fact(
            Met one, Stage stage, String first, List<WatchedLevel> also, @Nullable LevelTries before) {
        return new Fact.LevelMet(
                key(one, stage),
                symbol,
                listing,
                one.at(),
                one.level(),
                stage,
                one.upward(),
                one.price(),
                volume,
                one.gap(),
                late(one.at()),
                first,
                source,
                one.trial(),
                also,
                before);
    }

    private Duration late(Instant at) {
        Duration late = Duration.between(at, now);
        return late.compareTo(IN_TIME.plus(source.delay())) > 0 ? late : Duration.ZERO;
    }
}
