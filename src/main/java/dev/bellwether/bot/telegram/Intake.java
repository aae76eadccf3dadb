package dev.bellwether.bot.telegram;

import dev.bellwether.deliver.Delayer;
import dev.bellwether.deliver.Inbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From Telegram's hands into ours: an update is kept in the {@link Inbox} before Telegram is told that it arrived, and done there
 * once its answer is out. A crash in between repeats the answer. What one person asks in one chat is answered in order;
 * everything else side by side.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** How many may be under way before no more are fetched. */
    private static final int MOST = 2_000;

    private static final Duration LEAST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Inbox inbox;
    private final TelegramGate gate;
    private final Queues queues = new Queues();
    private final Delayer delayer;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(MOST);
    private volatile boolean waiting;

    Intake(Inbox inbox, TelegramGate gate, Delayer delayer, InstantSource clock) {
        this.inbox = inbox;
        this.gate = gate;
        this.delayer = delayer;
        this.clock = clock;
    }

    /** Begins what an earlier run left open. */
    void resume() {
        List<Inbox.Update> open = inbox.open(Place.FRONT);
        if (!open.isEmpty()) {
            LOG.info("Telegram: {} updates of an earlier run are dealt with first", open.size());
        }
        open.forEach(update -> begin(update, () -> {}));
    }

    /** Whether it holds up the poller, because the store does not take updates or too many are under way. */
    boolean isWaiting() {
        return waiting;
    }

    /**
     * Keeps updates and begins to deal with those that are new. Goes on until the store takes them: an update that was not kept
     * must not be confirmed.
     *
     * @throws InterruptedException if the front is closed meanwhile
     */
    void takeForSure(List<Inbox.Update> updates) throws InterruptedException {
        Pauses pauses = new Pauses(LEAST_PAUSE, LONGEST_PAUSE);
        waiting = true;
        try {
            while (true) {
                try {
                    take(updates);
                    return;
                } catch (RuntimeException e) {
                    LOG.error("Telegram: {} updates can't be stored; trying again", updates.size(), e);
                    delayer.sleep(pauses.next(Duration.ZERO));
                }
            }
        } finally {
            waiting = false;
        }
    }

    /** Keeps updates and begins to deal with those that are new; throws if they can't be kept. */
    void take(List<Inbox.Update> updates) throws InterruptedException {
        for (Inbox.Update update : inbox.keep(Place.FRONT, updates, clock.instant())) {
            room.acquire();
            begin(update, room::release);
        }
    }

    private void begin(Inbox.Update update, Runnable after) {
        Incoming incoming = UpdateReader.read(update.body());
        queues.add(queue(incoming), () -> {
            try {
                deal(update, incoming);
            } finally {
                after.run();
            }
        });
    }

    private static String queue(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Written written ->
                written.where().place().chat() + "/" + written.who().id();
            case Incoming.Pressed pressed ->
                pressed.message() + "/" + pressed.who().id();
            case Incoming.Inline inline -> "inline/" + inline.who().id();
            case Incoming.Membership membership ->
                Long.toString(membership.where().place().chat());
            case Incoming.Migrated migrated -> Long.toString(migrated.from());
            case Incoming.Nothing _ -> "nothing";
        };
    }

    /** An update that makes the gate fail is done all the same: it would fail again. */
    private void deal(Inbox.Update update, Incoming incoming) {
        try {
            gate.handle(incoming);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("Telegram: update {} failed and is passed over", update.number(), e);
        }
        try {
            inbox.done(Place.FRONT, update.number(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Telegram: update {} is answered but can't be marked so", update.number(), e);
        }
    }

    /** Lets out what is under way. What was not begun is begun at the next start. */
    void close(Duration patience) {
        queues.close(patience);
    }
}
