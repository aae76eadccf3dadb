package dev.bellwether.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** A clock, a counter of nanoseconds and an executor whose work takes time, all moved by the test. For one thread. */
final class DrivenTime implements InstantSource, LongSupplier, Executor {
    static final Instant START = Instant.parse("2026-01-14T12:00:00Z");

    private record Task(long at, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::number));
    private Instant now = START;
    private long count;
    private long tasksSoFar;
    private Duration latency = Duration.ZERO;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long getAsLong() {
        return count;
    }

    /** From now on what is executed runs after this long; zero for at once. */
    void workTakes(Duration length) {
        latency = length;
    }

    @Override
    public void execute(Runnable work) {
        if (latency.isZero()) {
            work.run();
        } else {
            tasks.add(new Task(count + latency.toNanos(), tasksSoFar++, work));
        }
    }

    /** Lets time pass, and runs the work that is due meanwhile. */
    void pass(Duration length) {
        long end = count + length.toNanos();
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.remove();
            move(next.at());
            next.work().run();
        }
        move(end);
    }

    /** When the next work is due; {@code most} if that is sooner, or none is. */
    Duration untilWork(Duration most) {
        return tasks.isEmpty() ? most : Duration.ofNanos(Math.clamp(tasks.peek().at() - count, 0, most.toNanos()));
    }

    private void move(long to) {
        now = now.plusNanos(to - count);
        count = to;
    }

    /** The clock jumps; the time that really passed does not. */
    void jump(Duration by) {
        now = now.plus(by);
    }
}
