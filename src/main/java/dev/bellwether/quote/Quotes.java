package dev.bellwether.quote;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.bellwether.fact.Listing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prices that the rest of the house asks for.
 *
 * <p>One load per listing however many ask at once; an answer is kept while it is fresh and, while its exchange is open,
 * renewed ahead in the background when it is asked for in the second half of that time. Bars outlive the price: they are only
 * asked for again when a session has ended since. A failure is remembered briefly. A question about the past (more than a minute before the
 * clock) gets closed bars only, and their last close as the price.
 *
 * <p>Safe for many threads. Work is done on virtual threads; a caller waits no longer than the budget, and what comes later is
 * there for the next one. Freshness follows the injected clock, waiting follows real time.
 */
public final class Quotes {
    private static final Logger LOG = LoggerFactory.getLogger(Quotes.class);
    private static final Duration PAST = Duration.ofMinutes(1);
    private static final Duration BARS_OUTLIVE = Duration.ofHours(6);
    private static final int PAST_ANSWERS = 100;

    /** An answer with its times; {@code bars} is when its bars were loaded. */
    private record Kept(PriceAnswer answer, Instant bars, Instant renewFrom, Instant until) {}

    private record Moment(Listing listing, Instant at) {}

    private final List<PriceSource> order;
    private final InstantSource clock;
    private final QuoteSettings settings;
    private final Freshness freshness;
    private final SourceWard ward;
    private final PriceLoader loader;
    private final Soundings soundings;
    private final AsyncLoadingCache<Listing, Kept> live;
    private final AsyncLoadingCache<Moment, Kept> past;

    /** @param order the sources, the one to ask first in front */
    public Quotes(List<PriceSource> order, BarStore store, InstantSource clock, QuoteSettings settings) {
        this.order = List.copyOf(order);
        this.clock = clock;
        this.settings = settings;
        this.freshness = new Freshness(settings);
        this.ward = new SourceWard(clock, settings.failure());
        this.loader = new PriceLoader(this.order, new Archive(store, clock), ward);
        this.soundings = new Soundings(this.order, ward, settings.budget());
        this.live = cache(settings.listings(), BARS_OUTLIVE, new CacheLoader<>() {
            @Override
            public Kept load(Listing listing) {
                return loaded(listing);
            }

            @Override
            public Kept reload(Listing listing, Kept old) {
                return renewed(listing, old);
            }
        });
        this.past = cache(PAST_ANSWERS, Duration.ZERO, this::loadedPast);
    }

    private <K> AsyncLoadingCache<K, Kept> cache(int size, Duration afterwards, CacheLoader<K, Kept> load) {
        Executor threads = task -> Thread.ofVirtual().name("quotes").start(task);
        return Caffeine.newBuilder()
                .maximumSize(size)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<K, Kept>writing((key, kept) -> left(kept, afterwards)))
                .executor(threads)
                .buildAsync(load);
    }

    private Duration left(Kept kept, Duration afterwards) {
        Duration left = Duration.between(clock.instant(), kept.until()).plus(afterwards);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The prices of one listing as they were known at a moment. */
    public PriceAnswer prices(Listing listing, Instant at) {
        return pricesOf(List.of(listing), at).getFirst();
    }

    /** The prices of several listings, in their order, loaded side by side; the budget is for all of them together. */
    public List<PriceAnswer> pricesOf(List<Listing> listings, Instant at) {
        boolean isPast = at.isBefore(clock.instant().minus(PAST));
        List<CompletableFuture<Kept>> loads = listings.stream()
                .map(listing -> isPast ? past.get(new Moment(listing, at)) : current(listing))
                .toList();
        await(loads);
        List<PriceAnswer> answers = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            CompletableFuture<Kept> load = loads.get(i);
            boolean done = load.isDone() && !load.isCompletedExceptionally();
            answers.add(done ? load.join().answer() : late(listings.get(i), isPast ? at : clock.instant()));
        }
        return answers;
    }

    /** Asks one particular source for what is new, whatever is kept. */
    public Soundings soundings() {
        return soundings;
    }

    /** What an earlier answer left in the archive, without asking anybody. */
    public PriceAnswer stored(Listing listing, Instant at) {
        return loader.stored(listing, at);
    }

    /** How each source has been doing, in the order of the sources. */
    public List<SourceHealth> health() {
        return ward.health(order);
    }

    /** Refreshing is done once per listing at a time: who comes second joins the first. */
    private CompletableFuture<Kept> current(Listing listing) {
        CompletableFuture<Kept> load = live.get(listing);
        if (!load.isDone() || load.isCompletedExceptionally()) {
            return load;
        }
        Instant now = clock.instant();
        Kept kept = load.join();
        if (now.isBefore(kept.renewFrom()) && now.isBefore(kept.until())) {
            return load;
        }
        CompletableFuture<Kept> renewal = live.synchronous().refresh(listing);
        return now.isBefore(kept.until()) ? load : renewal;
    }

    private void await(List<CompletableFuture<Kept>> loads) {
        try {
            CompletableFuture.allOf(loads.toArray(CompletableFuture[]::new))
                    .get(settings.budget().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.info("Not all of {} price loads were done in time", loads.size());
        } catch (ExecutionException e) {
            LOG.error("A price load failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PriceAnswer late(Listing listing, Instant at) {
        return loader.kept(listing, at, PriceLoader.tooSlow(listing, settings.budget()));
    }

    private Kept loaded(Listing listing) {
        PriceAnswer answer = loader.live(listing, clock.instant());
        return kept(answer, clock.instant());
    }

    /** A worse answer does not replace the old one before its time; nor is a better one tried for until then. */
    private Kept renewed(Listing listing, Kept old) {
        Instant now = clock.instant();
        boolean same =
                old.answer().failures().isEmpty() && !freshness.isHistoryDue(listing.exchange(), old.bars(), now);
        PriceAnswer answer = same ? loader.renewed(old.answer(), now) : loader.live(listing, now);
        boolean worse =
                !answer.isLive() || (answer.tick() == null && old.answer().tick() != null);
        return worse && now.isBefore(old.until())
                ? new Kept(old.answer(), old.bars(), Instant.MAX, old.until())
                : kept(answer, same ? old.bars() : clock.instant());
    }

    private Kept kept(PriceAnswer answer, Instant bars) {
        Instant now = clock.instant();
        boolean failed = !answer.isLive();
        return new Kept(
                answer,
                bars,
                freshness.renewFrom(answer.listing().exchange(), now, failed),
                freshness.until(answer.listing().exchange(), now, failed));
    }

    private Kept loadedPast(Moment moment) {
        PriceAnswer answer = loader.past(moment.listing(), moment.at());
        Instant now = clock.instant();
        Duration fresh = answer.isLive() ? settings.whileClosed() : settings.failure();
        return new Kept(answer, now, Instant.MAX, now.plus(fresh));
    }
}
