package dev.bellwether.deliver;

import java.util.List;

/** Keeps what happens to envelopes. Safe for threads and for several processes on one store. */
@FunctionalInterface
public interface Records {
    /**
     * Keeps changes in one transaction, in their order; they are on disk when this returns.
     *
     * @return for each whether it was kept; false if the envelope had ended, or belongs to another process now
     */
    List<Boolean> write(List<Change> changes);
}
