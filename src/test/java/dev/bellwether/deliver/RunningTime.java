package dev.bellwether.deliver;

import java.time.InstantSource;

/** A clock that goes on by itself, also from one process to the next of the same machine. */
final class RunningTime {
    private RunningTime() {}

    static InstantSource clock() {
        return () -> DrivenTime.START.plusNanos(System.nanoTime());
    }
}
