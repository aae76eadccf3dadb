package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chats;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.store.PostgresServer;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL. */
@Timeout(120)
class ClaimsTest {
    private static final int ENVELOPES = 10_000;

    @TempDir
    Path folder = Path.of("");

    private final DrivenTime time = new DrivenTime();

    @Test
    void two_dispatchers_claim_ten_thousand_envelopes_each_once() throws Exception {
        StoreSettings settings = StoreSettings.at(PostgresServer.freshDatabase(), folder);
        try (Store first = Store.open(settings);
                Store second = Store.open(settings)) {
            World world = new World(first, true, PaceLimits.discord(), time);
            for (int notice = 0; notice < ENVELOPES / 1_000; notice++) {
                first.delivery().outbox().commit(world.alert("notice " + notice, chats(1_000)), time.instant());
            }
            Set<Long> claimed = ConcurrentHashMap.newKeySet();
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                // One expands while both claim: what finds a queue empty must not lose what is added to it at that
                // moment.
                Future<?> expanding = threads.submit(() -> expand(first));
                List<Future<Integer>> claiming = List.of(
                        threads.submit(() -> claimAll(first, "first", claimed)),
                        threads.submit(() -> claimAll(second, "second", claimed)));
                expanding.get(60, TimeUnit.SECONDS);
                int sum = 0;
                for (Future<Integer> each : claiming) {
                    assertThat(each.get(60, TimeUnit.SECONDS))
                            .as("both had their share")
                            .isGreaterThan(ENVELOPES / 20);
                    sum += each.get();
                }
                assertThat(sum).isEqualTo(ENVELOPES);
            } finally {
                threads.shutdownNow();
            }
            assertThat(claimed).hasSize(ENVELOPES);
            assertThat(first.delivery().journal().totals(time.instant()).waiting())
                    .isZero();
            assertThat(first.delivery().queues().mend()).isZero();
        }
    }

    @Test
    void who_expands_a_later_notice_waits_for_who_expands_an_earlier_one() throws Exception {
        String url = PostgresServer.freshDatabase();
        StoreSettings settings = StoreSettings.at(url, folder);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Store first = Store.open(settings);
                Store second = Store.open(settings)) {
            World world = new World(first, true, PaceLimits.discord(), time);
            for (String key : List.of("earlier", "later")) {
                first.delivery().outbox().commit(world.alert(key, chats(1)), time.instant());
            }
            CountDownLatch taken = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            Future<?> earlier = threads.submit(() -> expandOne(first, taken, go));
            assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
            Future<?> later = threads.submit(() -> expand(second));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> someoneWaits(url));
            go.countDown();
            earlier.get(60, TimeUnit.SECONDS);
            later.get(60, TimeUnit.SECONDS);
            Queues queues = first.delivery().queues();
            queues.alive("first", time.instant().plusSeconds(60));
            assertThat(queues.claim("front", "first", 1)).extracting(Claim::key).containsExactly("earlier");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Takes the next notice, and makes its envelopes only when told to go on. */
    private static @Nullable Void expandOne(Store store, CountDownLatch taken, CountDownLatch go) {
        DeliveryStore kept = store.delivery();
        return kept.transactions().inOne(() -> {
            Outbox.Expansion next = kept.outbox().next().orElseThrow();
            taken.countDown();
            await(go);
            kept.outbox().expand(next, chats(1), null, Instant.EPOCH);
            return null;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean someoneWaits(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
            return waiting.next() && waiting.getLong(1) > 0;
        }
    }

    private void expand(Store store) {
        DeliveryStore kept = store.delivery();
        Expander expander = new Expander(kept.transactions(), kept.outbox(), kept.audiences(), time, 250);
        while (expander.tick()) {
            Thread.onSpinWait();
        }
    }

    /** Claims and ends until all is done; gives how many were this one's. */
    private int claimAll(Store store, String owner, Set<Long> claimed) {
        DeliveryStore kept = store.delivery();
        kept.queues().alive(owner, time.instant().plusSeconds(60));
        int mine = 0;
        while (claimed.size() < ENVELOPES && !Thread.interrupted()) {
            List<Change> ends = new ArrayList<>();
            for (Claim claim : kept.queues().claim("front", owner, 40)) {
                assertThat(claimed.add(claim.envelope())).as("claimed before").isTrue();
                ends.add(new Change.Ended(claim, owner, Change.End.SENT, List.of("1"), "", time.instant()));
            }
            if (!ends.isEmpty()) {
                assertThat(kept.records().write(ends)).doesNotContain(false);
            }
            mine += ends.size();
        }
        return mine;
    }

    @Test
    void two_deliveries_share_the_work_and_send_each_message_once() {
        StoreSettings settings = StoreSettings.at(PostgresServer.freshDatabase(), folder);
        FakePlatform platform = new FakePlatform(false, null, time);
        try (Store first = Store.open(settings);
                Store second = Store.open(settings)) {
            World world = new World(first, true, PaceLimits.discord(), time);
            try (Delivery one = delivery(first, platform);
                    Delivery other = delivery(second, platform)) {
                one.start();
                other.start();
                for (int notice = 0; notice < 10; notice++) {
                    one.post(new Notice(
                            "notice " + notice,
                            world.card("notice", 1),
                            new Audience.These(chats(60)),
                            Lane.ALERT,
                            Instant.MAX));
                }
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> platform.taken() >= 600 && world.waiting() == 0);
            }
            assertThat(platform.taken()).isEqualTo(600);
            assertThat(platform.duplicates()).isZero();
            chats(60).forEach(chat -> assertThat(platform.keys(chat)).isSorted().hasSize(10));
        }
    }

    private Delivery delivery(Store store, FakePlatform platform) {
        return new Delivery(
                store.delivery(),
                store.chats(),
                List.of(new Way(new FakeSender("front", true, platform), Pace.none())),
                Contacts.operator(Optional.empty()),
                new Metrics(),
                RunningTime.clock(),
                DeliverySettings.defaults());
    }
}
