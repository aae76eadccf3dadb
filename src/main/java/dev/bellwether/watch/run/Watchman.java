package dev.bellwether.watch.run;

import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceAnswer;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.level.LevelWatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs all the time. Each {@link #tick} brings the engine in step with the stored alerts, asks for the prices and bars that are due, and
 * takes what is new, one observation after the other, each in one transaction with what follows from it ({@link Taker}).
 *
 * <p><b>Nothing is lost and nothing told twice.</b> The store says how far the watch has come with each listing. What engine and levels hold
 * in memory follows from that: when a transaction fails, or another process has watched meanwhile, it is thrown away and made anew
 * ({@link Primer}), and the observation is taken again. What was missed while nobody watched is gone through in order ({@link MissedBars}).
 *
 * <p>{@code tick} is called by one thread; questions about it may come from any.
 */
public final class Watchman {
    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final Duration INTEREST = Duration.ofSeconds(30);
    private static final int BEGUN_AT_ONCE = 20;
    private static final int MOST_TRIES = 10;

    /** After this time late facts are told although something is still to be gone through. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Supply supply;
    private final WatchMemory memory;
    private final InstantSource clock;
    private final Sensors sensors;
    private final Taker taker;
    private final Interest interest;
    private final PriceRound prices;
    private final Primer primer;
    private final PriceTaker priceTaker;
    private final MissedBars missedBars;
    private final PressRound press;
    private final LateTeller late;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable Instant interestAt;
    private @Nullable Instant lateSince;
    private volatile WatchState state = WatchState.NOTHING;

    /** A price that is not taken yet. */
    private record Pending(Watched watched, Tick tick, int tries) {}

    /**
     * Puts the watch together; nothing happens before the first tick.
     *
     * @param sources what it looks at
     * @param engines makes engines that know nothing
     * @param levels the levels of all listings
     * @param outlets where it tells
     * @param memory how far it has come
     * @param others who wants prices watched besides the alerts
     * @param log what came in from the press
     */
    public Watchman(
            Supply sources,
            Supplier<Engine> engines,
            LevelWatch levels,
            Watchlists watchlists,
            Outlets outlets,
            WatchMemory memory,
            Interests others,
            PressLog log,
            WatchSettings settings,
            InstantSource clock) {
        this.supply = sources;
        this.memory = memory;
        this.clock = clock;
        this.sensors = new Sensors(engines, levels, outlets.alerts(), watchlists, supply.listings());
        this.taker = new Taker(sensors, outlets, memory, clock);
        this.interest = new Interest(sensors, others, supply, settings);
        this.prices = new PriceRound(supply.quotes().soundings(), new CallBudget(settings.perMinute(), clock));
        this.primer = new Primer(sensors, taker, memory, supply);
        this.priceTaker = new PriceTaker(sensors, taker, prices, supply);
        this.missedBars = new MissedBars(taker, supply.knowledge()::earnings);
        this.press = new PressRound(log, taker, supply.knowledge()::earnings);
        this.late = new LateTeller(taker, outlets, memory);
    }

    /**
     * Does what is due now. What the store throws passes through, after everything in memory that may differ from it was thrown away; the
     * next tick goes on from there.
     */
    public void tick() {
        Instant now = clock.instant();
        try {
            locked(() -> {
                follow(now);
                resume(now);
                drain();
            });
            begin(now);
            bars(now);
            locked(() -> dawn(now));
            locked(() -> hear(now));
            listen(now);
            ask(now);
            locked(this::drain);
            compare(now);
            locked(() -> settle(now));
            state = WatchState.of(watched.values(), sensors.rules(), memory.doubtful(), now);
        } catch (RuntimeException e) {
            throwAway();
            throw e;
        }
    }

    /** Another process watches: forgets everything, to begin anew from the store when it is this one's turn again. */
    public void rest() {
        throwAway();
        watched.clear();
        pending.clear();
        interestAt = null;
        state = WatchState.NOTHING;
    }

    /** How it is going. */
    public WatchState state() {
        return state;
    }

    /** How far alerts are from firing. */
    public AlertProgress progress() {
        return alert -> {
            turn.lock();
            try {
                return new Progress(sensors, memory, watched).of(alert);
            } finally {
                turn.unlock();
            }
        };
    }

    private void locked(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    private void throwAway() {
        locked(() -> {
            try {
                sensors.forget();
            } finally {
                watched.values().forEach(Watched::forget);
            }
        });
    }

    /** The engine is new: it is told how things stand. */
    private void unprime() {
        watched.values().forEach(one -> one.primed = false);
    }

    private void follow(Instant now) {
        if (sensors.follow()) {
            unprime();
            interestAt = null;
        }
        if (interestAt == null || !now.isBefore(interestAt.plus(INTEREST)) || now.isBefore(interestAt)) {
            lookAround(now);
            interestAt = now;
        }
    }

    private void lookAround(Instant now) {
        Map<Listing, Duration> wanted = interest.wanted();
        wanted.forEach(
                (listing, pause) -> watched.computeIfAbsent(listing.symbol(), name -> watched(listing, pause, now))
                        .want(pause, sensors.compares(listing.symbol()), now));
        List<String> names = wanted.keySet().stream().map(Listing::symbol).toList();
        watched.keySet().retainAll(names);
        pending.removeIf(one -> !watched.containsKey(one.watched().name()));
        if (interestAt == null || memory.watched().size() > watched.size()) {
            memory.watched().stream()
                    .filter(name -> !watched.containsKey(name))
                    .forEach(name -> taker.inOne(() -> memory.drop(name)));
        }
    }

    private Watched watched(Listing listing, Duration pause, Instant now) {
        String symbol = supply.instruments()
                .apply(listing.symbol())
                .map(Instrument::symbol)
                .orElse(listing.symbol());
        return new Watched(listing, symbol, supply.calendars().of(listing.exchange()), pause, now);
    }

    private void resume(Instant now) {
        for (Watched one : watched.values()) {
            if (!one.primed && !primer.isNew(one)) {
                primer.resume(one, now);
            }
        }
    }

    /** A few at a time: a source that is asked for three years of bars of everything at once would refuse. */
    private void begin(Instant now) {
        List<Watched> fresh = watched.values().stream()
                .filter(one -> !one.primed && one.cursor == null && !now.isBefore(one.due))
                .limit(Math.min(BEGUN_AT_ONCE, prices.barsLeft() / 2))
                .toList();
        if (fresh.isEmpty() || !prices.mayAskForBars(2 * fresh.size())) {
            return;
        }
        List<PriceAnswer> answers = answers(fresh, now);
        locked(() -> {
            for (int i = 0; i < fresh.size(); i++) {
                primer.begin(fresh.get(i), answers.get(i), now);
                fresh.get(i).due = now.plus(fresh.get(i).every());
            }
        });
    }

    private List<PriceAnswer> answers(Collection<Watched> asked, Instant now) {
        return supply.quotes().pricesOf(asked.stream().map(Watched::listing).toList(), now);
    }

    private void bars(Instant now) {
        List<Watched> due = watched.values().stream()
                .filter(one -> one.primed && one.wantsBars(now))
                .limit(Math.min(BEGUN_AT_ONCE, prices.barsLeft()))
                .toList();
        if (due.isEmpty() || !prices.mayAskForBars(due.size())) {
            return;
        }
        List<PriceAnswer> answers = answers(due, now);
        locked(() -> {
            for (int i = 0; i < due.size(); i++) {
                History history = answers.get(i).history();
                if (history != null && !history.stored()) {
                    missedBars.go(due.get(i), history, now);
                }
                due.get(i).askedForBars(now);
            }
        });
    }

    private void dawn(Instant now) {
        for (Watched one : ready()) {
            LocalDate today = one.listing().exchange().dayAt(now);
            LocalDate before = Steps.cursor(one).dawned();
            if ((before == null || before.isBefore(today)) && !one.isBehind(now)) {
                Instant begun =
                        today.atStartOfDay(one.listing().exchange().zone()).toInstant();
                LocalDate report = supply.knowledge().earnings(one.symbol(), now);
                taker.take(Steps.dawned(one, today, report, begun, now));
            }
        }
    }

    private List<Watched> ready() {
        return watched.values().stream().filter(one -> one.primed).toList();
    }

    private void hear(Instant now) {
        boolean more = true;
        while (more) {
            more = press.hear(watched.values(), now);
        }
    }

    /** What a stream told lately need not be asked for. Prices from outside of the session are nobody's. */
    private void listen(Instant now) {
        List<Watched> close = ready().stream()
                .filter(one -> sensors.wantsTicks(one.name()) && one.tradesAt(now))
                .toList();
        supply.stream().follow(close.stream().map(Watched::listing).toList());
        supply.stream().tick(now);
        for (Tick tick : supply.stream().drain()) {
            Watched one = watched.get(tick.listing());
            Instant asOf = tick.provenance().asOf();
            if (one != null
                    && one.primed
                    && !one.isBehind(now)
                    && !asOf.isAfter(now)
                    && one.calendar().openAt(asOf)) {
                pending.add(new Pending(one, tick, 0));
                one.due = now.plus(one.every());
            }
        }
    }

    private void ask(Instant now) {
        List<Watched> due = ready().stream()
                .filter(one -> one.tradesAt(now) && !now.isBefore(one.due) && !one.isBehind(now))
                .toList();
        Map<Watched, @Nullable Tick> answers = prices.ask(due, now);
        answers.forEach((one, tick) -> {
            if (tick != null) {
                pending.add(new Pending(one, tick, 0));
            }
        });
    }

    /** A price stays at the head until it is taken; one that can't be, however often it is tried, must not stop the others for ever. */
    private void drain() {
        while (!pending.isEmpty()) {
            Pending first = pending.removeFirst();
            if (!first.watched().primed) {
                resume(first, clock.instant());
                continue;
            }
            try {
                priceTaker.take(first.watched(), first.tick(), clock.instant());
            } catch (RuntimeException e) {
                again(first, e);
                throw e;
            }
        }
    }

    private void resume(Pending one, Instant now) {
        if (!primer.isNew(one.watched()) && primer.resume(one.watched(), now)) {
            pending.addFirst(one);
        }
    }

    private void again(Pending one, RuntimeException e) {
        if (one.tries() < MOST_TRIES) {
            pending.addFirst(new Pending(one.watched(), one.tick(), one.tries() + 1));
        } else {
            LOG.error("The price {} can't be taken and is left out", one.tick(), e);
        }
    }

    private void compare(Instant now) {
        for (Watched one : ready()) {
            Cursor cursor = Steps.cursor(one);
            boolean looked = cursor.looked().equals(now) && one.doubt == null;
            if (one.compared() && (looked || cursor.parity() == null)) {
                supply.knowledge()
                        .parity(one.listing(), now)
                        .ifPresent(percent -> locked(() -> taker.take(Steps.compared(one, percent, now))));
            }
        }
    }

    private void settle(Instant now) {
        taker.flush(List.copyOf(watched.values()), now);
        if (memory.delayed().isEmpty()) {
            lateSince = null;
            return;
        }
        Instant since = lateSince == null ? now : lateSince;
        boolean behind = watched.values().stream().anyMatch(one -> !one.primed || one.isBehind(now));
        boolean tell = !behind || !now.isBefore(since.plus(PATIENCE));
        if (tell) {
            late.tell(now);
        }
        lateSince = tell ? null : since;
    }
}
