package dev.bellwether.app.replay;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SplitSuspect;
import dev.bellwether.watch.engine.BarPath;
import dev.bellwether.watch.engine.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prices of a source as they came about: within a session they go the way of {@link BarPath}, after it they stand at the close. A bar does not
 * say more of its day.
 */
public final class ReplayPrices implements PriceSource {
    private static final Instant WHOLE = Instant.parse("2100-01-01T00:00:00Z");

    private final PriceSource source;
    private final Map<Listing, Priced<History>> whole = new ConcurrentHashMap<>();

    /** @param source gives whole histories; each is asked for once */
    public ReplayPrices(PriceSource source) {
        this.source = source;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Provenance closing(Listing listing, Instant close) {
        return source.closing(listing, close);
    }

    @Override
    public Priced<History> history(Listing listing, LocalDate from, LocalDate to, Instant now) {
        return switch (whole(listing)) {
            case Priced.Unavailable<History> none -> none;
            case Priced.Found<History>(History all) -> part(listing, all, from, to, now);
        };
    }

    private Priced<History> whole(Listing listing) {
        return whole.computeIfAbsent(
                listing,
                asked -> source.history(
                        asked,
                        LocalDate.EPOCH,
                        LocalDate.ofInstant(WHOLE, asked.exchange().zone()),
                        WHOLE));
    }

    private Priced<History> part(Listing listing, History all, LocalDate from, LocalDate to, Instant now) {
        List<Bar> bars = all.bars().stream()
                .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to))
                .filter(bar -> !listing.exchange().closing(bar.date()).isAfter(now))
                .toList();
        if (bars.isEmpty()) {
            return source.history(listing, from, to, now);
        }
        LocalDate last = bars.getLast().date();
        List<SplitSuspect> splits = all.splits().stream()
                .filter(split -> !split.date().isAfter(last))
                .toList();
        return new Priced.Found<>(new History(
                all.listing(),
                all.currency(),
                bars,
                all.flags(),
                splits,
                false,
                closing(listing, listing.exchange().closing(last))));
    }

    @Override
    public Priced<Tick> latest(Listing listing, Instant now) {
        if (!(whole(listing) instanceof Priced.Found<History>(History all))) {
            return source.latest(listing, now);
        }
        LocalDate day = listing.exchange().dayAt(now);
        for (int i = all.bars().size() - 1; i >= 0; i--) {
            Bar bar = all.bars().get(i);
            if (bar.date().equals(day) && !now.isBefore(listing.exchange().opening(day))) {
                return new Priced.Found<>(within(listing, bar, now));
            }
            if (bar.date().isBefore(day)) {
                return new Priced.Found<>(
                        tick(listing, bar.close(), listing.exchange().closing(bar.date())));
            }
        }
        return source.latest(listing, now);
    }

    /** The moments of a day at which the price moves, the first at its opening, the last at its close. */
    static List<Instant> moments(Listing listing, LocalDate day) {
        Instant open = listing.exchange().opening(day);
        Duration third = Duration.between(open, listing.exchange().closing(day)).dividedBy(3);
        return List.of(
                open,
                open.plus(third),
                open.plus(third.multipliedBy(2)),
                listing.exchange().closing(day));
    }

    private Tick within(Listing listing, Bar bar, Instant now) {
        Session session = session(listing, bar.date());
        if (!now.isBefore(session.close())) {
            return tick(listing, bar.close(), session.close());
        }
        Provenance source = closing(listing, session.close());
        Observation.Priced latest = BarPath.prices(listing.symbol(), session, bar, source).stream()
                .filter(priced -> !priced.at().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return tick(listing, latest.price(), latest.at());
    }

    /** The source's bars are of regular hours, on half days too. */
    private static Session session(Listing listing, LocalDate day) {
        return new Session(
                day, listing.exchange().opening(day), listing.exchange().closing(day), null, null, false);
    }

    private Tick tick(Listing listing, double price, Instant at) {
        return new Tick(listing.symbol(), price, listing.currency(), closing(listing, at));
    }
}
