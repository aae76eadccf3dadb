package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.watch.engine.Observation;
import java.util.List;

/**
 * Follows every level of every listing that is watched. What became of each try is kept by {@link #save}, so that a restart goes on where it
 * was. Used by one thread at a time.
 */
public interface LevelWatch {
    /** Takes what is new and says which levels were met, with a fact for each; a fact is said once. */
    List<Fact.LevelMet> observe(Observation observation);

    /** Whether something changed since it was kept last; {@link #save} is worth calling even without a fact then. */
    boolean stirred();

    /** Keeps what changed since it was kept last; to be called in the transaction that keeps the facts. */
    void save();

    /** Forgets what is not kept, and goes on from what is: the transaction failed. */
    void reload();
}
