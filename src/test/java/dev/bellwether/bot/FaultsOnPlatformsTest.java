package dev.bellwether.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.bot.Saboteur.Fate;
import dev.bellwether.deliver.Contacts;
import dev.bellwether.deliver.Delivery;
import dev.bellwether.deliver.DeliverySettings;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.deliver.PaceLimits;
import dev.bellwether.deliver.Pacer;
import dev.bellwether.deliver.SteadyClock;
import dev.bellwether.deliver.Way;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Delivery through the real clients, at the pace that the platforms allow, while they and the network are at their worst. Many chats and
 * not ten, since the fakes keep the limits of chats by the machine's clock: ten would take minutes. To a channel
 * of Discord go as many as its bucket holds: the fake tells of it only with new messages, and after an answer that is lost a client can't
 * know what is left.
 */
class FaultsOnPlatformsTest {
    private static final Duration LONGEST = Duration.ofSeconds(100);
    private static final PlatformChild.Load DISCORD = new PlatformChild.Load(5, 40);
    private static final PlatformChild.Load TELEGRAM = new PlatformChild.Load(3, 40);
    private static final int BAD = 7;

    /** This one's answers are lost again and again, not only once. */
    private static final int UNLUCKY = 9;

    @TempDir
    Path folder = Path.of("");

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void on_discord_everything_arrives_once_and_in_order() {
        try (Ground ground = Ground.of("discord")) {
            deliver(ground, "discord", DISCORD, PaceLimits.discord(), 3);
            Ground.chats("discord", DISCORD.chats())
                    .forEach(chat -> assertThat(arrived(ground.standing(), chat))
                            .as(chat)
                            .isEqualTo(expected("discord", DISCORD, chat)));
            assertThat(ground.violations()).isEmpty();
        }
    }

    @Test
    void on_telegram_everything_arrives_in_order_and_only_what_was_in_doubt_stands_twice() {
        try (Ground.Telegram ground = (Ground.Telegram) Ground.of("telegram")) {
            ground.fake().limit();
            Troubles troubles = deliver(ground, "telegram", TELEGRAM, PaceLimits.telegram(), 1);
            Map<String, List<String>> standing = ground.standing();
            int repeats = 0;
            for (String chat : Ground.chats("telegram", TELEGRAM.chats())) {
                List<Integer> all = arrived(standing, chat);
                assertThat(all.stream().distinct()).as(chat).isEqualTo(expected("telegram", TELEGRAM, chat));
                repeats += all.size() - expected("telegram", TELEGRAM, chat).size();
            }
            assertThat(repeats).isEqualTo(troubles.unanswered.size());
            assertThat(standing.values().stream().flatMap(List::stream))
                    .filteredOn(text -> text.contains("Sent again"))
                    .hasSize(troubles.unanswered.size() + troubles.lost.size());
            assertThat(ground.fake().floods()).isZero();
            assertThat(ground.violations()).isEmpty();
        }
    }

    private Troubles deliver(Ground ground, String front, PlatformChild.Load load, PaceLimits limits, int losses) {
        List<String> chats = Ground.chats(front, load.chats());
        Troubles troubles = new Troubles(chats.get(UNLUCKY), losses);
        ground.sabotage(troubles);
        ground.block(chats.get(BAD));
        Pacer pace = new Pacer(limits, new SteadyClock(Ground.CLOCK));
        try (Store store = Store.open(StoreSettings.inFolder(folder));
                Front way = Ground.front(front, ground.addresses(), store, pace, timer);
                Delivery delivery = new Delivery(
                        store.delivery(),
                        store.chats(),
                        List.of(new Way(way.sender(), pace)),
                        Contacts.none(),
                        new Metrics(),
                        Ground.CLOCK,
                        DeliverySettings.defaults())) {
            way.start();
            await().atMost(LONGEST).until(() -> way.state() instanceof FrontState.Up);
            delivery.start();
            List<ChatId> all =
                    chats.stream().map(chat -> new ChatId(front, chat)).toList();
            for (int number = 0; number < load.notices(); number++) {
                delivery.post(new Notice(
                        "n-" + number, Ground.card(number), new Audience.These(all), Lane.ALERT, Instant.MAX));
            }
            await().atMost(LONGEST).untilAsserted(() -> {
                var totals = delivery.journal().totals(Ground.CLOCK.instant());
                assertThat(totals.waiting() + totals.unexpanded()).isZero();
            });
            assertThat(store.chats().retired(10))
                    .extracting(Chats.Retired::chat)
                    .containsExactly(new ChatId(front, chats.get(BAD)));
        }
        assertThat(troubles.unanswered).isNotEmpty();
        assertThat(troubles.lost).isNotEmpty();
        assertThat(troubles.broken).isPositive();
        return troubles;
    }

    private static List<Integer> arrived(Map<String, List<String>> standing, String chat) {
        return standing.getOrDefault(chat, List.of()).stream()
                .map(Ground::number)
                .toList();
    }

    private static List<Integer> expected(String front, PlatformChild.Load load, String chat) {
        return chat.equals(Ground.chats(front, load.chats()).get(BAD))
                ? List.of()
                : IntStream.range(0, load.notices()).boxed().toList();
    }

    /** Each tenth call is too fast, some chats lose one connection, and for a while everything is broken. */
    private static final class Troubles implements Saboteur {
        private static final int STORM = 60;
        private static final Duration STORM_LASTS = Duration.ofSeconds(2);

        final Set<String> lost = ConcurrentHashMap.newKeySet();
        final Set<String> unanswered = ConcurrentHashMap.newKeySet();
        int broken;
        private final String unlucky;
        private int losses;
        private long stormEnds;

        /** @param losses how many answers in a row are lost of the unlucky chat */
        Troubles(String unlucky, int losses) {
            this.unlucky = unlucky;
            this.losses = losses;
        }

        @Override
        public synchronized Fate fate(long call, String chat) {
            if (chat.equals(unlucky) && losses > 0) {
                losses--;
                unanswered.add(chat);
                return Fate.UNANSWERED;
            }
            if (call == STORM) {
                stormEnds = System.nanoTime() + STORM_LASTS.toNanos();
            }
            if (call >= STORM && System.nanoTime() - stormEnds < 0) {
                broken++;
                return Fate.BROKEN;
            }
            if (call % 10 == 0) {
                return Fate.TOO_FAST;
            }
            boolean spared = lost.contains(chat) || unanswered.contains(chat) || chat.equals(unlucky);
            if (call % 17 == 3 && !spared) {
                lost.add(chat);
                return Fate.LOST;
            }
            if (call % 17 == 11 && !spared) {
                unanswered.add(chat);
                return Fate.UNANSWERED;
            }
            return Fate.DONE;
        }
    }
}
