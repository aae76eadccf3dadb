package dev.bellwether.market;

import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceAnswer;
import dev.bellwether.quote.Priced;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sources say about one listing and what follows from it.
 *
 * @param listing the listing
 * @param prices what the sources answered, with what failed
 * @param view what was computed from it; without a price if there were none
 */
public record Snapshot(Listing listing, PriceAnswer prices, MarketView view) {
    /** Whether there is a price to show. */
    public boolean hasPrice() {
        return view.price() != null;
    }

    /** The source of its price and, if it is another one, that of its history; of both only what was known at a moment. */
    public List<Provenance> sources(Instant at) {
        List<Provenance> sources = new ArrayList<>();
        LatestPrice price = view.price();
        if (price != null && price.tick() != null) {
            sources.add(price.tick().provenance());
        }
        History history = prices.history();
        boolean other = history != null
                && sources.stream()
                        .noneMatch(source ->
                                source.source().equals(history.provenance().source()));
        if (history != null && other && !history.provenance().asOf().isAfter(at)) {
            sources.add(history.provenance());
        }
        return sources;
    }

    /** What a person should know about where its prices come from: sources that failed, odd data, kept prices. */
    public List<Line> notes() {
        List<Line> notes = new ArrayList<>();
        History history = prices.history();
        if (history != null && history.stored()) {
            notes.add(
                    Line.say("quote.kept", new Value.Moment(history.provenance().asOf())));
        }
        for (Priced.Unavailable<?> failure : prices.failures()) {
            if (failure.cause() != Priced.Cause.UNKNOWN_SYMBOL && failure.cause() != Priced.Cause.NOT_OFFERED) {
                notes.add(failure.message());
            }
        }
        if (history != null) {
            notes.addAll(history.flags());
        }
        view.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        return notes;
    }
}
