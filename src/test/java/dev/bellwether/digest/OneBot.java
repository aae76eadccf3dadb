package dev.bellwether.digest;

import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The digests of one process, which can be killed at a task. */
final class OneBot implements AutoCloseable {
    static final Duration LATE = Duration.ofHours(3);

    /** When a process is killed. */
    enum Kill {
        /** Not at all. */
        NEVER,
        /** As soon as it has taken a task. */
        BEFORE,
        /** In the middle of the transaction that tells. */
        WITHIN,
        /** After it has told, before it has noted that the task is done. */
        AFTER
    }

    final Store store;
    final DigestDesk desk;
    final OnTime onTime;
    final List<Notice> posted = new ArrayList<>();
    private final DueTasks tasks;
    private final InstantSource clock;
    private Kill kill = Kill.NEVER;
    private boolean dead;

    OneBot(StoreSettings settings, InstantSource clock) {
        this(settings, clock, TradingCalendars.weekdays(), LATE);
    }

    OneBot(StoreSettings settings, InstantSource clock, TradingCalendars calendars, Duration late) {
        this.store = Store.open(settings);
        this.clock = clock;
        Post post = notice -> {
            boolean fresh = store.delivery().outbox().commit(notice, clock.instant());
            posted.add(notice);
            if (kill == Kill.WITHIN) {
                throw new IllegalStateException("killed");
            }
            return fresh;
        };
        Due due = new Due(calendars);
        this.onTime = new OnTime(
                store.digests(),
                new Newsroom(store).digester(),
                due,
                store.chats(),
                post,
                store.transactions(),
                clock,
                late);
        this.tasks = store.dueTasks(this::work, clock);
        this.desk = new DigestDesk(store.digests(), tasks, onTime, due, store.transactions(), 10);
    }

    private Optional<Instant> work(long id) {
        if (kill == Kill.BEFORE) {
            throw killed();
        }
        try {
            Optional<Instant> next = onTime.run(id);
            if (kill == Kill.AFTER) {
                throw killed();
            }
            return next;
        } catch (IllegalStateException e) {
            throw kill == Kill.NEVER ? e : killed();
        }
    }

    /** What a killed process would still write does not reach the database any more. */
    private IllegalStateException killed() {
        dead = true;
        store.close();
        return new IllegalStateException("killed");
    }

    Kept on(ChatId chat, String text) {
        return desk.on(List.of(Newsroom.spec(chat, text)), clock.instant())
                .orElseThrow()
                .getFirst();
    }

    /** Does what is due; false if it died of it. */
    boolean tick(Kill when) {
        kill = when;
        try {
            tasks.tick();
        } catch (RuntimeException e) {
            if (!dead) {
                throw e;
            }
        }
        kill = Kill.NEVER;
        return !dead;
    }

    int tick() {
        return tasks.tick();
    }

    boolean told(Kept kept, Instant due) {
        return store.delivery()
                .journal()
                .notice("digest:" + kept.id() + ":" + due)
                .isPresent();
    }

    /** How many notices there are in the store. */
    long notices() {
        return store.delivery().journal().totals(clock.instant()).unexpanded();
    }

    @Override
    public void close() {
        if (!dead) {
            tasks.close();
            store.close();
        }
    }
}
