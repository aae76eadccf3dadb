package dev.bellwether.app;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.PressClaims;
import dev.bellwether.app.config.Config;
import dev.bellwether.command.DigestCommand;
import dev.bellwether.command.FollowedSymbols;
import dev.bellwether.command.StatusPart;
import dev.bellwether.command.Symbols;
import dev.bellwether.digest.DigestDesk;
import dev.bellwether.digest.DigestSources;
import dev.bellwether.digest.Digester;
import dev.bellwether.digest.Digests;
import dev.bellwether.digest.Due;
import dev.bellwether.digest.DueTasks;
import dev.bellwether.digest.OnTime;
import dev.bellwether.digest.SpecParser;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.market.Markets;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Post;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.alert.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The digests of a house: made here, told on a thread of their own once {@link #start} was called. */
final class DigestWing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DigestWing.class);
    private static final int TICK_SECONDS = 2;
    private static final int STOP_SECONDS = 10;

    /** How often it is looked whether chats have chosen another zone. */
    private static final Duration ZONES = Duration.ofSeconds(30);

    /** Being told takes a moment; what is due for longer is in trouble. */
    private static final Duration OVERDUE = Duration.ofMinutes(5);

    private final Store store;
    private final InstantSource clock;
    private final Digester digester;
    private final Due due;
    private final DueTasks tasks;
    private final DigestDesk desk;
    private final SpecParser parser;
    private @Nullable ScheduledExecutorService ticks;
    private @Nullable Instant zonesLooked;
    private boolean counted;

    /**
     * What digests tell of that is seen elsewhere in the house.
     *
     * @param alerts the alert with an id
     */
    record Watching(TradingCalendars calendars, SeenFacts seen, LongFunction<Optional<Alert>> alerts) {}

    /**
     * Puts the wing together.
     *
     * @param post takes the digests
     * @param clock by which they are due
     */
    static DigestWing of(
            Config config,
            Store store,
            Watching watching,
            Markets markets,
            Symbols symbols,
            NewsDesk news,
            FactLog facts,
            Post post,
            InstantSource clock) {
        BookedStories stories = new BookedStories(news);
        DigestSources sources = new DigestSources(
                new FollowedSymbols(symbols, config.instruments(), config.favourites()),
                store.watchlists(),
                markets,
                watching.seen(),
                watching.alerts(),
                new Ledger(facts, store.marks(), Firms.known()),
                stories,
                new EarningsDays(facts),
                new Explainer(markets, config.instruments(), stories.tellings(), facts),
                new PressClaims(facts, markets),
                watching.calendars(),
                store.chatFeeds()::forDigest,
                news::troubles);
        return new DigestWing(store, sources, config.digests(), post, clock);
    }

    /**
     * @param post takes the digests
     * @param clock by which they are due
     */
    DigestWing(Store store, DigestSources sources, Config.Digests settings, Post post, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.digester = new Digester(sources);
        this.due = new Due(sources.calendars());
        OnTime onTime = new OnTime(
                store.digests(), digester, due, store.chats(), post, store.transactions(), clock, settings.late());
        this.tasks = store.dueTasks(onTime::run, clock);
        this.desk = new DigestDesk(store.digests(), tasks, onTime, due, store.transactions(), settings.perChat());
        this.parser = SpecParser.of(sources.following());
    }

    /** The command that switches digests. */
    DigestCommand command(Symbols symbols, Markets markets, Chats chats) {
        return new DigestCommand(desk, parser, symbols, markets, chats);
    }

    /** Makes digests of any past, as replays want them. */
    Digester digester() {
        return digester;
    }

    /** When digests are due. */
    Due due() {
        return due;
    }

    /** Begins to tell what is due, every few seconds. To be called once. */
    void start() {
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("digests").daemon().factory());
        var _ = begun.scheduleWithFixedDelay(this::tickOrLog, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        ticks = begun;
    }

    /** What fails is logged and tried again: an executor drops a task that throws. */
    private void tickOrLog() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.error("A tick of the digests failed; it goes on with the next one", e);
        }
    }

    /** Tells what is due. */
    synchronized void tick() {
        Instant now = clock.instant();
        if (!counted) {
            desk.countAnew(now);
            counted = true;
        }
        if (zonesLooked == null || !now.isBefore(zonesLooked.plus(ZONES)) || now.isBefore(zonesLooked)) {
            zonesLooked = now;
            desk.followZones(now);
        }
        tasks.tick();
    }

    /** When the next one is due; empty if none is. */
    Optional<Instant> next() {
        return Optional.ofNullable(store.digests().total().next());
    }

    /** How many digests there are, and when the next is due. */
    List<StatusPart> parts() {
        try {
            return List.of(part(store.digests().total()));
        } catch (StoreException e) {
            LOG.debug("Digests can't be counted", e);
            return List.of(); // the store's own part says so
        }
    }

    private StatusPart part(Digests.Total total) {
        Line name = Line.say("digest.status");
        Instant next = total.next();
        if (total.count() == 0 || next == null) {
            return StatusPart.ok(name, Line.say("digest.status.never"));
        }
        Line count = Line.count("digest.status.count", total.count());
        Value moment = new Value.Moment(next);
        return next.plus(OVERDUE).isBefore(clock.instant())
                ? StatusPart.trouble(name, Line.say("digest.status.late", count, moment))
                : StatusPart.ok(name, Line.say("digest.status.next", count, moment));
    }

    @Override
    public void close() {
        ScheduledExecutorService running = ticks;
        if (running != null) {
            running.shutdown();
            await(running);
        }
        tasks.close();
    }

    /** A digest that is being made is let finish. */
    private static void await(ScheduledExecutorService running) {
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
