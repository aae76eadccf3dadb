package dev.bellwether.news;

import dev.bellwether.fact.Article;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the feeds that are due, keeps their articles, and tells which are new.
 *
 * <p>Each feed stands for itself: what goes wrong with one is kept in its {@link FeedState} and delays only that one. State and
 * articles of a poll are saved together in one call of the store, after everything else is done; so a poll that is interrupted
 * or crashes leaves nothing half done, and is simply due again. A feed's first good poll stores everything and announces
 * nothing.
 *
 * <p>The states are read from the store once and then held here, as long as the feed is polled: one process polls. Feeds are polled on virtual threads, a
 * few at a time, and none twice at once. For any thread.
 */
public final class FeedPoller {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration NO_LIMIT = Duration.ofDays(1);
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int AT_ONCE = 16;
    private static final int RECENT = 2_000;

    private final List<Feed> feeds;
    private final Supplier<List<Feed>> more;
    private final ArticleStore store;
    private final InstantSource clock;
    private final FeedPoll poll;
    private final ChangingIds ids = new ChangingIds();
    private final Map<URI, FeedState> states = new ConcurrentHashMap<>();
    private final Set<URI> running = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private boolean loaded;

    /** @param random spreads the next tries of feeds that failed together */
    public FeedPoller(
            List<Feed> feeds,
            FeedSource source,
            ArticleStore store,
            CompanyFinder finder,
            InstantSource clock,
            RandomGenerator random) {
        this(feeds, List::of, source, store, finder, clock, random);
    }

    /**
     * The same with feeds that come and go.
     *
     * @param feeds those of the settings
     * @param more others, asked for at every poll; none with the address of one of the settings
     */
    public FeedPoller(
            List<Feed> feeds,
            Supplier<List<Feed>> more,
            FeedSource source,
            ArticleStore store,
            CompanyFinder finder,
            InstantSource clock,
            RandomGenerator random) {
        this.feeds = List.copyOf(feeds);
        this.more = more;
        this.store = store;
        this.clock = clock;
        this.poll = new FeedPoll(source, new FeedParser(), new ArticleWriter(finder), new Pace(random), clock);
    }

    /** Polls what is due and waits until all of it is done. */
    public List<PollOutcome> tick() {
        return pollDue(NO_LIMIT);
    }

    /**
     * Polls what is due, but returns after the budget at the latest, give or take a save that is under way. What did not
     * answer by then is interrupted and stays due.
     *
     * @return what came of those that were done, in the order of the configuration
     */
    public List<PollOutcome> pollDue(Duration budget) {
        load();
        long deadline = System.nanoTime() + budget.toNanos();
        Instant now = clock.instant();
        List<PollRun> runs = new ArrayList<>();
        List<Feed> all = all();
        states.keySet().retainAll(all.stream().map(Feed::address).collect(Collectors.toSet()));
        for (Feed feed : all) {
            if (!state(feed).due().isAfter(now) && running.add(feed.address())) {
                runs.add(PollRun.start(feed, run -> pollOne(feed, run), () -> running.remove(feed.address())));
            }
        }
        return runs.stream().flatMap(run -> run.outcome(deadline).stream()).toList();
    }

    /** What the settings name comes first: where time is short, it is polled first. */
    private List<Feed> all() {
        List<Feed> all = new ArrayList<>(feeds);
        try {
            all.addAll(more.get());
        } catch (RuntimeException e) {
            LOG.error("the feeds of chats could not be looked up; they are polled the next time", e);
        }
        return all;
    }

    /** How every configured feed does, in the order of the configuration. */
    public List<FeedHealth> health() {
        load();
        return feeds.stream().map(feed -> new FeedHealth(feed, state(feed))).toList();
    }

    private FeedState state(Feed feed) {
        FeedState state = states.get(feed.address());
        return state == null ? store.state(feed.address()).orElseGet(() -> FeedState.fresh(feed.address())) : state;
    }

    private synchronized void load() {
        if (!loaded) {
            store.states().forEach(state -> states.put(state.feed(), state));
            ids.settled(store.newest(null, clock.instant().plus(A_YEAR), RECENT).reversed());
            loaded = true;
        }
    }

    private PollOutcome pollOne(Feed feed, PollRun run) throws InterruptedException {
        FeedState before = state(feed);
        FeedPoll.Look look;
        places.acquire();
        try {
            look = poll.look(feed, before);
        } finally {
            places.release();
        }
        run.beginSaving();
        try {
            return saved(feed, before, look);
        } catch (RuntimeException e) {
            LOG.error("articles of feed {} could not be saved", SafeAddress.of(feed.address()), e);
            Line problem = Line.say("feed.unsaved");
            states.put(feed.address(), poll.failed(feed, before, problem, null));
            return new PollOutcome(feed, List.of(), false, problem);
        }
    }

    private PollOutcome saved(Feed feed, FeedState before, FeedPoll.Look look) {
        List<Article> articles = ids.settled(look.articles());
        List<Article> fresh = store.save(look.state(), articles);
        states.put(feed.address(), look.state());
        boolean first = before.succeeded() == null && look.state().succeeded() != null;
        return new PollOutcome(
                feed, first ? List.of() : fresh, first, look.state().problem());
    }
}
