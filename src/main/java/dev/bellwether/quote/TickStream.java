package dev.bellwether.quote;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** A source that tells prices by itself as they are made. Safe for threads. */
public interface TickStream extends AutoCloseable {
    /** Follows these listings, as far as it has them, and no others. */
    void follow(Collection<Listing> listings);

    /** Keeps the connection up: connects if it is time, and gives one up on which nothing is heard. To be called now and then. */
    void tick(Instant now);

    /**
     * What was told since the last call, each listing's in the order of its moments. Of many prices of a listing only the lowest, the highest and
     * the last are in it: nothing that lies between can cross what these do not.
     */
    List<Tick> drain();

    @Override
    void close();

    /** Tells nothing. */
    static TickStream none() {
        return new TickStream() {
            @Override
            public void follow(Collection<Listing> listings) {}

            @Override
            public void tick(Instant now) {}

            @Override
            public List<Tick> drain() {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }
}
