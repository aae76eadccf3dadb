package dev.bellwether.app;

import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.app.config.Config;
import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Markets;
import dev.bellwether.market.OtherListing;
import dev.bellwether.market.Snapshot;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.Rates;
import dev.bellwether.quote.TickStream;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import dev.bellwether.talk.Post;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.alert.Backtests;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.level.BreakoutNotices;
import dev.bellwether.watch.level.Breakouts;
import dev.bellwether.watch.rule.Listings;
import dev.bellwether.watch.run.Outlets;
import dev.bellwether.watch.run.Supply;
import dev.bellwether.watch.run.Watchman;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs all the time, put together: the watch over prices, on a thread of its own, in one process of all that share a database. A tick that
 * fails is tried again after a growing pause.
 */
final class WatchWing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchWing.class);
    private static final int TICK_SECONDS = 5;
    private static final int STOP_SECONDS = 15;
    private static final Duration CHORES = Duration.ofMinutes(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Tools tools;
    private final Watchman watchman;
    private final WatchTurn turn;
    private final WatchStatus status = new WatchStatus();
    private volatile @Nullable ScheduledExecutorService thread;
    private volatile @Nullable Post post;
    private Instant nextChores = Instant.MIN;
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable Instant pausedUntil;

    /**
     * What it needs of the house.
     *
     * @param listings the listing that a symbol means
     * @param clock of the house
     * @param machine the machine's clock
     */
    record Tools(
            Config config,
            Store store,
            Quotes quotes,
            TickStream stream,
            Markets markets,
            Rates rates,
            TradingCalendars calendars,
            Listings listings,
            AlertDesk desk,
            InstantSource clock,
            InstantSource machine) {}

    WatchWing(Tools tools) {
        this.tools = tools;
        this.turn = new WatchTurn(tools.store().leases(), tools.machine());
        Store store = tools.store();
        BreakoutNotices breakouts = new BreakoutNotices(
                tools.config().instruments()::find,
                store.memberLevels(),
                tools.config().breakouts().rules());
        Outlets outlets = new Outlets(
                store.transactions(),
                store.alerts(),
                tools.desk(),
                breakouts::of,
                store.seenFacts(),
                notice -> post().post(notice),
                turn::check);
        this.watchman = new Watchman(
                supply(),
                this::engine,
                new Breakouts(
                        tools.config().instruments()::find,
                        store.facts(),
                        store.memberLevels(),
                        store.levelStates(),
                        tools.config().breakouts().rules(),
                        tools.clock()),
                store.watchlists(),
                outlets,
                store.watch(),
                store.interests(),
                store.watchedPress(),
                tools.config().prices().watch(),
                tools.clock());
    }

    private Supply supply() {
        Function<String, Optional<Listing>> listings = tools.listings()::find;
        return new Supply(
                tools.quotes(),
                tools.stream(),
                tools.calendars(),
                listings,
                tools.config().instruments()::find,
                tools.config().instruments().all(),
                new Known(tools));
    }

    private Engine engine() {
        Function<String, Exchange> exchanges = symbol -> tools.listings()
                .find(symbol)
                .map(Listing::exchange)
                .or(() -> Exchange.ofSymbol(symbol))
                .orElse(Exchange.NYSE);
        return Engine.over(exchanges, this::rate);
    }

    private OptionalDouble rate(String symbol, String currency) {
        String own = tools.listings().find(symbol).map(Listing::currency).orElse("");
        if (own.equals(currency)) {
            return OptionalDouble.of(1);
        }
        return tools.rates().rate(currency, own, tools.clock().instant()).stream()
                .mapToDouble(Rates.Rate::value)
                .findFirst();
    }

    /** What is known beside prices. */
    private record Known(Tools tools) implements Supply.Knowledge {
        @Override
        public boolean news(String symbol, Instant after) {
            return tools.store().articles().newest(symbol, tools.clock().instant(), 1).stream()
                    .anyMatch(article -> article.when().isAfter(after));
        }

        @Override
        public @Nullable LocalDate earnings(String symbol, Instant at) {
            EarningsDays days = new EarningsDays(tools.store().facts());
            return tools.config()
                    .instruments()
                    .find(symbol)
                    .flatMap(instrument -> days.ahead(instrument, at).stream().findFirst())
                    .map(EarningsDays.Expected::day)
                    .orElse(null);
        }

        @Override
        public OptionalDouble parity(Listing listing, Instant at) {
            Instrument instrument =
                    tools.config().instruments().find(listing.symbol()).orElse(null);
            Listing other = instrument == null
                    ? null
                    : instrument.listings().stream()
                            .filter(each -> !each.equals(listing))
                            .findFirst()
                            .orElse(null);
            if (instrument == null || other == null) {
                return OptionalDouble.empty();
            }
            List<Snapshot> both = tools.markets().look(List.of(listing, other), at);
            return tools.markets().others(instrument, both, both.getFirst(), at).stream()
                    .map(OtherListing::parity)
                    .flatMapToDouble(parity -> parity.premium().number().stream())
                    .findFirst();
        }
    }

    private Post post() {
        Post opened = post;
        if (opened == null) {
            throw new IllegalStateException("the watch tells before it is opened");
        }
        return opened;
    }

    /** From now on what fires is told. To be called before the first tick. */
    void open(Post delivery) {
        post = delivery;
    }

    /** Begins to watch, on a thread of its own. To be called once, when it is open. */
    void start(Metrics metrics) {
        metrics.gauge(
                "watched.listings",
                "Listings whose prices are watched",
                () -> watchman.state().listings());
        metrics.gauge(
                "watched.alerts",
                "Alerts that are armed here",
                () -> watchman.state().alerts());
        metrics.gauge(
                "watched.doubtful",
                "Listings whose prices are looked at a second time",
                () -> watchman.state().doubtful().size());
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("watch").daemon().factory());
        var _ = begun.scheduleWithFixedDelay(this::tick, 0, TICK_SECONDS, TimeUnit.SECONDS);
        thread = begun;
    }

    /** Does what is due, if it is this process' turn. Never throws: what fails is tried again. */
    void tick() {
        Instant now = tools.machine().instant();
        if (pausedUntil != null && now.isBefore(pausedUntil)) {
            return;
        }
        try {
            if (turn.take()) {
                watchman.tick();
                chores();
                status.well(watchman.state());
            } else {
                watchman.rest();
                status.elsewhere();
            }
            failures.set(0);
            pausedUntil = null;
        } catch (WatchTurn.Lost e) {
            watchman.rest();
            status.elsewhere();
        } catch (RuntimeException e) {
            failed(e, now);
        }
    }

    /** Now and then: reminds of what nobody has acknowledged, and ends what is over. */
    private void chores() {
        Instant now = tools.clock().instant();
        boolean early =
                now.isBefore(nextChores) && nextChores.isBefore(now.plus(CHORES).plusNanos(1));
        if (early) {
            return;
        }
        nextChores = now.plus(CHORES);
        tools.desk().reminders(now).forEach(post()::post);
        tools.desk().endOverdue(now);
    }

    private void failed(RuntimeException e, Instant now) {
        int count = failures.incrementAndGet();
        Duration pause = Duration.ofSeconds(TICK_SECONDS).multipliedBy(1L << Math.min(count, 6));
        pausedUntil = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        status.failed(tools.clock().instant(), String.valueOf(e.getMessage()));
        if (count == 1) {
            LOG.error("The watch failed and tries again", e);
        }
    }

    /** When alerts would have fired. */
    Backtests lookBack() {
        return new LookBack(
                tools.quotes(),
                tools.listings()::find,
                tools.config().instruments()::find,
                tools.calendars(),
                tools.store().facts(),
                tools.config().breakouts().rules(),
                this::rate);
    }

    /** How far alerts are from firing. */
    AlertProgress progress() {
        return watchman.progress();
    }

    /** How the watch is doing; nothing if it does not run here. */
    List<StatusPart> status() {
        return thread == null ? List.of() : List.of(status.part());
    }

    @Override
    public void close() {
        tools.stream().close();
        ScheduledExecutorService running = thread;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
            turn.giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            LOG.warn("Could not give back the turn to watch; it ends by itself", e);
        }
    }
}
