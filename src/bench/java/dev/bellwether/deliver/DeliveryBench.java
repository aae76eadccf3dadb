package dev.bellwether.deliver;

import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/**
 * What delivery can do, in figures a person can compare: notices into the outbox, expansion, claims, on both databases; how much of a
 * platform's allowance is used in real time; and what a million waiting envelopes cost. A plain program: what is measured takes seconds
 * and writes to a disk, which JMH does not make more exact.
 */
public final class DeliveryBench {
    private static final int CHATS = 100_000;
    private static final InstantSource CLOCK = InstantSource.system();

    private DeliveryBench() {}

    /** @param arguments any of {@code sqlite}, {@code postgres}, {@code pace}, {@code million}; none for all */
    public static void main(String[] arguments) throws Exception {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        List<String> which =
                arguments.length == 0 ? List.of("sqlite", "postgres", "pace", "million") : List.of(arguments);
        for (String each : which) {
            switch (each) {
                case "sqlite" -> database("SQLite", StoreSettings.inFolder(folder()));
                case "postgres" -> postgres();
                case "pace" -> {
                    pace(PaceLimits.telegram().overAll(30), false, 30);
                    pace(PaceLimits.discord(), true, 50);
                }
                case "million" -> million();
                default -> throw new IllegalArgumentException(each);
            }
        }
    }

    private static Path folder() throws Exception {
        return Files.createTempDirectory("bellwether-bench");
    }

    private static void postgres() throws Exception {
        // As a server runs it: with fsync.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            String url =
                    "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres&password=postgres";
            database("PostgreSQL", StoreSettings.at(url, folder()));
        }
    }

    private static void database(String name, StoreSettings settings) throws Exception {
        try (Store store = Store.open(settings)) {
            post(name, store, 1);
            post(name, store, 32);
        }
        seed(settings);
        try (Store store = Store.open(settings)) {
            double took = expand(store, "fan-out");
            show(name + ": expansion of 100,000 recipients, recipients a second", CHATS / took);
            show(name + ": the same, seconds", took);
            claim(name, store, 24);
            claim(name, store, 250);
        }
    }

    private static void post(String name, Store store, int threads) throws Exception {
        int each = 3_000 / threads;
        AtomicInteger number = new AtomicInteger();
        double took;
        Delivery delivery = new Delivery(
                store.delivery(),
                store.chats(),
                List.of(),
                Contacts.none(),
                new Metrics(),
                CLOCK,
                DeliverySettings.defaults());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long begun = System.nanoTime();
            for (int thread = 0; thread < threads; thread++) {
                pool.execute(() -> {
                    for (int i = 0; i < each; i++) {
                        String key = "post " + threads + " " + number.incrementAndGet();
                        delivery.post(notice(key, Audience.chat(new ChatId("other", key))));
                    }
                });
            }
            pool.close();
            took = (System.nanoTime() - begun) / 1e9;
        }
        delivery.close();
        show(name + ": notices a second into the outbox, " + threads + " threads", each * threads / took);
    }

    private static void seed(StoreSettings settings) {
        try (Store store = Store.open(settings)) {
            expander(store); // drains what was posted before
            List<ChatId> chats = IntStream.range(0, CHATS)
                    .mapToObj(number -> new ChatId("front", Integer.toString(number)))
                    .toList();
            for (int from = 0; from < CHATS; from += 1_000) {
                Audience page = new Audience.These(chats.subList(from, from + 1_000));
                store.delivery().outbox().commit(notice("seed " + from, page), CLOCK.instant());
            }
            expander(store);
            end(store, 1_000);
        }
    }

    /** Ends everything that waits, as if it were sent. */
    private static void end(Store store, int at) {
        Queues queues = store.delivery().queues();
        queues.alive("seed", Instant.MAX);
        for (String front : List.of("front", "other")) {
            for (List<Claim> claims = queues.claim(front, "seed", at);
                    !claims.isEmpty();
                    claims = queues.claim(front, "seed", at)) {
                store.delivery().records().write(ends(claims, "seed"));
            }
        }
        queues.gone("seed");
    }

    private static List<Change> ends(List<Claim> claims, String owner) {
        List<Change> ends = new ArrayList<>();
        for (Claim claim : claims) {
            ends.add(new Change.Ended(claim, owner, Change.End.SENT, List.of("1"), "", CLOCK.instant()));
        }
        return ends;
    }

    private static double expand(Store store, String key) {
        store.delivery().outbox().commit(notice(key, new Audience.Everyone("front")), CLOCK.instant());
        long begun = System.nanoTime();
        expander(store);
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void expander(Store store) {
        DeliveryStore kept = store.delivery();
        Expander expander = new Expander(kept.transactions(), kept.outbox(), kept.audiences(), CLOCK, 1_000);
        while (expander.tick()) {
            Thread.onSpinWait();
        }
    }

    private static void claim(String name, Store store, int batch) {
        Queues queues = store.delivery().queues();
        queues.alive("bench", Instant.MAX);
        int claimed = 0;
        long claiming = 0;
        long begun = System.nanoTime();
        while (claimed < 10_000) {
            long before = System.nanoTime();
            List<Claim> claims = queues.claim("front", "bench", batch);
            claiming += System.nanoTime() - before;
            claimed += claims.size();
            store.delivery().records().write(ends(claims, "bench"));
        }
        double took = (System.nanoTime() - begun) / 1e9;
        show(name + ": claims a second, " + batch + " at a time", claimed / (claiming / 1e9));
        show(name + ": the same with the record of their end", claimed / took);
    }

    private static void pace(PaceLimits limits, boolean recognises, int rate) throws Exception {
        try (Store store = Store.open(StoreSettings.inFolder(folder()))) {
            FakePlatform platform = new FakePlatform(recognises, limits, new SteadyClock(CLOCK));
            Pacer pacer = new Pacer(limits, new SteadyClock(CLOCK));
            Delayer delayer = Thread::sleep;
            FakeSender sender = new FakeSender("front", recognises, platform, pacer, delayer, Duration.ofMillis(20));
            try (Delivery delivery = new Delivery(
                    store.delivery(),
                    store.chats(),
                    List.of(new Way(sender, pacer)),
                    Contacts.none(),
                    new Metrics(),
                    CLOCK,
                    DeliverySettings.defaults())) {
                for (int i = 0; i < 3; i++) {
                    int from = i * 1_000;
                    delivery.post(notice(
                            "drain " + i,
                            new Audience.These(IntStream.range(from, from + 1_000)
                                    .mapToObj(number -> new ChatId("front", Integer.toString(number)))
                                    .toList())));
                }
                delivery.start();
                Thread.sleep(Duration.ofSeconds(5));
                long before = platform.taken();
                long begun = System.nanoTime();
                Thread.sleep(Duration.ofSeconds(30));
                double seconds = (System.nanoTime() - begun) / 1e9;
                show(
                        rate + "/s: share of the allowance used, percent",
                        100 * (platform.taken() - before) / seconds / rate);
                show(rate + "/s: refusals in " + platform.calls() + " calls", platform.violations());
            }
        }
    }

    private static void million() throws Exception {
        StoreSettings settings = StoreSettings.inFolder(folder());
        seed(settings);
        try (Store store = Store.open(settings)) {
            long before = used();
            double took = 0;
            for (int i = 0; i < 10; i++) {
                took += expand(store, "million " + i);
            }
            show("a million envelopes: made in seconds", took);
            FakePlatform platform = new FakePlatform(true, null, CLOCK);
            platform.onlyCount();
            try (Delivery delivery = new Delivery(
                    store.delivery(),
                    store.chats(),
                    List.of(new Way(
                            new FakeSender("front", true, platform),
                            new Pacer(PaceLimits.discord(), new SteadyClock(CLOCK)))),
                    Contacts.none(),
                    new Metrics(),
                    CLOCK,
                    DeliverySettings.defaults())) {
                delivery.start();
                Thread.sleep(Duration.ofSeconds(10));
                show("a million envelopes: heap used while they wait and 50/s are sent, MB", used() / 1e6);
                show("a million envelopes: heap used before there was one, MB", before / 1e6);
                show("a million envelopes: sent in the first 10 s", platform.taken());
                long begun = System.nanoTime();
                String status =
                        Voice.english().plain(delivery.status().getFirst().text());
                show("a million envelopes: /status in ms (" + status + ")", (System.nanoTime() - begun) / 1e6);
            }
            show("a million envelopes: database, MB (" + store.describe() + ")", 0);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Notice notice(String key, Audience audience) {
        Card card = Card.titled("BABA", CLOCK.instant())
                .paragraph("Alibaba broke its resistance at $155.08.")
                .build();
        return new Notice(key, card, audience, Lane.ALERT, CLOCK.instant().plus(Duration.ofDays(1)));
    }

    private static void show(String what, double figure) {
        System.out.println(String.format(Locale.ROOT, "%-90s %,12.1f", what, figure));
    }
}
