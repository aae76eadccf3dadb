package dev.bellwether.app.replay;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.Priced;
import dev.bellwether.quote.SplitSuspect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prices of a source as they came about: within a session the price stands at the day's open, then at its nearer extreme, then at the other,
 * a third of the session each, and after it at the close. A bar does not say more of its day; which extreme came first is a guess, and the same
 * one each time.
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
                listing, asked -> source.history(asked, LocalDate.EPOCH, LocalDate.ofInstant(WHOLE, asked.exchange().zone()), WHOLE));
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
        List<SplitSuspect> splits =
                all.splits().stream().filter(split -> !split.date().isAfter(last)).toList();
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
                return new Priced.Found<>(tick(listing, bar.close(), listing.exchange().closing(bar.date())));
            }
        }
        return source.latest(listing, now);
    }

    /** The moments of a day at which the price moves, the first at its opening, the last at its close. */
    static List<Instant> moments(Listing listing, LocalDate day) {
        Instant open = listing.exchange().opening(day);
        Duration third = Duration.between(open, listing.exchange().closing(day)).dividedBy(3);
        return List.of(open, open.plus(third), open.plus(third.multipliedBy(2)), listing.exchange().closing(day));
    }

    private Tick within(Listing listing, Bar bar, Instant now) {
        List<Instant> moments = moments(listing, bar.date());
        boolean lowFirst = bar.open() - bar.low() <= bar.high() - bar.open();
        double[] path = {
            bar.open(), lowFirst ? bar.low() : bar.high(), lowFirst ? bar.high() : bar.low(), bar.close()
        };
        int step = 0;
        while (step < 3 && !moments.get(step + 1).isAfter(now)) {
            step++;
        }
        return tick(listing, path[step], moments.get(step));
    }

    private Tick tick(Listing listing, double price, Instant at) {
        return new Tick(listing.symbol(), price, listing.currency(), closing(listing, at));
    }
}
