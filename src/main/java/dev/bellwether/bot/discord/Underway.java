package dev.bellwether.bot.discord;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The answers that are being made: watched over so that none is announced too late, and waited for at the end. */
final class Underway {
    /** Discord forgets an interaction after three seconds without a word; the way there and back takes some of them. */
    private static final Duration DEADLINE = Duration.ofMillis(1_500);

    private final ScheduledExecutorService timer;
    private final Calls calls;
    private final Patience patience;
    private final DiscordRenderer renderer;
    private final LastResort lastResort;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /** @param timer its thread only starts others */
    Underway(
            ScheduledExecutorService timer,
            Calls calls,
            Patience patience,
            DiscordRenderer renderer,
            LastResort lastResort) {
        this.timer = timer;
        this.calls = calls;
        this.patience = patience;
        this.renderer = renderer;
        this.lastResort = lastResort;
    }

    /** The reply to an interaction that came this moment; announces itself in time, even if the way to the answer hangs. */
    InteractionReply reply(InteractionReply.Request request) {
        InteractionReply reply = new InteractionReply(request, calls, patience, renderer, lastResort);
        try {
            ScheduledFuture<?> alarm = timer.schedule(
                    () -> Thread.ofVirtual().start(reply::acknowledge), DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            reply.onAnswered(() -> alarm.cancel(false));
        } catch (RejectedExecutionException e) {
            reply.acknowledge(); // closing: nothing will watch over it
        }
        return reply;
    }

    /** A thread that makes an answer. */
    void add(Thread answering) {
        threads.removeIf(thread -> !thread.isAlive());
        threads.add(answering);
    }

    /** Waits until all are out, or for so long. */
    void finish(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (Thread thread : threads) {
            long left = end - System.nanoTime();
            if (left > 0) {
                thread.join(Duration.ofNanos(left));
            }
        }
    }
}
