package dev.bellwether.watch.level;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.LevelTries;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.market.LevelHistory;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.level.BreakoutTracker.Band;
import dev.bellwether.watch.level.ListingState.Close;
import dev.bellwether.watch.level.ListingState.Rescaled;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The levels of one listing. A price between the nearest prices at which anything could happen costs one comparison.
 *
 * <p>What it holds is what {@link #state} gives and what follows from the bars, so a restart with the same bars goes on where it was.
 */
final class ListingWatch {
    /** Nobody looked for longer than this: what was before is no news, as at a first look. */
    private static final Duration NEWS = Duration.ofDays(10);

    /** By so many a change of scale is told from a correction. */
    private static final int CLOSES = 3;

    private final Tools tools;
    private final Instrument instrument;
    private final Listing listing;
    private final Map<String, TrackState> tracks = new LinkedHashMap<>();
    private final List<Rescaled> splits = new ArrayList<>();
    private @Nullable LevelHistory history;
    private @Nullable LocalDate lastBar;
    private double lastClose;
    private double latest;
    private List<Close> closes = List.of();
    private @Nullable Double atr;
    private @Nullable LocalDate ticked;
    private Band quiet = Band.ALL;
    private double unsavedScale = 1;
    private long members = -1;
    private boolean stirred;

    /** What all listings share. */
    record Tools(BreakoutTracker tracker, PressLevels press, MemberLevels members, InstantSource clock) {}

    ListingWatch(Tools tools, Instrument instrument, Listing listing, @Nullable ListingState kept) {
        this.tools = tools;
        this.instrument = instrument;
        this.listing = listing;
        if (kept != null) {
            lastBar = kept.lastBar();
            lastClose = kept.lastClose();
            latest = lastClose;
            closes = kept.closes();
            atr = kept.atr();
            ticked = kept.ticked();
            splits.addAll(kept.splits());
            kept.tracks().forEach(track -> tracks.put(track.id(), track));
        }
    }

    /** What has to be kept; null while there are no bars. */
    @Nullable
    ListingState state() {
        return lastBar == null
                ? null
                : new ListingState(
                        listing.symbol(),
                        lastBar,
                        lastClose,
                        closes,
                        atr,
                        ticked,
                        List.copyOf(tracks.values()),
                        splits);
    }

    /** Whether something changed since {@link #saved}. */
    boolean stirred() {
        return stirred;
    }

    /** The factor by which the prices of members' levels are to be multiplied with what is kept; 1 if by none. */
    double unsavedScale() {
        return unsavedScale;
    }

    void saved() {
        stirred = false;
        unsavedScale = 1;
    }

    List<Fact.LevelMet> price(Observation.Priced priced) {
        LocalDate day = session(listing.exchange().dayAt(priced.at()));
        LevelHistory bars = history;
        if (bars == null || lastBar == null || atr == null || !day.isAfter(lastBar) || !(priced.price() > 0)) {
            return List.of();
        }
        latest = priced.price();
        if (!day.equals(ticked)) {
            ticked = day;
            stirred = true;
        }
        if (quiet.holds(priced.price())) {
            return List.of();
        }
        int last = bars.bars().size() - 1;
        Session session = new Session(tools.tracker(), tracks, atr, lastClose, day);
        session.price(priced.price(), priced.opening(), priced.at());
        List<Fact.LevelMet> facts = told(session, bars, last, last, priced.source());
        settle();
        return facts;
    }

    /** A price stamped at a weekend is Friday's: some sources stamp the moment they were asked. */
    private static LocalDate session(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return weekend ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)) : day;
    }

    List<Fact.LevelMet> closed(Observation.Closed closed) {
        if (closed.bars().isEmpty()) {
            return List.of();
        }
        List<Bar> bars = Scales.present(closed);
        LevelHistory now = LevelHistory.of(bars);
        history = now;
        if (lastBar == null) {
            begin(now, closed.at());
            return List.of();
        }
        Scales.change(closed, closes).ifPresent(this::rescale);
        int next = bars.size();
        while (next > 0 && bars.get(next - 1).date().isAfter(lastBar)) {
            next--;
        }
        List<Fact.LevelMet> facts = new ArrayList<>();
        for (int i = next; i < bars.size(); i++) {
            facts.addAll(through(now, i, closed));
        }
        settle();
        Instant news = closed.at().minus(NEWS);
        return facts.stream().filter(fact -> fact.at().isAfter(news)).toList();
    }

    /** The first look: what happened before is not told. */
    private void begin(LevelHistory now, Instant at) {
        int last = now.bars().size() - 1;
        finish(now, last);
        refresh(now, last, at);
        settle();
    }

    private List<Fact.LevelMet> through(LevelHistory now, int i, Observation.Closed closed) {
        Bar bar = now.bars().get(i);
        List<Fact.LevelMet> facts = List.of();
        Instant closing = earlier(listing.exchange().closing(bar.date()), closed.at());
        if (atr != null) {
            Session session = new Session(tools.tracker(), tracks, atr, lastClose, bar.date());
            if (!bar.date().equals(ticked)) {
                session.price(bar.open(), true, earlier(listing.exchange().opening(bar.date()), closing));
                for (double price : Past.path(bar)) {
                    session.price(price, false, closing);
                }
            }
            session.price(bar.close(), false, closing);
            session.close(bar, Levels.boxed(now.volume(i)), closing);
            facts = told(session, now, i, i - 1, closed.source());
        }
        finish(now, i);
        refresh(now, i, closing);
        return facts;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void finish(LevelHistory now, int i) {
        lastBar = now.bars().get(i).date();
        lastClose = now.bars().get(i).close();
        latest = lastClose;
        closes = now.bars().subList(Math.max(0, i + 1 - CLOSES), i + 1).stream()
                .map(bar -> new Close(bar.date(), bar.close()))
                .toList();
        OptionalDouble range = now.atr(i);
        atr = range.isPresent() ? Double.valueOf(range.getAsDouble()) : atr;
        stirred = true;
    }

    /**
     * What of that which was met is told.
     *
     * @param closed index of the last closed bar
     * @param before index of the last one before the session
     */
    private List<Fact.LevelMet> told(Session session, LevelHistory now, int closed, int before, Provenance source) {
        stirred |= session.changed();
        if (session.met().isEmpty() || atr == null) {
            return List.of();
        }
        return new Telling(
                        instrument.symbol(),
                        listing.symbol(),
                        tracks,
                        new Place(WatchedLevel.Kind.SWINGS, lastClose, atr).noise(),
                        Levels.boxed(now.volume(closed)),
                        source,
                        tools.clock().instant(),
                        (level, upward) -> tries(now, before, level, upward))
                .of(session.met());
    }

    private @Nullable LevelTries tries(LevelHistory now, int before, WatchedLevel level, boolean upward) {
        return before < 1 ? null : Past.of(tools.tracker(), now, before, level).tries(upward);
    }

    /** The levels for the session after a bar. */
    private void refresh(LevelHistory now, int i, Instant at) {
        List<WatchedLevel> before =
                tracks.values().stream().map(TrackState::level).toList();
        List<WatchedLevel> levels = new ArrayList<>(LevelFinder.find(now, i, listing, before));
        levels.addAll(named(at));
        replace(levels, now, i, lastClose);
    }

    private List<WatchedLevel> named(Instant at) {
        members = tools.members().version();
        List<WatchedLevel> named = new ArrayList<>(tools.press().of(instrument, listing, lastClose, splits, at));
        for (MemberLevel level : tools.members().on(listing.symbol())) {
            named.add(new WatchedLevel(
                    Levels.id(level),
                    WatchedLevel.Kind.MEMBER,
                    level.price() * unsavedScale,
                    listing.currency(),
                    "",
                    "",
                    null));
        }
        return named;
    }

    /** The press or a member may have named another level. */
    void rename(Instant at, double price) {
        LevelHistory now = history;
        if (now != null && lastBar != null) {
            List<WatchedLevel> levels = new ArrayList<>(tracks.values().stream()
                    .map(TrackState::level)
                    .filter(level -> Levels.isLine(level.kind()) || Levels.isSwings(level.kind()))
                    .toList());
            levels.addAll(named(at));
            replace(levels, now, now.bars().size() - 1, price);
            settle();
        }
    }

    /** Whether a member changed a level since they were read last. */
    boolean isOutdated(long version) {
        return members != version;
    }

    /** The last price, or close, that came in. */
    double latest() {
        return latest;
    }

    private void replace(List<WatchedLevel> levels, LevelHistory now, int i, double price) {
        Map<String, TrackState> next = new LinkedHashMap<>();
        for (WatchedLevel level : levels) {
            TrackState known = tracks.get(level.id());
            next.put(level.id(), known == null ? begun(now, i, level, price) : moved(known, level, price));
        }
        tracks.values().stream()
                .filter(TrackState::trying)
                .filter(track -> track.level().kind() != WatchedLevel.Kind.MEMBER)
                .forEach(track -> next.putIfAbsent(track.id(), track));
        stirred |= !next.equals(tracks);
        tracks.clear();
        tracks.putAll(next);
    }

    /** What a level would have told before is not told; who set one by hand wants to hear of the next break, whatever was. */
    private TrackState begun(LevelHistory now, int i, WatchedLevel level, double price) {
        Standing standing = level.kind() == WatchedLevel.Kind.MEMBER
                ? new Standing.Armed(price <= level.price(), true)
                : Past.of(tools.tracker(), now, i, level).standing();
        return new TrackState(level, standing, null, standing instanceof Standing.Trying);
    }

    /** A level that went over to the other side of the price was not broken by it; an average that did was. */
    private static TrackState moved(TrackState known, WatchedLevel level, double price) {
        TrackState there = known.lying(level);
        boolean crossed = known.level().price() != level.price()
                && known.standing() instanceof Standing.Armed armed
                && (armed.below() ? price > level.price() : price < level.price());
        return crossed && !Levels.isAverage(level.kind())
                ? there.at(Standing.Resting.at(price < level.price()))
                : there;
    }

    private void rescale(Rescaled split) {
        splits.add(split);
        tracks.replaceAll((id, track) -> track.scaled(split.factor()));
        lastClose *= split.factor();
        closes = closes.stream()
                .map(close -> new Close(close.day(), close.price() * split.factor()))
                .toList();
        atr = atr == null ? null : Double.valueOf(atr * split.factor());
        unsavedScale *= split.factor();
    }

    private void settle() {
        Band band = Band.ALL;
        double range = atr == null ? 0 : atr;
        for (TrackState track : tracks.values()) {
            Place place = new Place(track.level().kind(), track.level().price(), range);
            band = band.and(BreakoutTracker.quiet(track.standing(), place));
        }
        quiet = band;
    }
}
