package dev.bellwether.digest;

import dev.bellwether.digest.Digests.Kept;
import dev.bellwether.fact.Transactions;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each digest once at its moment. For any thread and any number of processes.
 *
 * <p>The row of a digest holds the moment it is due. Telling it moves the row to the next moment, keeps what was told and commits the
 * notice, all in one transaction and only if the row still holds the moment that was meant: of two processes that tell the same
 * digest the second changes nothing, and a crash before the commit leaves everything as it was, to be done by the next one. The
 * {@link DueTasks} only call; a call too many finds nothing to do.
 */
public final class OnTime {
    private static final Logger LOG = LoggerFactory.getLogger(OnTime.class);

    /** A digest that was away for long looks back no further. */
    private static final Duration FURTHEST_BACK = Duration.ofDays(14);

    private final Digests digests;
    private final Digester digester;
    private final Due due;
    private final Chats chats;
    private final Post post;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration late;

    /** @param late how late a digest may come; later it is left out */
    public OnTime(
            Digests digests,
            Digester digester,
            Due due,
            Chats chats,
            Post post,
            Transactions transactions,
            InstantSource clock,
            Duration late) {
        this.digests = digests;
        this.digester = digester;
        this.due = due;
        this.chats = chats;
        this.post = post;
        this.transactions = transactions;
        this.clock = clock;
        this.late = late;
    }

    /**
     * Tells a digest if it is due.
     *
     * @return when it is due next; empty if never, or if it was switched off
     */
    public Optional<Instant> run(long id) {
        Kept kept = digests.byId(id).orElse(null);
        Instant now = clock.instant();
        if (kept == null || kept.due() == null) {
            return Optional.empty();
        }
        return kept.due().isAfter(now) ? Optional.of(kept.due()) : tell(kept, kept.due(), now);
    }

    private Optional<Instant> tell(Kept kept, Instant first, Instant now) {
        ZoneId zone = zone(kept.spec());
        List<Instant> more = due.between(kept.spec().when(), zone, first, now);
        Instant last = more.isEmpty() ? first : more.getLast();
        Instant next = due.next(kept.spec().when(), zone, now).orElse(null);
        boolean useless = kept.retired() || last.plus(late).isBefore(now);
        boolean done = useless
                ? skip(kept, first, next, zone, more.size() + 1)
                : tell(kept, new Moments(first, last, next, now), zone, more.size());
        return done ? Optional.ofNullable(next) : digests.byId(kept.id()).map(Kept::due);
    }

    /**
     * The moments of one digest.
     *
     * @param first at which it was due as it is kept
     * @param last the last one up to now at which it was due; it is told as that one
     * @param next at which it is due after now; null for never
     */
    private record Moments(
            Instant first, Instant last, @Nullable Instant next, Instant now) {}

    private boolean skip(Kept kept, Instant first, @Nullable Instant next, ZoneId zone, int count) {
        boolean done = digests.skip(kept.id(), first, next, zone, kept.retired() ? 0 : count);
        if (done && !kept.retired()) {
            LOG.warn(
                    "{} digests of {} number {} since {} were left out: they would have come more than {} late",
                    count,
                    kept.spec().chat(),
                    kept.spec().number(),
                    first,
                    late);
        }
        return done;
    }

    private boolean tell(Kept kept, Moments moments, ZoneId zone, int skipped) {
        // Those that come late together are of one moment as well, so that they can share what they tell.
        Instant until = moments.last().plus(Window.PUNCTUAL).isBefore(moments.now())
                ? moments.now().truncatedTo(ChronoUnit.MINUTES)
                : moments.last();
        Window window =
                new Window(from(kept, until), until, moments.last(), kept.skipped() + skipped, isFirst(kept.spec()));
        Made made = digester.makeAmongMany(kept.spec(), window, told(kept, until), moments.now());
        Notice notice = new Notice(
                "digest:" + kept.id() + ":" + moments.last(),
                made.card(),
                Audience.chat(kept.spec().chat()),
                Lane.DIGEST,
                moments.last().plus(late));
        return transactions.inOne(() -> {
            boolean ours = digests.advance(kept.id(), moments.first(), moments.next(), zone, made, until);
            if (ours) {
                post.post(notice);
            }
            return ours;
        });
    }

    /** The digest that would be told now; tells nobody and changes nothing. */
    public Made preview(Kept kept, Instant now) {
        return digester.make(
                kept.spec(), new Window(from(kept, now), now, now, 0, isFirst(kept.spec())), told(kept, now));
    }

    /** The same of a digest that is not kept: its first, which looks back as far as the one before would have been. */
    public Made preview(DigestSpec spec, Instant now) {
        Instant from = due.last(spec.when(), zone(spec), now.minus(Duration.ofHours(1)))
                .filter(last -> last.isAfter(now.minus(FURTHEST_BACK)))
                .orElse(now.minus(usual(spec)));
        return digester.make(spec, new Window(from, now, now, 0, isFirst(spec)), Map.of());
    }

    /** Makes a digest out of turn. What it tells is not told again by the next. */
    public Made now(Kept kept, Instant now) {
        Made made = preview(kept, now);
        digests.tell(kept.id(), made, now);
        return made;
    }

    /**
     * What a digest told, and what the others of its kind told the chat before it: a story is in the morning's digest or in the evening's. Two that come at the same moment, perhaps in two languages, do not take it from each other.
     */
    private Map<String, Instant> told(Kept kept, Instant until) {
        Map<String, Instant> told = new HashMap<>(digests.told(kept.id()));
        digests.of(kept.spec().chat()).stream()
                .filter(other -> other.id() != kept.id()
                        && other.spec().weekly() == kept.spec().weekly())
                .forEach(other -> digests.told(other.id()).forEach((key, at) -> {
                    if (at.isBefore(until)) {
                        told.putIfAbsent(key, at);
                    }
                }));
        return told;
    }

    private boolean isFirst(DigestSpec spec) {
        return digests.of(spec.chat()).stream().allMatch(kept -> kept.toldUntil() == null);
    }

    private Instant from(Kept kept, Instant until) {
        Instant told = kept.toldUntil();
        if (told == null) {
            return until.minus(usual(kept.spec()));
        }
        Instant furthest = until.minus(FURTHEST_BACK);
        return told.isBefore(furthest) ? furthest : told;
    }

    private static Duration usual(DigestSpec spec) {
        return Duration.ofDays(spec.weekly() ? 7 : 1);
    }

    /** The zone in which a chat's digests are due. */
    public ZoneId zone(DigestSpec spec) {
        ZoneId chosen = chats.settings(spec.chat()).zone();
        return chosen == null ? ZoneOffset.UTC : chosen;
    }
}
