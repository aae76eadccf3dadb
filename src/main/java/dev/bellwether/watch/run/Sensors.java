package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.Alerts;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.engine.Firing;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.engine.Rebased;
import dev.bellwether.watch.level.LevelWatch;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.Rules;
import dev.bellwether.watch.rule.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What feels a price: the engine, armed as the stored alerts say, and the levels. All of it is thrown away when it may differ from the
 * store, and made anew from there. Used by one thread at a time.
 */
final class Sensors {
    private static final int PAGE = 1_000;

    private final Supplier<Engine> engines;
    private final LevelWatch levels;
    private final Alerts alerts;
    private final Watchlists watchlists;
    private final Function<String, Optional<Listing>> listings;
    private final Map<Long, Armed> armed = new HashMap<>();
    private final Map<String, Wanted> wanted = new HashMap<>();
    private @Nullable Engine engine;
    private long version;

    /** What a rule is armed with. */
    private record Armed(Condition when, Rule.Basis basis, List<String> listings) {
        boolean compares() {
            return Rules.quantities(when).stream().anyMatch(one -> one.kind() == Quantity.Kind.PARITY);
        }
    }

    /** How many rules of a listing want what. */
    private static final class Wanted {
        private int ticks;
        private int closes;
        private int compared;

        void count(Armed rule, int by) {
            ticks += rule.basis() == Rule.Basis.TICKS ? by : 0;
            closes += rule.basis() == Rule.Basis.CLOSES ? by : 0;
            compared += rule.compares() ? by : 0;
        }
    }

    /** What an observation led to. */
    record Felt(List<Firing> firings, List<Fact.LevelMet> met, List<Rebased> rebased, boolean stirred) {
        boolean isNothing() {
            return firings.isEmpty() && met.isEmpty() && rebased.isEmpty();
        }
    }

    /** @param engines makes engines that know nothing */
    Sensors(
            Supplier<Engine> engines,
            LevelWatch levels,
            Alerts alerts,
            Watchlists watchlists,
            Function<String, Optional<Listing>> listings) {
        this.engines = engines;
        this.levels = levels;
        this.alerts = alerts;
        this.watchlists = watchlists;
        this.listings = listings;
    }

    /** Arms what is armed in the store and nothing else. True if the engine was made anew, and knows nothing of prices. */
    boolean follow() {
        if (engine == null) {
            load();
            return true;
        }
        long latest = alerts.version();
        while (version != latest) {
            List<Alerts.Changed> page = alerts.changedSince(version, PAGE);
            page.forEach(change -> refresh(change.id()));
            version = page.isEmpty() ? latest : page.getLast().version();
            latest = page.isEmpty() ? latest : Math.max(latest, version);
        }
        return false;
    }

    /** The version is read first: what changes while it loads is gone through again. */
    private void load() {
        long before = alerts.version();
        armed.clear();
        wanted.clear();
        engine = engines.get();
        List<Alert> page = alerts.armed(Long.MIN_VALUE, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::arm);
            page = alerts.armed(page.getLast().id(), PAGE);
        }
        version = before;
    }

    private void refresh(long id) {
        List<Alert> found = alerts.armed(id - 1, 1);
        if (!found.isEmpty() && found.getFirst().id() == id) {
            arm(found.getFirst());
        } else {
            disarm(id);
        }
    }

    /** An alert that only fired, was snoozed or acknowledged stays as it is. */
    private void arm(Alert alert) {
        Armed rule = new Armed(alert.rule().when(), alert.rule().basis(), listingsOf(alert));
        if (rule.equals(armed.get(alert.id()))) {
            return;
        }
        disarm(alert.id());
        armed.put(alert.id(), rule);
        for (String listing : rule.listings()) {
            engine().arm(alert.id(), listing, rule.when(), rule.basis());
            wanted.computeIfAbsent(listing, symbol -> new Wanted()).count(rule, 1);
        }
    }

    private void disarm(long id) {
        Armed rule = armed.remove(id);
        if (rule != null) {
            engine().disarm(id);
            rule.listings()
                    .forEach(listing -> wanted.computeIfPresent(listing, (symbol, counts) -> {
                        counts.count(rule, -1);
                        return counts.ticks + counts.closes == 0 ? null : counts;
                    }));
        }
    }

    private List<String> listingsOf(Alert alert) {
        List<String> symbols = switch (alert.rule().scope()) {
            case Scope.Symbols(List<String> named) -> named;
            case Scope.Watchlist() -> watchlists.list(alert.chat(), alert.member());
        };
        return symbols.stream()
                .flatMap(symbol -> listings.apply(symbol).stream())
                .map(Listing::symbol)
                .distinct()
                .toList();
    }

    /** The listings some rule is armed for. */
    Set<String> listings() {
        return Set.copyOf(wanted.keySet());
    }

    /** Whether some rule of a listing is checked on each price. */
    boolean wantsTicks(String listing) {
        Wanted counts = wanted.get(listing);
        return counts != null && counts.ticks > 0;
    }

    /** Whether some rule compares a listing with its other one. */
    boolean compares(String listing) {
        Wanted counts = wanted.get(listing);
        return counts != null && counts.compared > 0;
    }

    /** How many rules are armed. */
    int rules() {
        return armed.size();
    }

    /** For which listings a rule is armed. */
    List<String> listings(long alert) {
        Armed rule = armed.get(alert);
        return rule == null ? List.of() : rule.listings();
    }

    Optional<Engine.Progress> progress(long alert, String listing) {
        return engine == null ? Optional.empty() : engine.progress(alert, listing);
    }

    /** What an observation leads to; levels that are met are facts that rules hear of. */
    Felt feel(Observation observation, Duration late) {
        List<Firing> firings = new ArrayList<>(engine().observe(observation));
        boolean stirred = engine().stirred();
        List<Rebased> rebased = engine().rebased();
        List<Fact.LevelMet> met = levels.observe(observation).stream()
                .map(fact -> lately(fact, late))
                .toList();
        for (Fact.LevelMet fact : met) {
            // A level that a member set is that chat's own; nobody else's rule may tell of it.
            if (fact.level().kind() == WatchedLevel.Kind.MEMBER) {
                continue;
            }
            firings.addAll(engine().observe(new Observation.Learned(observation.listing(), observation.at(), fact)));
            stirred |= engine().stirred();
        }
        return new Felt(List.copyOf(firings), met, rebased, stirred || levels.stirred());
    }

    /** Tells only the engine. */
    void tellEngine(Observation observation) {
        engine().observe(observation);
    }

    /** What a price would make fire; the engine is as it was afterwards. */
    List<Firing> probe(Observation.Priced priced) {
        String before = memory(priced.listing());
        List<Firing> firings = engine().observe(priced);
        remember(priced.listing(), before);
        return firings;
    }

    /** What the engine has to know again after a restart. */
    String memory(String listing) {
        return engine().memory(listing);
    }

    void remember(String listing, String memory) {
        engine().remember(listing, memory);
    }

    /** Tells only the levels. */
    void tellLevels(Observation observation) {
        levels.observe(observation);
    }

    /** Keeps the levels' state, in the transaction that keeps the rest. */
    void save() {
        if (levels.stirred()) {
            levels.save();
        }
    }

    /** Throws away what the levels felt and was not kept. */
    void reloadLevels() {
        levels.reload();
    }

    /** Throws everything away. */
    void forget() {
        engine = null;
        armed.clear();
        wanted.clear();
        levels.reload();
    }

    private Engine engine() {
        if (engine == null) {
            throw new IllegalStateException("not followed yet");
        }
        return engine;
    }

    private static Fact.LevelMet lately(Fact.LevelMet fact, Duration late) {
        return late.isZero()
                ? fact
                : new Fact.LevelMet(
                        fact.key(),
                        fact.symbol(),
                        fact.listing(),
                        fact.at(),
                        fact.level(),
                        fact.stage(),
                        fact.upward(),
                        fact.price(),
                        fact.volume(),
                        fact.gap(),
                        late,
                        fact.first(),
                        fact.source(),
                        fact.trial(),
                        fact.also(),
                        fact.before());
    }
}
