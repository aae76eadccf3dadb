package dev.bellwether.watch.run;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.quote.History;
import dev.bellwether.quote.PriceAnswer;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SplitSuspect;
import dev.bellwether.watch.engine.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets engine and levels know how things stand with a listing, before anything new is taken: after a start from what is kept, for a listing
 * that was never watched from what sources say now. Nothing fires: what is so already is no news.
 */
final class Primer {
    private final Sensors sensors;
    private final Taker taker;
    private final WatchMemory memory;
    private final Supply supply;

    Primer(Sensors sensors, Taker taker, WatchMemory memory, Supply supply) {
        this.sensors = sensors;
        this.taker = taker;
        this.memory = memory;
        this.supply = supply;
    }

    /** Whether sources have to be asked to begin with it; else {@link #resume} does. */
    boolean isNew(Watched watched) {
        if (watched.cursor == null) {
            watched.cursor = memory.cursor(watched.name()).orElse(null);
            watched.saved = watched.cursor;
        }
        return watched.cursor == null;
    }

    /** Goes on from what is kept. False if the bars it needs are neither in the archive nor to be had. */
    boolean resume(Watched watched, Instant now) {
        Cursor cursor = Steps.cursor(watched);
        LocalDate closed = cursor.closed();
        if (closed != null) {
            History history = history(watched, closed, now);
            if (history == null) {
                return false;
            }
            Observation bars = closed(watched, history, upTo(history, closed));
            sensors.tellEngine(bars);
            sensors.tellLevels(bars);
        }
        if (cursor.memory().isEmpty()) {
            latest(watched, cursor).forEach(sensors::tellEngine);
        } else {
            sensors.remember(watched.name(), cursor.memory());
        }
        watched.primed = true;
        return true;
    }

    /** What the cursor says besides bars. */
    private static List<Observation> latest(Watched watched, Cursor cursor) {
        Provenance source = new Provenance(cursor.source(), cursor.at(), Duration.ZERO, null, false);
        return cursor.price() == null || cursor.priced() == null
                ? List.of()
                : List.of(new Observation.Priced(watched.name(), cursor.priced(), cursor.price(), false, source));
    }

    private @Nullable History history(Watched watched, LocalDate closed, Instant now) {
        Quotes quotes = supply.quotes();
        History stored = quotes.stored(watched.listing(), now).history();
        if (stored != null
                && !upTo(stored, closed).isEmpty()
                && upTo(stored, closed).getLast().date().equals(closed)) {
            return stored;
        }
        History asked = quotes.prices(watched.listing(), now).history();
        return asked != null && !upTo(asked, closed).isEmpty() ? asked : null;
    }

    private static List<Bar> upTo(History history, LocalDate closed) {
        return history.bars().stream()
                .filter(bar -> !bar.date().isAfter(closed))
                .toList();
    }

    private static Observation closed(Watched watched, History history, List<Bar> bars) {
        LocalDate day = bars.getLast().date();
        Instant close = watched.calendar()
                .session(day)
                .map(Session::close)
                .orElseGet(() -> watched.listing().exchange().closing(day));
        return new Observation.Closed(watched.name(), close, bars, splits(history), history.provenance());
    }

    private static Set<LocalDate> splits(History history) {
        return history.splits().stream().map(SplitSuspect::date).collect(Collectors.toUnmodifiableSet());
    }

    /** Begins with a listing from what sources say; false if they say nothing. */
    boolean begin(Watched watched, PriceAnswer answer, Instant now) {
        History history = answer.history();
        Tick tick = answer.tick();
        if (history == null && tick == null) {
            return false;
        }
        watched.cursor = Cursor.start(watched.name(), now);
        if (history != null) {
            watched.source = history.provenance();
            Observation.Closed bars = (Observation.Closed) closed(watched, history, history.bars());
            quietly(Steps.closed(
                    watched, bars.bars(), bars.splitDates(), bars.at(), history.provenance(), Duration.ZERO));
        }
        if (tick != null
                && tick.provenance().asOf().isAfter(Steps.cursor(watched).at())) {
            watched.source = tick.provenance();
            Instant asOf = tick.provenance().asOf();
            Session session = watched.calendar().current(asOf);
            quietly(Steps.price(watched, tick.price(), asOf, session, tick.provenance(), Duration.ZERO, now));
        }
        LocalDate today = watched.listing().exchange().dayAt(now);
        LocalDate report = supply.knowledge().earnings(watched.symbol(), now);
        quietly(Steps.dawned(watched, today, report, now, now));
        if (watched.compared()) {
            supply.knowledge()
                    .parity(watched.listing(), now)
                    .ifPresent(percent -> quietly(Steps.compared(watched, percent, now)));
        }
        watched.primed = true;
        return true;
    }

    private void quietly(Step step) {
        taker.take(new Step(
                step.watched(), step.observation(), step.after(), step.late(), step.source(), step.origin(), true));
    }
}
