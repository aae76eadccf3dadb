package dev.bellwether.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.FakeSender.Answered;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A child process posts and sends a thousand messages, and is killed with -9 at random moments, again and again. */
class KilledTest {
    private static final int KILLS = 6;
    private static final int CHATS = 50;
    private static final int NOTICES = 20;
    private static final int MESSAGES = CHATS * NOTICES;

    @TempDir
    Path folder = Path.of("");

    private final AtomicReference<@Nullable Process> child = new AtomicReference<>();
    private final AtomicLong killAt = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong calls = new AtomicLong();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothing_is_lost_and_nothing_stands_twice_but_what_was_under_way_where_repeats_are_not_known(boolean recognises)
            throws Exception {
        FakePlatform platform = new FakePlatform(recognises, null, InstantSource.fixed(DrivenTime.START));
        Random random = new Random(recognises ? 1 : 2);
        int kills = 0;
        try (PlatformServer server = new PlatformServer(call -> killing(platform, call, random.nextBoolean()))) {
            while (true) {
                killAt.set(kills < KILLS ? calls.get() + 1 + random.nextInt(MESSAGES / KILLS) : Long.MAX_VALUE);
                if (run(server.port(), recognises) == 0) {
                    break;
                }
                kills++;
            }
        }
        assertThat(kills).as("it really was killed").isEqualTo(KILLS);
        for (int number = 0; number < CHATS; number++) {
            ChatId chat = new ChatId("front", Integer.toString(number));
            assertThat(platform.keys(chat).stream().distinct())
                    .as("all, in order")
                    .containsExactlyElementsOf(
                            IntStream.range(0, NOTICES).mapToObj(Child::key).toList());
        }
        if (recognises) {
            assertThat(platform.taken()).isEqualTo(MESSAGES);
        } else {
            assertThat(platform.taken()).isBetween((long) MESSAGES, (long) MESSAGES + kills);
        }
    }

    /** Answers, but at the chosen call kills the caller: before the message is taken, or after that and before the answer. */
    private Answered killing(FakePlatform platform, FakeSender.Call call, boolean before) {
        boolean now = calls.incrementAndGet() == killAt.get();
        if (now && before) {
            kill();
        }
        Answered answered = platform.call(call);
        if (now && !before) {
            kill();
        }
        return answered;
    }

    private void kill() {
        Process running = child.get();
        if (running != null) {
            running.toHandle().destroyForcibly();
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private int run(int port, boolean recognises) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        Integer.toString(port),
                        Boolean.toString(recognises))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        child.set(process);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the child hangs");
        }
        return process.exitValue();
    }

    /** The child. Posts every notice, which does nothing for those it posted in an earlier life, and ends when none waits. */
    static final class Child {
        private Child() {}

        static String key(int number) {
            return String.format(Locale.ROOT, "notice %02d", number);
        }

        public static void main(String[] arguments) throws InterruptedException {
            InstantSource clock = RunningTime.clock();
            boolean recognises = Boolean.parseBoolean(arguments[2]);
            FakeSender sender =
                    new FakeSender("front", recognises, PlatformServer.client(Integer.parseInt(arguments[1])));
            DeliverySettings usual = DeliverySettings.defaults();
            // One call at a time where repeats are not known: then a kill can leave but one in doubt.
            DeliverySettings settings = new DeliverySettings(
                    200,
                    usual.ahead(),
                    recognises ? 16 : 1,
                    usual.lease(),
                    usual.firstPause(),
                    usual.longestPause(),
                    usual.lastly(),
                    usual.kept());
            try (Store store = Store.open(StoreSettings.inFolder(Path.of(arguments[0])));
                    Delivery delivery = new Delivery(
                            store.delivery(),
                            store.chats(),
                            List.of(new Way(sender, Pace.none())),
                            Contacts.none(),
                            new Metrics(),
                            clock,
                            settings)) {
                delivery.start();
                post(delivery);
                Bell never = new Bell();
                while (waiting(store, clock.instant()) > 0) {
                    never.await(Duration.ofMillis(50));
                }
            }
        }

        private static void post(Delivery delivery) {
            List<ChatId> chats = IntStream.range(0, CHATS)
                    .mapToObj(number -> new ChatId("front", Integer.toString(number)))
                    .toList();
            for (int number = 0; number < NOTICES; number++) {
                Card card = Card.titled(key(number), DrivenTime.START).build();
                delivery.post(new Notice(key(number), card, new Audience.These(chats), Lane.ALERT, Instant.MAX));
            }
        }

        private static long waiting(Store store, Instant now) {
            Journal.Totals totals = store.delivery().journal().totals(now);
            return totals.waiting() + totals.unexpanded();
        }
    }
}
