package dev.bellwether.fact;

import java.time.Instant;
import java.util.List;

/** The memory of all facts. Facts are added and never changed; a further mention of a known fact is added to it. */
public interface FactLog {
    /**
     * The facts of one kind about one instrument that were known at a moment, newest first; only mentions of that time are in
     * them.
     *
     * @param kind such as {@code Fact.Call.class}
     */
    <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until);
}
