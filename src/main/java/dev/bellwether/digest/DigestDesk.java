package dev.bellwether.digest;

import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.ChatId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Switches digests on and off, and keeps their moments right. For any thread. */
public final class DigestDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DigestDesk.class);
    private static final int PAGE = 500;

    private final Digests digests;
    private final DueTasks tasks;
    private final OnTime onTime;
    private final Due due;
    private final Transactions transactions;
    private final int most;

    /** @param most how many one chat may have */
    public DigestDesk(Digests digests, DueTasks tasks, OnTime onTime, Due due, Transactions transactions, int most) {
        this.digests = digests;
        this.tasks = tasks;
        this.onTime = onTime;
        this.due = due;
        this.transactions = transactions;
        this.most = most;
    }

    /** How many digests one chat may have. */
    public int most() {
        return most;
    }

    /** The digests of a chat in the order of their numbers. */
    public List<Kept> of(ChatId chat) {
        return digests.of(chat);
    }

    /**
     * Switches digests on, all or none; those that are on already as they are, stay.
     *
     * @return those that are new; empty (not present) if the chat would have too many
     */
    public Optional<List<Kept>> on(List<DigestSpec> specs, Instant now) {
        return transactions.inOne(() -> {
            List<DigestSpec> there = digests.of(specs.getFirst().chat()).stream()
                    .map(kept -> kept.spec().numbered(0))
                    .toList();
            List<DigestSpec> fresh = specs.stream()
                    .filter(spec -> !there.contains(spec.numbered(0)))
                    .toList();
            if (there.size() + fresh.size() > most) {
                return Optional.empty();
            }
            return Optional.of(fresh.stream().map(spec -> add(spec, now)).toList());
        });
    }

    private Kept add(DigestSpec spec, Instant now) {
        ZoneId zone = onTime.zone(spec);
        Optional<Instant> first = due.next(spec.when(), zone, now);
        Kept kept = digests.add(spec, zone, first.orElse(null), now);
        first.ifPresent(moment -> tasks.set(kept.id(), moment));
        return kept;
    }

    /** Switches digests off. */
    public void off(List<Kept> which) {
        transactions.inOne(() -> {
            for (Kept kept : which) {
                if (digests.delete(kept.id())) {
                    tasks.cancel(kept.id());
                }
            }
            return true;
        });
    }

    /** The digest that would be told now; tells nobody and changes nothing. */
    public Made preview(Kept kept, Instant now) {
        return onTime.preview(kept, now);
    }

    /** The same of one that is not kept. */
    public Made preview(DigestSpec spec, Instant now) {
        return onTime.preview(spec, now);
    }

    /** Makes a digest out of turn; its next begins where this one ends. */
    public Made now(Kept kept, Instant now) {
        return onTime.now(kept, now);
    }

    /** Moves the digests of chats that have chosen another zone; says how many. */
    public int followZones(Instant now) {
        int moved = 0;
        for (Kept kept : digests.rezoned(PAGE)) {
            moved += move(kept, now) ? 1 : 0;
        }
        return moved;
    }

    /** Counts every digest anew, since calendars and rules of zones may have changed with the program; to be called at the start. */
    public void countAnew(Instant now) {
        long last = 0;
        List<Kept> page = digests.after(last, PAGE);
        while (!page.isEmpty()) {
            page.forEach(kept -> move(kept, now));
            last = page.getLast().id();
            page = digests.after(last, PAGE);
        }
    }

    /** One that is due by now is told first; the next is then counted by the new rules. */
    private boolean move(Kept kept, Instant now) {
        Instant was = kept.due();
        ZoneId zone = onTime.zone(kept.spec());
        if (was != null && !was.isAfter(now)) {
            tasks.setIfNone(kept.id(), was);
            return false;
        }
        Instant next = due.next(kept.spec().when(), zone, now).orElse(null);
        if (next != null && next.equals(was) && zone.equals(kept.zone())) {
            tasks.setIfNone(kept.id(), next);
            return false;
        }
        try {
            return transactions.inOne(() -> {
                boolean moved = digests.move(kept.id(), was, next, zone);
                if (moved && next != null) {
                    tasks.set(kept.id(), next);
                }
                return moved;
            });
        } catch (RuntimeException e) {
            LOG.info("The digest {} could not be moved now; it is tried again", kept.id(), e);
            return false;
        }
    }
}
