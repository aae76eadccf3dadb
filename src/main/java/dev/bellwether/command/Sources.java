package dev.bellwether.command;

import dev.bellwether.fact.Provenance;
import dev.bellwether.market.OtherListing;
import dev.bellwether.market.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which sources the numbers of a card came from. */
final class Sources {
    private Sources() {}

    /** The source of a snapshot's price and, if it is another one, that of its history. */
    static List<Provenance> of(Snapshot snapshot, Instant at) {
        return snapshot.sources(at);
    }

    static List<Provenance> of(OtherListing other, Instant at) {
        List<Provenance> sources = new ArrayList<>(of(other.snapshot(), at));
        if (other.rate() != null) {
            sources.add(other.rate().provenance());
        }
        return sources;
    }
}
