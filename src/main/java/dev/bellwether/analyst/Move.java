package dev.bellwether.analyst;

import dev.bellwether.fact.Bar;
import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.talk.Line;
import java.time.LocalDate;
import java.util.List;

/**
 * How far a listing moved in one session, and what is to be said of that from prices alone.
 *
 * @param day the session
 * @param running whether the session has not closed yet; then the move is that of the live price so far
 * @param change against the close before, in percent
 * @param usual the standard deviation of the daily changes of the 60 closed sessions before the day, in percent points
 * @param sigma change / usual: how many usual days' moves it was, signed
 * @param volumeMultiple the session's volume against the mean of the 20 before; missing while it runs
 * @param crossings the lines it crossed
 */
public record Move(
        LocalDate day,
        boolean running,
        Measure change,
        Measure usual,
        Measure sigma,
        Measure volumeMultiple,
        List<Crossing> crossings) {
    private static final int SESSIONS = 60;

    public Move {
        crossings = List.copyOf(crossings);
    }

    /**
     * The move of the session that {@code now} is of.
     *
     * @param before the view as of the close of the session before
     * @param now the view as of the end of the session, or within it
     * @param price the price of {@code now}
     * @param bars closed bars of the listing, dates rising; those of the session and later are not looked at
     */
    public static Move of(MarketView before, MarketView now, LatestPrice price, List<Bar> bars) {
        LocalDate day = price.day();
        List<Bar> earlier =
                bars.stream().filter(bar -> bar.date().isBefore(day)).toList();
        int comparable = Math.min(earlier.size(), before.bars());
        Measure usual = usual(earlier.subList(earlier.size() - comparable, earlier.size()));
        Measure change = now.change("1d").percent();
        boolean closed = now.lastBar() != null && now.lastBar().date().equals(day);
        return new Move(
                day,
                price.live(),
                change,
                usual,
                sigma(change, usual),
                closed ? now.volume().multiple20() : new Measure.Missing(Line.say("why.session.running")),
                Crossing.between(before, now));
    }

    /** The sample standard deviation (divided by n - 1) of simple daily changes. */
    private static Measure usual(List<Bar> bars) {
        if (bars.size() <= SESSIONS) {
            return new Measure.Missing(Line.say("why.bars.few", SESSIONS + 1, bars.size()));
        }
        double[] changes = new double[SESSIONS];
        int first = bars.size() - SESSIONS;
        double mean = 0;
        for (int i = 0; i < SESSIONS; i++) {
            changes[i] = (bars.get(first + i).close() / bars.get(first + i - 1).close() - 1) * 100;
            mean += changes[i] / SESSIONS;
        }
        double squares = 0;
        for (double change : changes) {
            squares += (change - mean) * (change - mean);
        }
        return Measure.of(Math.sqrt(squares / (SESSIONS - 1)));
    }

    private static Measure sigma(Measure change, Measure usual) {
        return switch (usual) {
            case Measure.Known(double deviation) when deviation <= 1e-9 -> new Measure.Missing(Line.say("why.still"));
            case Measure.Known(double deviation) -> change.map(percent -> percent / deviation);
            case Measure.Missing missing -> missing;
        };
    }
}
