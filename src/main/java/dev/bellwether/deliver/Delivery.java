package dev.bellwether.deliver;

import dev.bellwether.command.StatusPart;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Brings notices to the chats they are for, and loses none.
 *
 * <p><b>The way.</b> A notice is committed, at best in one transaction with the fact it tells of ({@link Outbox#commit}). The
 * {@link Expander} turns its audience into envelopes, a page at a time, with the cursor in the same transaction. A
 * {@link Dispatcher} for each front claims envelopes, gives each its turn ({@link Pace}) and has them sent ({@link Attempt}). What
 * came of it is written before the next envelope of that chat is touched. The {@link Keeper} frees what a dead process had claimed.
 * Each of them has a tick that a test calls with its own clock; the threads of {@link #start} only call the ticks.
 *
 * <p><b>Invariants.</b>
 *
 * <ol>
 *   <li>A notice key exists once, and an envelope once for each notice and chat: whatever is repeated before that point is a no-op.
 *   <li>An envelope is OPEN until something final came of it, and a chat and lane with an open envelope has a row in {@code queues}.
 *       Both change in one transaction, with that row locked; {@link Queues#mend} looks whether it is so.
 *   <li>Only the owner of a queue sends, and only the first of its open envelopes. So a chat's messages of one lane keep their order, and
 *       an envelope that has to be repeated holds back those behind it, in this chat alone, until it arrives or expires.
 *   <li>Nothing is sent without a record that a call begins, and nothing is recorded as sent before the platform said so. The record
 *       is refused to who no longer owns the queue.
 *   <li>A process owns queues as long as it says that it is alive. It says so once for all of them, so a million claims cost no
 *       more than one.
 * </ol>
 *
 * <p><b>How often.</b> At least once, and exactly once but for one window: between the platform's taking a message and our
 * record of it. A process that dies there leaves {@code sending} set; its successor sends the message again and says so in
 * {@link dev.bellwether.talk.Envelope#again}. Discord recognises the repeat by its nonce, for a few minutes. Telegram can't: the
 * repeat stands there twice, and is marked. A living process for which an answer never comes is in the same doubt: it repeats the
 * message once; if no answer comes to that either, it stops ({@link Change.End#UNSURE}) and tells the operator, since a third copy
 * would be worse than a gap that somebody knows of. A doubt left by a crash does not count towards that, or two crashes could lose a
 * message.
 *
 * <p><b>Order.</b> Lanes come strictly one after the other. Within a lane queues are served by {@code turn}, the start tag of
 * start-time fair queueing (Goyal, Vin, Cheng 1996): the recipients of a notice get consecutive turns that begin where sending has
 * come to when the notice is expanded. So two notices advance side by side, whatever their sizes; a notice to ten chats passes through
 * the middle of one to 100,000 and delays it by ten messages. A chat in both is moved up to the better of its turns, since its older
 * message has to go first. A chat with many messages goes behind the others after each. A front whose platform does not answer at
 * all is braked ({@link Brake}): one message probes, the others keep their turns.
 *
 * <p><b>The store fails</b> (locked, full, damaged, away): posting throws, and the caller's transaction with it, so its fact is
 * found again. Nothing is sent, since that it begins can't be recorded. What came of calls that were under way is remembered and
 * recorded when the store is back; the claims stay this process's. No restart is needed.
 *
 * <p><b>The clock jumps</b>: ownership is by heartbeat, and a process never frees its own queues, so a jump makes no second copy on one
 * process. For five minutes nothing expires. After a jump back pauses that would have become too long are ended.
 */
public final class Delivery implements Post, AutoCloseable {
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration BRAKED_AT_MOST = Duration.ofSeconds(20);
    private static final Duration STORE_AWAY_AT_MOST = Duration.ofSeconds(10);

    private final DeliveryStore store;
    private final InstantSource clock;
    private final DeliverySettings settings;
    private final Metrics metrics;
    private final String owner = UUID.randomUUID().toString();
    private final JumpWatch jumps;
    private final Recorder recorder;
    private final Expander expander;
    private final Keeper keeper;
    private final List<Dispatcher> dispatchers = new ArrayList<>();
    private final Bell expanding = new Bell();
    private final List<Loop> loops = new ArrayList<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("send-", 0).factory());
    private final DeliveryStatus status;
    private boolean closed;

    /**
     * @param chats where gone chats are retired and moved ones renamed
     * @param ways one for each front; a front without one keeps its envelopes waiting
     * @param contacts whom to tell when a chat can't be told
     * @param metrics counts
     * @param clock tells the time
     */
    public Delivery(
            DeliveryStore store,
            Chats chats,
            List<Way> ways,
            Contacts contacts,
            Metrics metrics,
            InstantSource clock,
            DeliverySettings settings) {
        this(store, chats, ways, contacts, metrics, clock, settings, System::nanoTime, null);
    }

    /**
     * For tests.
     *
     * @param nanos counts evenly, whatever the clock does
     * @param sending runs tries; null for a virtual thread each
     */
    Delivery(
            DeliveryStore store,
            Chats chats,
            List<Way> ways,
            Contacts contacts,
            Metrics metrics,
            InstantSource clock,
            DeliverySettings settings,
            LongSupplier nanos,
            @Nullable Executor sending) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.metrics = metrics;
        this.jumps = new JumpWatch(clock, nanos);
        this.expander =
                new Expander(store.transactions(), store.outbox(), store.audiences(), clock, settings.pageSize());
        this.keeper = new Keeper(store.outbox(), store.queues(), jumps, clock, settings, owner);
        this.recorder = new Recorder(store.records());
        Cards cards = new Cards(store.outbox());
        for (Way way : ways) {
            dispatchers.add(dispatcher(way, cards, chats, contacts, sending == null ? threads : sending));
        }
        this.status = new DeliveryStatus(store.journal(), dispatchers, loops, jumps, clock);
        status.register(metrics);
    }

    private Dispatcher dispatcher(Way way, Cards cards, Chats chats, Contacts contacts, Executor sending) {
        Backoff backoff = new Backoff(settings.firstPause(), settings.longestPause(), random());
        Brake brake = new Brake(new Backoff(settings.firstPause(), BRAKED_AT_MOST, random()));
        Attempt attempt =
                new Attempt(way, recorder, cards, new Reports(contacts), backoff, brake, metrics, clock, owner);
        return new Dispatcher(
                way,
                store.queues(),
                recorder,
                chats,
                attempt,
                brake,
                jumps,
                metrics,
                clock,
                settings,
                owner,
                sending,
                new Bell());
    }

    private static RandomGenerator random() {
        return RandomGenerator.of("L64X128MixRandom");
    }

    /** {@inheritDoc} It throws what the store throws; nothing was kept then. */
    @Override
    public boolean post(Notice notice) {
        // Alone it may share its transaction with what other threads post.
        boolean fresh = store.transactions().joined()
                ? store.outbox().commit(notice, clock.instant())
                : recorder.write(List.of(new Change.Told(notice, clock.instant())))
                        .getFirst();
        metrics.posted(fresh);
        Dispatcher.LOG
                .atInfo()
                .addKeyValue("notice", notice.key())
                .log(fresh ? "posted" : "posted before; nothing done");
        expanding.ring();
        return fresh;
    }

    /** Begins to deliver, on threads of its own. Returns at once, whatever the state of the store. */
    public void start() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), STORE_AWAY_AT_MOST, random());
        loops.add(new Loop("deliver-keep", this::keep, clock, backoff, new Bell()));
        loops.add(new Loop("deliver-expand", this::expand, clock, backoff, expanding));
        for (Dispatcher dispatcher : dispatchers) {
            loops.add(new Loop("deliver-" + dispatcher.front(), dispatcher::tick, clock, backoff, dispatcher.bell()));
        }
        loops.forEach(Loop::start);
    }

    /**
     * Does once what the threads do again and again: expands what is to be expanded, and sends what can be sent now.
     *
     * @return how long there is nothing to do, as far as is known
     * @throws RuntimeException what the store throws
     */
    public Duration tick() {
        keep();
        while (expander.tick()) {
            // each page is a transaction of its own
        }
        Duration wait = IDLE;
        for (Dispatcher dispatcher : dispatchers) {
            dispatcher.look();
            Duration its = dispatcher.tick();
            wait = its.compareTo(wait) < 0 ? its : wait;
        }
        return wait;
    }

    private Duration keep() {
        if (keeper.tick()) {
            dispatchers.forEach(Dispatcher::look);
        }
        return IDLE;
    }

    private Duration expand() {
        if (!expander.tick()) {
            return IDLE;
        }
        dispatchers.forEach(Dispatcher::look);
        return Duration.ZERO;
    }

    /** How delivery is, for {@code /status} and the health pages. */
    public List<StatusPart> status() {
        return status.parts();
    }

    /** What was sent. */
    public Journal journal() {
        return store.journal();
    }

    /** Lets calls that are under way finish, gives back what is not begun, and ends; at most 10 s. Closing twice does no harm. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        long end = System.nanoTime() + settings.lastly().toNanos();
        dispatchers.forEach(Dispatcher::stop);
        loops.forEach(loop -> loop.close(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow(); // their envelopes stay in doubt and are sent again as such
                var _ = threads.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        try {
            dispatchers.forEach(Dispatcher::giveBack);
            store.queues().gone(owner);
        } catch (RuntimeException e) {
            Dispatcher.LOG.warn("What was claimed can't be given back; the next start frees it: {}", e.getMessage());
        }
        recorder.close();
    }
}
