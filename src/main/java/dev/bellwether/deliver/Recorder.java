package dev.bellwether.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps changes, those of many threads in one transaction: while one batch is on its way to the disk the next gathers. It writes on a
 * thread of its own, since a virtual thread that waits for a disk keeps others from going on, and then calls leave late. Safe for threads.
 */
final class Recorder implements AutoCloseable {
    private static final int MOST_AT_ONCE = 500;

    private record Request(List<Change> changes, CompletableFuture<List<Boolean>> kept) {}

    private final Records records;
    private final ConcurrentLinkedQueue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("deliver-record").daemon().factory());

    Recorder(Records records) {
        this.records = records;
    }

    /** Keeps changes, all or none; they are on disk when this returns. Throws what the store throws. */
    List<Boolean> write(List<Change> changes) {
        Request request = new Request(changes, new CompletableFuture<>());
        waiting.add(request);
        call();
        try {
            return request.kept().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void call() {
        if (called.getAndSet(true)) {
            return;
        }
        try {
            writer.execute(this::writeAll);
        } catch (RejectedExecutionException e) {
            writeAll(); // closed: whoever still has something to keep does it itself
        }
    }

    private void writeAll() {
        called.set(false);
        while (!waiting.isEmpty()) {
            writeTogether();
        }
    }

    /** Ends the thread after what is under way. */
    @Override
    public void close() {
        writer.shutdown();
    }

    private synchronized void writeTogether() {
        List<Request> batch = new ArrayList<>();
        int size = 0;
        for (Request next = waiting.poll(); next != null; next = size < MOST_AT_ONCE ? waiting.poll() : null) {
            batch.add(next);
            size += next.changes().size();
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Change> all =
                    batch.stream().flatMap(each -> each.changes().stream()).toList();
            List<Boolean> kept = records.write(all);
            int from = 0;
            for (Request each : batch) {
                each.kept()
                        .complete(List.copyOf(
                                kept.subList(from, from + each.changes().size())));
                from += each.changes().size();
            }
        } catch (RuntimeException | Error e) {
            failed(batch, e);
        }
    }

    /** One that can't be kept must not take the others with it. */
    private void failed(List<Request> batch, Throwable failure) {
        if (batch.size() == 1) {
            batch.getFirst().kept().completeExceptionally(failure);
            return;
        }
        for (Request each : batch) {
            try {
                each.kept().complete(records.write(each.changes()));
            } catch (RuntimeException | Error e) {
                each.kept().completeExceptionally(e);
            }
        }
    }
}
