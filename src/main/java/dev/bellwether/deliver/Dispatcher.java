package dev.bellwether.deliver;

import dev.bellwether.talk.ChatSettings;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the envelopes of one front: claims those whose turn it is, gives each its turn with the platform, and lets others send them,
 * many at once. What it works by stands in {@link Delivery}.
 *
 * <p>{@link #tick} is called by one thread at a time and never waits for a platform. Tries run on the executor; what came of
 * them is kept by the thread that tried, and if the store fails, by the next tick that finds it working.
 */
final class Dispatcher {
    static final Logger LOG = LoggerFactory.getLogger("dev.bellwether.deliver");

    /** A chat whose turn comes this soon is waited for; one that has to wait longer gives its place to others. */
    private static final Duration SHORT = Duration.ofMillis(300);

    /** How long a front without work looks for some at the latest. */
    private static final Duration IDLE = Duration.ofMillis(250);

    private static final int ANSWERS_FOR_ONE_MORE = 20;

    private static final Duration EARLIER_FIRST = Duration.ofSeconds(2);

    private record Soon(Claim claim, Instant at) {}

    private final Way way;
    private final Queues queues;
    private final Recorder recorder;
    private final Chats chats;
    private final Attempt attempt;
    private final Brake brake;
    private final JumpWatch jumps;
    private final Metrics metrics;
    private final InstantSource clock;
    private final DeliverySettings settings;
    private final String owner;
    private final Executor executor;
    private final Bell bell;

    private final Deque<Claim> ready = new ArrayDeque<>();
    private final List<Soon> soon = new ArrayList<>();
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    /** What the store could not keep yet. */
    private final Deque<List<Change>> unkept = new ArrayDeque<>();

    private final AtomicLong answered = new AtomicLong();
    private Instant nextLook = Instant.MIN;
    private volatile boolean looked;
    private volatile boolean stopping;

    Dispatcher(
            Way way,
            Queues queues,
            Recorder recorder,
            Chats chats,
            Attempt attempt,
            Brake brake,
            JumpWatch jumps,
            Metrics metrics,
            InstantSource clock,
            DeliverySettings settings,
            String owner,
            Executor executor,
            Bell bell) {
        this.way = way;
        this.queues = queues;
        this.recorder = recorder;
        this.chats = chats;
        this.attempt = attempt;
        this.brake = brake;
        this.jumps = jumps;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings;
        this.owner = owner;
        this.executor = executor;
        this.bell = bell;
    }

    String front() {
        return way.sender().front();
    }

    /** Rings when there may be something to do. */
    Bell bell() {
        return bell;
    }

    /** The brake of this front. */
    Brake brake() {
        return brake;
    }

    /** How many tries are under way. */
    int inFlight() {
        return inFlight.size();
    }

    /** There may be work: the next tick looks for it. Called by any thread. */
    void look() {
        looked = false;
        bell.ring();
    }

    /**
     * Does what can be done now.
     *
     * @return how long there is nothing to do unless the bell rings
     * @throws RuntimeException what the store throws; nothing is lost by it, and the next tick goes on
     */
    Duration tick() {
        keepUnkept();
        Instant now = clock.instant();
        comeBack(now);
        if (!stopping && inFlight.size() < most()) {
            claim(now);
        }
        List<Change> changes = new ArrayList<>();
        try {
            return launch(now, changes);
        } finally {
            if (!changes.isEmpty()) {
                keep(changes);
            }
        }
    }

    /**
     * How many calls may run at once. A platform that does not know repeats begins with one and gets more as it answers: each that is
     * under way when the process is killed may come twice, and calls are slowest right after a start.
     */
    private int most() {
        if (way.sender().recognisesRepeats()) {
            return settings.inFlight();
        }
        return (int) Math.min(settings.inFlight(), 1 + answered.get() / ANSWERS_FOR_ONE_MORE);
    }

    /** Claims again when half of what was claimed is on its way. */
    private void claim(Instant now) {
        if (ready.size() + soon.size() > settings.ahead() / 2 || brakedFor(now).isPositive()) {
            return;
        }
        if (looked && now.isBefore(nextLook) && !nextLook.isAfter(now.plus(IDLE))) {
            return;
        }
        looked = true;
        List<Claim> claims = queues.claim(front(), owner, settings.ahead() - ready.size() - soon.size());
        ready.addAll(claims);
        if (!claims.isEmpty()) {
            looked = false; // there may be more
        }
        nextLook = now.plus(IDLE);
    }

    private void comeBack(Instant now) {
        // A clock that was set back must not hold what was to wait for a moment.
        soon.removeIf(each -> {
            boolean due = !each.at().isAfter(now) || each.at().isAfter(now.plus(SHORT));
            if (due) {
                ready.addFirst(each.claim());
            }
            return due;
        });
    }

    private Duration launch(Instant now, List<Change> changes) {
        while (!ready.isEmpty() && !stopping) {
            if (inFlight.size() >= most()) {
                return IDLE;
            }
            Duration wait = longer(way.pace().untilFree(ready.peekFirst().lane()), brakedFor(now));
            if (wait.isPositive()) {
                return shorter(wait, IDLE);
            }
            Claim claim = ready.removeFirst();
            try {
                consider(claim, now, changes);
            } catch (RuntimeException e) {
                ready.addFirst(claim);
                throw e;
            }
        }
        Duration wait = IDLE;
        for (Soon each : soon) {
            wait = shorter(wait, Duration.between(now, each.at()));
        }
        return looked ? wait : Duration.ZERO;
    }

    private Duration brakedFor(Instant now) {
        Instant until = brake.until(now);
        if (until != null) {
            return Duration.between(now, until);
        }
        return brake.since() == null ? Duration.ZERO : IDLE; // one is trying
    }

    private void consider(Claim claim, Instant now, List<Change> changes) {
        if (!claim.expires().isAfter(now) && jumps.mayExpire()) {
            metrics.ended(front(), Change.End.EXPIRED);
            LOG.atWarn()
                    .addKeyValue("notice", claim.key())
                    .addKeyValue("chat", claim.chat())
                    .log("expired after {} tries", claim.tries());
            changes.add(new Change.Ended(claim, owner, Change.End.EXPIRED, claim.messages(), "expired", now));
            return;
        }
        ChatSettings chosen = chats.settings(claim.chat());
        Instant quiet = QuietTime.until(chosen, claim.lane(), now);
        if (quiet != null) {
            postpone(claim, quiet, now, changes);
            return;
        }
        Queues.Earlier earlier = earlier(claim);
        if (earlier instanceof Queues.Earlier.Waiting) {
            postpone(claim, now.plus(EARLIER_FIRST), now, changes);
            return;
        }
        if (!brake.mayTry(now)) {
            ready.addFirst(claim);
            return;
        }
        Duration wait = way.pace().take(claim.chat(), claim.lane());
        if (!wait.isPositive()) {
            start(claim, chosen, follow(claim, earlier));
            return;
        }
        brake.notTried();
        if (wait.compareTo(SHORT) <= 0) {
            soon.add(new Soon(claim, now.plus(wait)));
        } else {
            postpone(claim, now.plus(wait), now, changes);
        }
    }

    private void postpone(Claim claim, Instant due, Instant now, List<Change> changes) {
        // Not later than it expires, so that it is counted then; unless that was before, and it may not expire now.
        Instant latest = due.isAfter(claim.expires()) && claim.expires().isAfter(now) ? claim.expires() : due;
        changes.add(new Change.Postponed(claim, owner, latest));
    }

    private Queues.Earlier earlier(Claim claim) {
        return claim.follow() == null
                ? new Queues.Earlier.None()
                : queues.earlier(claim.follow().key(), claim.chat());
    }

    private static Envelope.@Nullable Follow follow(Claim claim, Queues.Earlier earlier) {
        return claim.follow() != null && earlier instanceof Queues.Earlier.Stands(List<String> messages)
                ? new Envelope.Follow(messages.getFirst(), claim.follow().edit())
                : null;
    }

    private void start(Claim claim, ChatSettings chosen, Envelope.@Nullable Follow follow) {
        inFlight.add(claim.envelope());
        try {
            executor.execute(() -> attempt(claim, chosen, follow));
        } catch (RuntimeException e) {
            inFlight.remove(claim.envelope());
            throw e;
        }
    }

    private void attempt(Claim claim, ChatSettings chosen, Envelope.@Nullable Follow follow) {
        try {
            List<Change> changes = attempt.make(claim, chosen, follow);
            if (!changes.isEmpty()) {
                keep(changes);
            }
        } finally {
            inFlight.remove(claim.envelope());
            answered.incrementAndGet();
            look();
        }
    }

    /** What can't be kept now is kept later: it is known here, and the claims are still ours. */
    private void keep(List<Change> changes) {
        try {
            recorder.write(changes);
        } catch (RuntimeException e) {
            synchronized (unkept) {
                unkept.add(changes);
            }
            LOG.warn("What came of {} envelopes can't be kept yet: {}", changes.size(), e.getMessage());
        }
    }

    private void keepUnkept() {
        while (true) {
            List<Change> next;
            synchronized (unkept) {
                next = unkept.peek();
            }
            if (next == null) {
                return;
            }
            recorder.write(next);
            synchronized (unkept) {
                unkept.remove();
            }
        }
    }

    /** Whether everything that is known is kept. */
    boolean kept() {
        synchronized (unkept) {
            return unkept.isEmpty();
        }
    }

    /** From now on nothing more is begun. Called by any thread. */
    void stop() {
        stopping = true;
        bell.ring();
    }

    /** Gives back what was claimed and not begun, and keeps what can be kept. Called when no tick runs any more. */
    void giveBack() {
        List<Change> changes = new ArrayList<>();
        for (Collection<Claim> claims :
                List.of(ready, soon.stream().map(Soon::claim).toList())) {
            claims.forEach(claim -> changes.add(new Change.Returned(claim, owner)));
        }
        ready.clear();
        soon.clear();
        if (!changes.isEmpty()) {
            keep(changes);
        }
        keepUnkept();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        Duration least = a.compareTo(b) < 0 ? a : b;
        return least.isNegative() ? Duration.ZERO : least;
    }
}
