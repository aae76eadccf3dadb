package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.watch.engine.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The levels of all listings that are observed; each is looked after by a {@link ListingWatch}. For one thread at a time. */
public final class Breakouts implements LevelWatch {
    /** How long a level that a member sets may go unnoticed. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final Function<String, Optional<Instrument>> instruments;
    private final LevelStates states;
    private final MemberLevels members;
    private final InstantSource clock;
    private final ListingWatch.Tools tools;
    private final Map<String, ListingWatch> watched = new HashMap<>();
    private final Map<String, Observation.Closed> bars = new HashMap<>();
    private final Set<String> stirred = new LinkedHashSet<>();
    private long version;
    private Instant looked = Instant.MIN;

    /**
     * @param instruments the instrument that has a listing, by the listing's symbol; what belongs to none is not watched
     * @param facts what the press said, without side effects
     * @param clock tells how late something was noticed
     */
    public Breakouts(
            Function<String, Optional<Instrument>> instruments,
            FactLog facts,
            MemberLevels members,
            LevelStates states,
            BreakRules rules,
            InstantSource clock) {
        this.instruments = instruments;
        this.states = states;
        this.members = members;
        this.clock = clock;
        this.tools = new ListingWatch.Tools(new BreakoutTracker(rules), new PressLevels(facts), members, clock);
    }

    @Override
    public List<Fact.LevelMet> observe(Observation observation) {
        List<Fact.LevelMet> facts = new ArrayList<>();
        ListingWatch watch = watch(observation.listing(), facts);
        if (watch == null) {
            return List.of();
        }
        switch (observation) {
            case Observation.Priced priced -> {
                if (watch.isOutdated(version())) {
                    watch.rename(priced.at(), priced.price());
                }
                facts.addAll(watch.price(priced));
            }
            case Observation.Closed closed -> {
                bars.put(closed.listing(), closed);
                facts.addAll(watch.closed(closed));
            }
            case Observation.Learned(String _, Instant at, Fact.Claimed _) -> watch.rename(at, watch.latest());
            case Observation.Learned _, Observation.Compared _, Observation.Told _, Observation.Dawned _ -> {}
        }
        if (watch.stirred()) {
            stirred.add(observation.listing());
        }
        return facts;
    }

    /** The watch of a listing; what its bars bring while it is made goes to the facts. */
    private @Nullable ListingWatch watch(String listing, List<Fact.LevelMet> facts) {
        ListingWatch known = watched.get(listing);
        if (known != null) {
            return known;
        }
        Instrument instrument = instruments.apply(listing).orElse(null);
        if (instrument == null || instrument.listing(listing).isEmpty()) {
            return null;
        }
        ListingState kept = states.of(listing).flatMap(StateJson::read).orElse(null);
        ListingWatch made =
                new ListingWatch(tools, instrument, instrument.listing(listing).orElseThrow(), kept);
        watched.put(listing, made);
        Observation.Closed before = bars.get(listing);
        if (before != null) {
            facts.addAll(made.closed(before));
        }
        return made;
    }

    /** Of the members' levels, as of a minute ago at most: asking for each price would cost more than all the rest. */
    private long version() {
        Instant now = clock.instant();
        if (now.isBefore(looked) || !now.isBefore(later(looked))) {
            looked = now;
            version = members.version();
        }
        return version;
    }

    private static Instant later(Instant looked) {
        return looked.equals(Instant.MIN) ? looked : looked.plus(LOOK);
    }

    @Override
    public boolean stirred() {
        return !stirred.isEmpty();
    }

    @Override
    public void save() {
        for (String listing : stirred) {
            ListingWatch watch = Objects.requireNonNull(watched.get(listing));
            if (watch.unsavedScale() != 1) {
                members.rescale(listing, watch.unsavedScale());
            }
            ListingState state = watch.state();
            if (state != null) {
                states.save(listing, StateJson.write(state));
            }
            watch.saved();
        }
        stirred.clear();
    }

    @Override
    public void reload() {
        watched.clear();
        stirred.clear();
        looked = Instant.MIN;
    }
}
