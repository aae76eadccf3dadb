package dev.bellwether.watch.run;

import dev.bellwether.fact.Fact;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.engine.Firing;
import dev.bellwether.watch.run.Sensors.Felt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes observations: what they make fire is written in one transaction with how far the watch has come. So a process that dies at any
 * moment has either told what fired and come past it, or neither. What engine and levels know in memory is ahead of the store while the
 * transaction runs; if that fails, whoever called has to throw it away ({@link Sensors#forget}).
 *
 * <p>How far the watch has come is written when something fired or the truth of anything changed, else at most once a minute: what lies
 * between is felt again after a restart, and leads to nothing.
 */
final class Taker {
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final Sensors sensors;
    private final Outlets outlets;
    private final WatchMemory memory;
    private final InstantSource clock;
    private final SplitTeller splits;

    Taker(Sensors sensors, Outlets outlets, WatchMemory memory, InstantSource clock) {
        this.sensors = sensors;
        this.outlets = outlets;
        this.memory = memory;
        this.clock = clock;
        this.splits = new SplitTeller(outlets);
    }

    /** Takes one observation. */
    void take(Step step) {
        keep(List.of(step), List.of(feel(step)), () -> {});
    }

    /** Takes several at once, and does something else in the same transaction. */
    void takeAll(List<Step> steps, Runnable also) {
        List<Felt> felt = new ArrayList<>();
        steps.forEach(step -> felt.add(feel(step)));
        keep(steps, felt, also);
    }

    /** Lets engine and levels feel it; nothing is written. */
    Felt feel(Step step) {
        Felt felt = sensors.feel(step.observation(), step.late());
        return step.quiet() ? new Felt(List.of(), List.of(), felt.rebased(), true) : felt;
    }

    /** Writes what was felt. */
    void keep(Step step, Felt felt) {
        keep(List.of(step), List.of(felt), () -> {});
    }

    private void keep(List<Step> steps, List<Felt> felt, Runnable also) {
        Instant now = clock.instant();
        boolean worth = steps.size() != 1 || isWorth(steps.getFirst(), felt.getFirst(), now);
        List<Cursor> cursors = new ArrayList<>();
        steps.forEach(step -> cursors.add(worth ? step.after().knowing(sensors.memory(name(step))) : step.after()));
        if (worth) {
            inOne(() -> {
                for (int i = 0; i < steps.size(); i++) {
                    write(steps.get(i), felt.get(i), cursors.get(i), now);
                }
                also.run();
            });
        }
        for (int i = 0; i < steps.size(); i++) {
            Watched watched = steps.get(i).watched();
            watched.cursor = cursors.get(i);
            if (worth) {
                kept(watched, cursors.get(i), now);
            }
        }
    }

    /** In one transaction, if it is this process' turn to watch. */
    void inOne(Runnable work) {
        outlets.transactions().inOne(() -> {
            outlets.turn().run();
            work.run();
            return true;
        });
    }

    private static boolean isWorth(Step step, Felt felt, Instant now) {
        return !felt.isNothing()
                || felt.stirred()
                || step.watched().doubt != null
                || !now.isBefore(step.watched().savedAt.plus(SELDOM))
                || now.isBefore(step.watched().savedAt);
    }

    private static String name(Step step) {
        return step.watched().name();
    }

    private void write(Step step, Felt felt, Cursor cursor, Instant now) {
        felt.firings().forEach(firing -> fire(step, firing, now));
        felt.met().forEach(fact -> meet(fact, step.late()));
        felt.rebased().forEach(rebased -> splits.tell(rebased, now));
        sensors.save();
        memory.save(cursor);
        if (step.watched().doubt != null) {
            memory.hold(name(step), List.of());
        }
    }

    private void fire(Step step, Firing firing, Instant now) {
        Optional<Alert> found = outlets.alerts().byId(firing.alert());
        if (found.isEmpty() || found.get().created().isAfter(step.origin())) {
            return;
        }
        Alert alert = found.get();
        AlertDesk.Judgement judged = outlets.desk().judge(alert, firing);
        if (!judged.after().equals(alert)) {
            outlets.alerts().change(judged.after());
        }
        Fact.AlertFired fact = fact(step, alert, firing);
        if (!judged.told() || !outlets.seen().add(fact)) {
            return;
        }
        if (step.late().isZero()) {
            outlets.post().post(outlets.desk().notice(judged.after(), fact, now));
        } else {
            memory.delay(Late.of(fact));
        }
    }

    private static Fact.AlertFired fact(Step step, Alert alert, Firing firing) {
        return new Fact.AlertFired(
                AlertDesk.key(firing),
                step.watched().symbol(),
                firing.listing(),
                firing.at(),
                alert.id(),
                alert.text(),
                firing.price(),
                firing.gap(),
                step.late(),
                step.source());
    }

    private void meet(Fact.LevelMet fact, Duration late) {
        if (!outlets.seen().add(fact)) {
            return;
        }
        Optional<Notice> notice = outlets.breakouts().apply(fact);
        if (notice.isPresent() && late.isZero()) {
            outlets.post().post(notice.get());
        } else if (notice.isPresent()) {
            memory.delay(Late.of(fact));
        }
    }

    private static void kept(Watched watched, Cursor cursor, Instant now) {
        watched.saved = cursor;
        watched.savedAt = now;
        watched.doubt = null;
    }

    /** Holds back what a doubtful price would make fire. */
    void hold(Watched watched, List<HeldBack> held, HeldBack.Doubt doubt) {
        inOne(() -> memory.hold(watched.name(), held));
        watched.doubt = doubt;
    }

    /** Writes how far the watch has come with listings for which that was not written for a minute. */
    void flush(List<Watched> all, Instant now) {
        List<Watched> dirty = all.stream()
                .filter(watched -> watched.primed && watched.cursor != null && !watched.cursor.equals(watched.saved))
                .filter(watched -> !now.isBefore(watched.savedAt.plus(SELDOM)) || now.isBefore(watched.savedAt))
                .toList();
        if (dirty.isEmpty()) {
            return;
        }
        List<Cursor> cursors = new ArrayList<>();
        for (Watched watched : dirty) {
            Cursor cursor = watched.cursor;
            if (cursor != null) {
                cursors.add(cursor.knowing(sensors.memory(watched.name())));
            }
        }
        inOne(() -> {
            sensors.save();
            cursors.forEach(memory::save);
        });
        for (int i = 0; i < dirty.size(); i++) {
            dirty.get(i).cursor = cursors.get(i);
            dirty.get(i).saved = cursors.get(i);
            dirty.get(i).savedAt = now;
        }
    }
}
