package dev.bellwether.digest;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explanation;
import dev.bellwether.analyst.PressClaims;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Listing;
import dev.bellwether.market.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the digests of one moment have in common, each thing computed when the first of them asks. Bounded: what is asked for beyond that
 * is computed each time. For any thread.
 */
final class Common {
    private final DigestSources sources;
    private final Instant until;
    private final Memo<Listing, Snapshot> snapshots = new Memo<>();
    private final Memo<String, List<BookedStories.Running>> stories = new Memo<>();
    private final Memo<Followed, Explanation> explanations = new Memo<>();
    private final Memo<Since<Instrument>, List<PressClaims.Wrong>> claims = new Memo<>();
    private final Memo<Instrument, List<EarningsDays.Expected>> earnings = new Memo<>();
    private final Memo<Since<Class<?>>, List<Fact.Seen>> seen = new Memo<>();

    /** @param until the moment as of which all of it is */
    Common(DigestSources sources, Instant until) {
        this.sources = sources;
        this.until = until;
    }

    private record Since<T>(T what, Instant after) {}

    /** The listings in their order; those that are not known yet are loaded side by side. */
    List<Snapshot> look(List<Listing> listings) {
        List<Listing> missing =
                listings.stream().filter(listing -> !snapshots.has(listing)).toList();
        List<Snapshot> loaded =
                missing.isEmpty() ? List.of() : sources.markets().look(missing, until);
        List<Snapshot> all = new ArrayList<>();
        for (Listing listing : listings) {
            int index = missing.indexOf(listing);
            all.add(snapshots.get(
                    listing,
                    () -> index >= 0
                            ? loaded.get(index)
                            : sources.markets().look(List.of(listing), until).getFirst()));
        }
        return all;
    }

    List<BookedStories.Running> stories() {
        return stories.get("", () -> sources.stories().running(until));
    }

    Explanation explanation(Followed followed) {
        return explanations.get(
                followed, () -> sources.explainer().explain(followed.instrument(), followed.listing(), null, until));
    }

    List<PressClaims.Wrong> wrong(Instrument instrument, Instant after) {
        return claims.get(new Since<>(instrument, after), () -> sources.claims().wrong(instrument, after, until));
    }

    List<EarningsDays.Expected> earnings(Instrument instrument) {
        return earnings.get(instrument, () -> sources.earnings().ahead(instrument, until));
    }

    <F extends Fact.Seen> List<F> seen(Class<F> kind, Instant after) {
        return seen
                .get(new Since<>(kind, after), () -> List.copyOf(sources.seen().between(kind, null, after, until)))
                .stream()
                .map(kind::cast)
                .toList();
    }
}
