package dev.bellwether.bot;

import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Kills the process that writes to a platform, with -9, at a chosen call: in turn before its message is taken, between that and the
 * answer, and while the answer is on its way.
 */
final class Killer implements Saboteur {
    private final Random random;
    private final AtomicReference<@Nullable Process> victim = new AtomicReference<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong killAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong kills = new AtomicLong();
    private final AtomicBoolean whenTaken = new AtomicBoolean();

    /** @param seed of the random moments */
    Killer(long seed) {
        random = new Random(seed);
    }

    /** Chooses one of the next calls for the end of a process. */
    void choose(Process process, int most) {
        victim.set(process);
        killAt.set(calls.get() + 1 + random.nextInt(most));
    }

    /** How many calls came in. */
    long calls() {
        return calls.get();
    }

    @Override
    public Fate fate(long call, String chat) {
        calls.accumulateAndGet(call, Math::max);
        long chosen = killAt.get();
        if (call < chosen || !killAt.compareAndSet(chosen, Long.MAX_VALUE)) {
            return Fate.DONE;
        }
        switch ((int) (kills.getAndIncrement() % 3)) {
            case 0 -> {
                kill();
                return Fate.LOST;
            }
            case 1 -> whenTaken.set(true);
            default -> Thread.startVirtualThread(this::kill);
        }
        return Fate.DONE;
    }

    @Override
    public void taken() {
        if (whenTaken.compareAndSet(true, false)) {
            kill();
        }
    }

    private void kill() {
        Process running = victim.get();
        if (running == null) {
            throw new IllegalStateException("nobody to kill");
        }
        try {
            running.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
