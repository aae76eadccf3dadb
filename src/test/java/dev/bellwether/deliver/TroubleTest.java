package dev.bellwether.deliver;

import static dev.bellwether.deliver.World.chat;
import static dev.bellwether.deliver.World.chats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.Transactions;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Voice;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails while the bot runs, and a bot that is stopped while it sends. */
class TroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Store store;

    private final DrivenTime time = new DrivenTime();
    private final FakePlatform platform = new FakePlatform(false, null, time);

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.inFolder(folder).waiting(Duration.ofMillis(20)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Delivery delivery(DeliveryStore kept, FakeSender.Wire wire, Duration lastly) {
        DeliverySettings usual = DeliverySettings.defaults();
        return new Delivery(
                kept,
                store.chats(),
                List.of(new Way(new FakeSender("front", false, wire), Pace.none())),
                Contacts.none(),
                new Metrics(),
                time,
                new DeliverySettings(
                        usual.pageSize(),
                        usual.ahead(),
                        usual.inFlight(),
                        usual.lease(),
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        lastly,
                        usual.kept()),
                time,
                null);
    }

    private World world() {
        return new World(store, false, PaceLimits.telegram(), time);
    }

    private Connection lock() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("bellwether.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
        }
        return connection;
    }

    @Test
    void a_locked_database_refuses_what_is_posted_and_what_waits_goes_on_when_it_is_free() throws SQLException {
        try (Delivery delivery = delivery(store.delivery(), platform, Duration.ofSeconds(5))) {
            delivery.post(world().alert("before", chats(5)));
            try (Connection _ = lock()) {
                assertThatThrownBy(() -> delivery.post(world().alert("during", chat(1))))
                        .isInstanceOf(StoreException.class);
                assertThatThrownBy(delivery::tick).isInstanceOf(StoreException.class);
                assertThat(platform.calls()).isZero();
            }
            assertThat(delivery.post(world().alert("during", chat(1)))).isTrue();
            Awaitility.await().atMost(PATIENCE).until(() -> ticked(delivery) && platform.taken() == 6);
            Awaitility.await().atMost(PATIENCE).until(() -> ticked(delivery) && world().waiting() == 0);
        }
        assertThat(platform.keys(chat(1))).containsExactly("before", "during");
        assertThat(platform.duplicates()).isZero();
    }

    private static boolean ticked(Delivery delivery) {
        delivery.tick();
        return true;
    }

    @Test
    void a_message_taken_just_before_the_database_failed_is_recorded_later_and_not_sent_again() throws Exception {
        AtomicBoolean locked = new AtomicBoolean();
        CountDownLatch free = new CountDownLatch(1);
        FakeSender.Wire wire = call -> {
            FakeSender.Answered answered = platform.call(call);
            if (!locked.getAndSet(true)) {
                lockUntil(free);
            }
            return answered;
        };
        try (Delivery delivery = delivery(store.delivery(), wire, Duration.ofSeconds(5))) {
            delivery.post(world().alert("news", chats(2)));
            Awaitility.await().atMost(PATIENCE).until(() -> {
                try {
                    delivery.tick();
                    return false;
                } catch (StoreException e) {
                    return true;
                }
            });
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(delivery::tick).isInstanceOf(StoreException.class);
            }
            free.countDown();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                try {
                    delivery.tick();
                    return world().waiting() == 0;
                } catch (StoreException e) {
                    return false;
                }
            });
        }
        assertThat(platform.taken()).isEqualTo(2);
        assertThat(platform.duplicates()).isZero();
        assertThat(store.delivery().journal().chats("news", 5))
                .allSatisfy(entry -> assertThat(entry.end()).isEqualTo(Change.End.SENT));
    }

    /** Locks the database on a thread of its own until told otherwise. */
    private void lockUntil(CountDownLatch free) {
        CountDownLatch locked = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try (Connection _ = lock()) {
                locked.countDown();
                free.await();
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        try {
            locked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_damaged_database_shows_as_down_and_everything_goes_on_once_it_is_mended() {
        Breakable kept = new Breakable(store.delivery());
        try (Delivery delivery = delivery(kept, platform, Duration.ofSeconds(5))) {
            delivery.start();
            delivery.post(world().alert("before", chats(3)));
            Awaitility.await().atMost(PATIENCE).until(() -> platform.taken() == 3);
            kept.broken = new IllegalStateException("The database is damaged; put a backup in its place");
            assertThatThrownBy(() -> delivery.post(world().alert("refused", chat(1))))
                    .hasMessageContaining("damaged");
            store.delivery().outbox().commit(world().alert("during", chats(3)), time.instant());
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                StatusPart part = delivery.status().getFirst();
                assertThat(part.state()).isEqualTo(StatusPart.State.DOWN);
                assertThat(Voice.english().plain(part.text())).contains("damaged");
            });
            kept.broken = null;
            Awaitility.await().atMost(PATIENCE).until(() -> platform.taken() == 6 && world().waiting() == 0);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> delivery.status().getFirst().state() == StatusPart.State.OK);
        }
        assertThat(platform.duplicates()).isZero();
        assertThat(platform.keys(chat(1))).containsExactly("before", "during");
    }

    /** A store of which the part that every loop needs can be broken. */
    private static final class Breakable implements DeliveryStore {
        private final DeliveryStore kept;
        volatile @Nullable RuntimeException broken;

        Breakable(DeliveryStore kept) {
            this.kept = kept;
        }

        private DeliveryStore whole() {
            RuntimeException failure = broken;
            if (failure != null) {
                throw failure;
            }
            return kept;
        }

        @Override
        public Transactions transactions() {
            return new Transactions() {
                @Override
                public <T extends @Nullable Object> T inOne(java.util.function.Supplier<T> work) {
                    return whole().transactions().inOne(work);
                }

                @Override
                public boolean joined() {
                    return whole().transactions().joined();
                }
            };
        }

        @Override
        public Outbox outbox() {
            return whole().outbox();
        }

        @Override
        public Queues queues() {
            return whole().queues();
        }

        @Override
        public Records records() {
            return changes -> whole().records().write(changes);
        }

        @Override
        public AudiencePages audiences() {
            return (audience, from, most, now) -> whole().audiences().page(audience, from, most, now);
        }

        @Override
        public Journal journal() {
            return kept.journal();
        }
    }

    @Test
    void a_stop_lets_the_call_that_is_under_way_finish_and_leaves_the_rest_for_the_next_start() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        FakeSender.Wire wire = call -> {
            under.countDown();
            try {
                finish.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return platform.call(call);
        };
        Delivery delivery = delivery(store.delivery(), wire, Duration.ofSeconds(8));
        delivery.start();
        delivery.post(world().alert("news", chats(10)));
        under.await();
        Thread stop = Thread.ofVirtual().start(delivery::close);
        Awaitility.await().atMost(PATIENCE).until(() -> stop.getState() != Thread.State.RUNNABLE);
        finish.countDown();
        assertThat(stop.join(Duration.ofSeconds(10))).isTrue();
        long finished = platform.taken();
        assertThat(finished).isBetween(1L, 9L);
        assertThat(world().waiting()).isEqualTo(10 - finished);
        try (Delivery next = delivery(store.delivery(), platform, Duration.ofSeconds(5))) {
            Awaitility.await().atMost(PATIENCE).until(() -> ticked(next) && world().waiting() == 0);
        }
        assertThat(platform.taken()).isEqualTo(10);
        chats(10)
                .forEach(chat -> assertThat(platform.in(chat))
                        .extracting(FakePlatform.Message::again)
                        .containsExactly(false));
    }

    @Test
    void a_call_that_does_not_finish_within_the_time_to_stop_is_in_doubt_for_the_next_start() throws Exception {
        CountDownLatch under = new CountDownLatch(1);
        FakeSender.Wire wire = call -> {
            under.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new FakeSender.Answered.Not(new dev.bellwether.talk.Outcome.Retry(Duration.ZERO, "stopped", true));
        };
        Delivery delivery = delivery(store.delivery(), wire, Duration.ofMillis(50));
        delivery.start();
        delivery.post(world().alert("news", chat(1)));
        under.await();
        delivery.close();
        try (Delivery next = delivery(store.delivery(), platform, Duration.ofSeconds(5))) {
            Awaitility.await().atMost(PATIENCE).until(() -> {
                time.pass(Duration.ofSeconds(1));
                return ticked(next) && world().waiting() == 0;
            });
        }
        assertThat(platform.in(chat(1))).extracting(FakePlatform.Message::again).containsExactly(true);
    }
}
