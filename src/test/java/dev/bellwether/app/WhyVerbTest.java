package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Contacts;
import dev.bellwether.deliver.Delivery;
import dev.bellwether.deliver.DeliverySettings;
import dev.bellwether.deliver.FakePlatform;
import dev.bellwether.deliver.FakePlatform.Fault;
import dev.bellwether.deliver.FakeSender;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.deliver.Pace;
import dev.bellwether.deliver.Way;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyVerbTest {
    private static final Instant NOW = Instant.parse("2026-01-14T13:00:02Z");
    private static final ChatId GOOD = new ChatId("telegram", "12");
    private static final ChatId GONE = new ChatId("telegram", "-55");
    private static final ChatId FAILING = new ChatId("telegram", "77");

    @TempDir
    Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        config = Files.writeString(folder.resolve("bot.yaml"), "data: " + folder.resolve("data") + "\nmode: live\n");
        try (Store store = Store.open(StoreSettings.inFolder(folder.resolve("data")))) {
            FakePlatform platform = new FakePlatform(false, null, InstantSource.fixed(NOW));
            platform.fail((number, call) -> {
                if (call.chat().equals(GONE)) {
                    return Fault.BLOCKED;
                }
                return call.chat().equals(FAILING) ? Fault.SERVER_ERROR : null;
            });
            try (Delivery delivery = new Delivery(
                    store.delivery(),
                    store.chats(),
                    List.of(new Way(new FakeSender("telegram", false, platform), Pace.none())),
                    Contacts.none(),
                    new Metrics(),
                    InstantSource.fixed(NOW),
                    DeliverySettings.defaults())) {
                delivery.post(new Notice(
                        "break:BABA:2026-01-14",
                        Card.titled("BABA", NOW).build(),
                        new Audience.These(List.of(GOOD, GONE, FAILING)),
                        Lane.ALERT,
                        NOW.plus(Duration.ofHours(8))));
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                    delivery.tick();
                    return platform.calls() == 3
                            && store.delivery().journal().chats("break:BABA:2026-01-14", 5).stream()
                                    .allMatch(entry -> entry.end() != null || entry.tries() == 1);
                });
            }
        }
    }

    @Test
    void a_notice_tells_what_became_of_it_in_each_chat() {
        Bot bot = Bot.type(config, "why", "break:BABA:2026-01-14");
        assertThat(bot.err()).isEmpty();
        assertThat(bot.code()).isZero();
        assertThat(bot.out().lines())
                .anyMatch(line -> line.startsWith("break:BABA:2026-01-14: alert, posted 2026-01-14 13:00:02 UTC"))
                .anyMatch(line -> line.contains("1 waiting, 1 sent, 1 not sent, the chat is gone"))
                .anyMatch(line -> line.contains("telegram:12  sent 2026-01-14 13:00:02 UTC, message 1000001"))
                .anyMatch(line -> line.contains("telegram:-55  not sent")
                        && line.contains("BLOCKED: bot was blocked by the user"))
                .anyMatch(line -> line.contains("telegram:77  waiting since") && line.contains("not before"))
                .anyMatch(line -> line.contains("tried in vain: 502 Bad Gateway"));
    }

    @Test
    void a_chat_tells_what_was_sent_there_and_that_it_is_gone() {
        Bot bot = Bot.type(config, "why", "telegram:-55");
        assertThat(bot.code()).isZero();
        assertThat(bot.out())
                .contains("telegram:-55: last heard of", "retired 2026-01-14 13:00:02 UTC because BLOCKED")
                .contains("break:BABA:2026-01-14  not sent, the chat is gone");
    }

    @Test
    void what_nobody_knows_is_said_so() {
        Bot bot = Bot.type(config, "why", "brake:BABA");
        assertThat(bot.code()).isOne();
        assertThat(bot.err()).startsWith("bot: nothing is known of a notice or chat called brake:BABA");
        assertThat(Bot.type(config, "why", "nothing").code()).isOne();
    }
}
