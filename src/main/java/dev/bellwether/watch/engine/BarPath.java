package dev.bellwether.watch.engine;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The prices of a day as far as its bar tells them: the open when the session opens; after a third of it the extreme that is nearer to the open,
 * after two thirds the other one; then the close, which comes with the complete bar. If both extremes are as near, the low comes
 * first. An extreme that is the open is not told twice. Which extreme really came first the bar does not say; the nearer one is the likelier.
 */
public final class BarPath {
    private BarPath() {}

    /**
     * The prices before the close.
     *
     * @param session of the bar's day
     * @param source of the bar; its moments become those of the prices
     */
    public static List<Observation.Priced> prices(String listing, Session session, Bar bar, Provenance source) {
        boolean lowFirst = bar.open() - bar.low() <= bar.high() - bar.open();
        double near = lowFirst ? bar.low() : bar.high();
        double far = lowFirst ? bar.high() : bar.low();
        Duration third = Duration.between(session.open(), session.close()).dividedBy(3);
        Observation.Priced open = priced(listing, session.open(), bar.open(), true, source);
        Observation.Priced second = priced(listing, session.open().plus(third), near, false, source);
        Observation.Priced last = priced(listing, session.open().plus(third.multipliedBy(2)), far, false, source);
        if (near == bar.open()) {
            return far == near ? List.of(open) : List.of(open, last);
        }
        return List.of(open, second, last);
    }

    private static Observation.Priced priced(
            String listing, Instant at, double price, boolean opening, Provenance source) {
        Provenance of = new Provenance(source.source(), at, source.delay(), source.link(), source.sample());
        return new Observation.Priced(listing, at, price, opening, of);
    }
}
