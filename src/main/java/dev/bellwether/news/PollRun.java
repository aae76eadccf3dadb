package dev.bellwether.news;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll on its own virtual thread, which can be given up as long as it has not begun to save.
 *
 * <p>The two sides meet in {@code phase}: the poll goes from looking to saving, or the waiting side goes from looking to given
 * up; whoever comes first wins. So a save is never interrupted and never begins after the poll was given up.
 */
final class PollRun {
    private static final Logger LOG = LoggerFactory.getLogger(PollRun.class);

    private enum Phase {
        LOOKING,
        SAVING,
        GIVEN_UP
    }

    /** The work: must call {@link #beginSaving} before it changes anything. */
    interface Work {
        PollOutcome run(PollRun run) throws InterruptedException;
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.LOOKING);
    private final CompletableFuture<PollOutcome> done = new CompletableFuture<>();
    private final Thread thread;

    private PollRun(Feed feed, Work work, Runnable after) {
        thread = Thread.ofVirtual().name("feed " + feed.address().getHost()).unstarted(() -> {
            try {
                PollOutcome outcome = work.run(this);
                after.run();
                done.complete(outcome);
            } catch (InterruptedException | CancellationException e) {
                after.run();
                done.cancel(false);
            } catch (Throwable e) {
                LOG.error("a poll ended by a mistake of the program", e);
                after.run();
                done.completeExceptionally(e);
            }
        });
    }

    /** @param after called when the work has ended, however it did, and before its outcome is seen */
    static PollRun start(Feed feed, Work work, Runnable after) {
        PollRun run = new PollRun(feed, work, after);
        run.thread.start();
        return run;
    }

    /** To be called by the work before it changes anything. */
    void beginSaving() {
        if (!phase.compareAndSet(Phase.LOOKING, Phase.SAVING)) {
            throw new CancellationException("given up");
        }
    }

    /** What came of it; empty if it was given up. */
    Optional<PollOutcome> outcome(long deadline) {
        try {
            long left = Math.max(0, deadline - System.nanoTime());
            return Optional.of(done.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return giveUp();
        } catch (InterruptedException e) {
            Optional<PollOutcome> outcome = giveUp();
            Thread.currentThread().interrupt();
            return outcome;
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        }
    }

    private Optional<PollOutcome> giveUp() {
        if (phase.compareAndSet(Phase.LOOKING, Phase.GIVEN_UP)) {
            thread.interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(done.join());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
