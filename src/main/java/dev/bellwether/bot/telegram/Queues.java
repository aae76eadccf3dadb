package dev.bellwether.bot.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in order where it has to be, side by side everywhere else: one virtual thread for each name that has work. */
final class Queues {
    private static final Logger LOG = LoggerFactory.getLogger(Queues.class);
    private final Map<String, Deque<Runnable>> waiting = new HashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("telegram-", 0).factory());
    private boolean closing;

    /** Does this after all earlier work of the same name. */
    synchronized void add(String name, Runnable work) {
        if (closing) {
            return;
        }
        Deque<Runnable> queue = waiting.get(name);
        if (queue != null) {
            queue.add(work);
            return;
        }
        waiting.put(name, new ArrayDeque<>());
        threads.execute(() -> run(name, work));
    }

    private void run(String name, Runnable first) {
        for (Runnable work = first; work != null; work = next(name)) {
            work.run();
        }
    }

    private synchronized @Nullable Runnable next(String name) {
        Deque<Runnable> queue = waiting.get(name);
        Runnable next = closing || queue == null ? null : queue.poll();
        if (next == null) {
            waiting.remove(name);
        }
        return next;
    }

    /** Begins nothing more, waits for what is under way, and interrupts what takes longer. */
    void close(Duration patience) {
        synchronized (this) {
            closing = true;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                boolean ended = threads.awaitTermination(1, TimeUnit.SECONDS);
                if (!ended) {
                    LOG.warn("An answer is still under way");
                }
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
