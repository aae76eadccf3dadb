package dev.bellwether.command;

import dev.bellwether.fact.Provenance;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.OtherListing;
import dev.bellwether.market.Snapshot;
import dev.bellwether.quote.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which sources the numbers of a card came from. */
final class Sources {
    private Sources() {}

    /** The source of a snapshot's price and, if it is another one, that of its history. */
    static List<Provenance> of(Snapshot snapshot, Instant at) {
        List<Provenance> sources = new ArrayList<>();
        LatestPrice price = snapshot.view().price();
        if (price != null && price.tick() != null) {
            sources.add(price.tick().provenance());
        }
        History history = snapshot.prices().history();
        boolean other = history != null
                && sources.stream()
                        .noneMatch(source ->
                                source.source().equals(history.provenance().source()));
        if (history != null && other && !history.provenance().asOf().isAfter(at)) {
            sources.add(history.provenance());
        }
        return sources;
    }

    static List<Provenance> of(OtherListing other, Instant at) {
        List<Provenance> sources = new ArrayList<>(of(other.snapshot(), at));
        if (other.rate() != null) {
            sources.add(other.rate().provenance());
        }
        return sources;
    }
}
