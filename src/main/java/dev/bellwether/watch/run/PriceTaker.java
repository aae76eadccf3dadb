package dev.bellwether.watch.run;

import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.Tick;
import dev.bellwether.market.calendar.Session;
import dev.bellwether.quote.Priced;
import dev.bellwether.watch.engine.Firing;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.run.HeldBack.Doubt;
import dev.bellwether.watch.run.Sensors.Felt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes prices as sources give them. One that can't be believed at once is felt by the engine only to learn what it would make fire; that is
 * held back, and engine and levels go back to where they were. The next look, which asks another source as well, finds the price true, and then
 * it is taken like any other, or not, and then it never was.
 */
final class PriceTaker {
    private static final Duration NEWS = Duration.ofHours(24);

    private final Sensors sensors;
    private final Taker taker;
    private final PriceRound sources;
    private final Supply supply;

    PriceTaker(Sensors sensors, Taker taker, PriceRound sources, Supply supply) {
        this.sensors = sensors;
        this.taker = taker;
        this.sources = sources;
        this.supply = supply;
    }

    /** Takes the answer of a source. */
    void take(Watched watched, Tick tick, Instant now) {
        Doubt earlier = watched.doubt;
        Tick other = earlier == null ? null : sources.other(watched, tick, now);
        Tick believed = fresher(watched, tick, other, now);
        watched.source = believed.provenance();
        if (!isNew(watched, believed)) {
            look(watched, now);
            return;
        }
        Session session = watched.calendar().current(believed.provenance().asOf());
        Doubt doubt = doubt(watched, believed, session, other, now);
        if (doubt != null) {
            hold(watched, believed, doubt, now);
            return;
        }
        missed(watched, believed, session, now);
        Step step = step(watched, believed, session, now);
        String before = sensors.memory(watched.name());
        Felt felt = taker.feel(step);
        Doubt late = felt.isNothing() || earlier != null ? null : second(watched, believed, session, now);
        if (late == null) {
            taker.keep(step, felt);
        } else {
            sensors.remember(watched.name(), before);
            sensors.reloadLevels();
            taker.hold(watched, held(watched, felt.firings(), late, now), late);
        }
    }

    /** Of a source that lags behind its own delay and another that does not, the other is believed. */
    private static Tick fresher(Watched watched, Tick tick, @Nullable Tick other, Instant now) {
        Session session = watched.calendar().current(now);
        return other != null && Doubts.isStale(tick, session, now) && !Doubts.isStale(other, session, now)
                ? other
                : tick;
    }

    private static boolean isNew(Watched watched, Tick tick) {
        Instant last = Steps.cursor(watched).priced();
        return last == null || tick.provenance().asOf().isAfter(last);
    }

    /** There was an answer, and nothing new in it. */
    private void look(Watched watched, Instant now) {
        Cursor cursor = Steps.cursor(watched);
        watched.cursor = cursor.looked(now, false);
        if (watched.doubt != null) {
            taker.hold(watched, List.of(), watched.doubt);
            watched.doubt = null;
        }
    }

    private @Nullable Doubt doubt(Watched watched, Tick tick, Session session, @Nullable Tick other, Instant now) {
        boolean news = supply.knowledge().news(watched.symbol(), now.minus(NEWS));
        return Doubts.of(tick, watched.cursor, session, other, watched.doubt, news, now);
    }

    /** Asked only when something is about to fire. */
    private @Nullable Doubt second(Watched watched, Tick tick, Session session, Instant now) {
        Tick other = sources.other(watched, tick, now);
        return other == null ? null : doubt(watched, tick, session, other, now);
    }

    private void hold(Watched watched, Tick tick, Doubt doubt, Instant now) {
        Observation.Priced probe = new Observation.Priced(
                watched.name(), tick.provenance().asOf(), tick.price(), false, tick.provenance());
        taker.hold(watched, held(watched, sensors.probe(probe), doubt, now), doubt);
    }

    private static List<HeldBack> held(Watched watched, List<Firing> firings, Doubt doubt, Instant now) {
        return firings.stream()
                .map(firing -> new HeldBack(firing.alert(), watched.name(), now, doubt))
                .distinct()
                .toList();
    }

    /** After a pause within the session: the prices of that time, if a source has them. */
    private void missed(Watched watched, Tick tick, Session session, Instant now) {
        Cursor cursor = Steps.cursor(watched);
        Instant from =
                cursor.priced() == null || cursor.priced().isBefore(session.open()) ? session.open() : cursor.priced();
        boolean pause = cursor.price() != null
                && cursor.looked().isBefore(now.minus(watched.every().multipliedBy(2)))
                && from.isBefore(tick.provenance().asOf().minus(watched.every().multipliedBy(2)))
                && sources.barsLeft() > 0;
        if (!pause) {
            return;
        }
        Instant until = tick.provenance().asOf();
        if (supply.quotes().soundings().between(watched.listing(), from.minusMillis(1), until)
                instanceof Priced.Found<List<Tick>>(List<Tick> ticks)) {
            sources.mayAskForBars(1);
            ticks.stream()
                    .filter(missed -> missed.provenance().asOf().isBefore(until))
                    .filter(missed -> isNew(watched, missed))
                    .forEach(missed -> taker.take(late(watched, missed, session, now)));
        }
    }

    private static Step late(Watched watched, Tick missed, Session session, Instant now) {
        Provenance source = missed.provenance();
        return Steps.price(
                watched, missed.price(), source.asOf(), session, source, Duration.between(source.asOf(), now), now);
    }

    /** A price from behind the close is the close's. */
    private static Step step(Watched watched, Tick tick, Session session, Instant now) {
        Instant asOf = tick.provenance().asOf();
        Instant moment = asOf.isAfter(session.close()) ? session.close() : asOf;
        return Steps.price(watched, tick.price(), moment, session, tick.provenance(), Duration.ZERO, now);
    }
}
