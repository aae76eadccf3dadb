package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one particular source for what is new. Nothing is kept and nothing kept is given: this is for who watches prices, decides by
 * itself when and whom to ask, and compares sources. A source that wants to be left alone is.
 *
 * <p>Safe for many threads. Work is done on virtual threads; a caller waits no longer than the budget, in real time.
 */
public final class Soundings {
    private static final Logger LOG = LoggerFactory.getLogger(Soundings.class);
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("soundings").start(task);

    private final List<PriceSource> order;
    private final SourceWard ward;
    private final Duration budget;

    Soundings(List<PriceSource> order, SourceWard ward, Duration budget) {
        this.order = order;
        this.ward = ward;
        this.budget = budget;
    }

    /** The names of the sources, the one to ask first in front. */
    public List<String> sources() {
        return order.stream().map(PriceSource::name).toList();
    }

    /** How many listings one question to a source may name. */
    public int batch(String source) {
        return Math.max(1, source(source).batch());
    }

    /**
     * The latest prices that a source knows, asked side by side.
     *
     * @return an answer for each listing, in their order
     * @throws IllegalArgumentException if there is no such source
     */
    public List<Priced<Tick>> latest(String source, List<Listing> listings, Instant now) {
        PriceSource asked = source(source);
        List<List<Listing>> batches = batches(listings, Math.max(1, asked.batch()));
        List<CompletableFuture<List<Priced<Tick>>>> loads = batches.stream()
                .map(batch -> started(() -> batch(asked, batch, now)))
                .toList();
        await(loads);
        List<Priced<Tick>> answers = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            CompletableFuture<List<Priced<Tick>>> load = loads.get(i);
            boolean done = load.isDone() && !load.isCompletedExceptionally();
            answers.addAll(done ? load.join() : late(batches.get(i)));
        }
        return answers;
    }

    /** The prices within days that the first source in order that has them gives; see {@link PriceSource#between}. */
    public Priced<List<Tick>> between(Listing listing, Instant after, Instant until) {
        Priced<List<Tick>> answer = new Priced.Unavailable<>(
                "prices", Priced.Cause.NOT_OFFERED, Line.say("source.within.none", "prices", listing.symbol()), null);
        for (PriceSource source : order) {
            answer = ward.ask(source, listing, () -> source.between(listing, after, until));
            if (answer instanceof Priced.Found<List<Tick>>) {
                return answer;
            }
        }
        return answer;
    }

    private PriceSource source(String name) {
        return order.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such source: " + name));
    }

    private static List<List<Listing>> batches(List<Listing> listings, int size) {
        List<List<Listing>> batches = new ArrayList<>();
        for (int from = 0; from < listings.size(); from += size) {
            batches.add(listings.subList(from, Math.min(listings.size(), from + size)));
        }
        return batches;
    }

    private static <T> CompletableFuture<T> started(Callable<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        throw new CompletionException(e);
                    }
                },
                THREADS);
    }

    /** The ward hears of a batch as of one question: well if any of it was answered. */
    private List<Priced<Tick>> batch(PriceSource source, List<Listing> batch, Instant now) {
        Priced<List<Priced<Tick>>> answer =
                ward.ask(source, batch.getFirst(), () -> together(source.latestOf(batch, now)));
        return switch (answer) {
            case Priced.Found<List<Priced<Tick>>>(List<Priced<Tick>> answers) -> answers;
            case Priced.Unavailable<List<Priced<Tick>>> none -> Collections.nCopies(batch.size(), none.to());
        };
    }

    private static Priced<List<Priced<Tick>>> together(List<Priced<Tick>> answers) {
        boolean nothing = answers.stream().allMatch(Priced.Unavailable.class::isInstance);
        return nothing && answers.getFirst() instanceof Priced.Unavailable<Tick> none
                ? none.to()
                : new Priced.Found<>(answers);
    }

    private void await(List<? extends CompletableFuture<?>> loads) {
        try {
            CompletableFuture.allOf(loads.toArray(CompletableFuture[]::new))
                    .get(budget.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.info("Not all of {} questions were answered in time", loads.size());
        } catch (ExecutionException e) {
            LOG.error("A question for prices failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Priced<Tick>> late(List<Listing> batch) {
        return batch.stream()
                .<Priced<Tick>>map(
                        listing -> PriceLoader.tooSlow(listing, budget).to())
                .toList();
    }
}
