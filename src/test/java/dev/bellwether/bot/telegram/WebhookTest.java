package dev.bellwether.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.bot.FrontState;
import dev.bellwether.deliver.InMemoryInbox;
import dev.bellwether.deliver.Inbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Updates that Telegram brings by calling. */
class WebhookTest {
    private static final String SECRET = "a-secret_of-the-test";

    private final Town town = new Town();

    WebhookTest() {
        town.webhook = new TelegramSettings.Webhook(URI.create("https://bot.test/telegram"), SECRET);
    }

    @AfterEach
    void close() {
        town.noViolations();
        town.close();
    }

    private String update(int number, String text) {
        return "{\"update_id\":" + number + ",\"message\":" + town.telegram.message(Town.ANN, Town.ANN, text) + "}";
    }

    @Test
    void it_tells_telegram_where_to_call_with_which_secret_and_for_what_and_does_not_poll() {
        town.open();

        assertThat(town.telegram.requests("setWebhook")).singleElement().satisfies(request -> {
            assertThat(request.arguments().path("url").asText()).isEqualTo("https://bot.test/telegram");
            assertThat(request.arguments().path("secret_token").asText()).isEqualTo(SECRET);
            assertThat(request.arguments().path("allowed_updates")).hasSize(5);
        });
        assertThat(town.telegram.requests("getUpdates")).isEmpty();
    }

    @Test
    void an_update_is_kept_before_telegram_is_told_and_then_answered() {
        TelegramWebhook webhook = town.open().webhook().orElseThrow();

        assertThat(webhook.handle(SECRET, update(1, "/about"))).isEqualTo(200);

        assertThat(town.telegram.await(Town.ANN, 0).text()).contains("1.2.3");
        assertThat(town.inbox.highest("telegram")).isEqualTo(1);
    }

    @Test
    void an_update_that_comes_twice_is_answered_once() {
        TelegramWebhook webhook = town.open().webhook().orElseThrow();
        String update = update(1, "/about");

        assertThat(webhook.handle(SECRET, update)).isEqualTo(200);
        assertThat(webhook.handle(SECRET, update)).isEqualTo(200);
        assertThat(webhook.handle(SECRET, update(2, "/baba"))).isEqualTo(200);

        town.telegram.await(Town.ANN, 1);
        Town.await(() -> town.inbox.open("telegram").isEmpty());
        assertThat(town.telegram.sent(Town.ANN)).hasSize(2);
    }

    @Test
    void whoever_does_not_know_the_secret_is_sent_away() {
        TelegramWebhook webhook = town.open().webhook().orElseThrow();

        assertThat(webhook.handle(null, update(1, "/about"))).isEqualTo(401);
        assertThat(webhook.handle("", update(1, "/about"))).isEqualTo(401);
        assertThat(webhook.handle(SECRET + "x", update(1, "/about"))).isEqualTo(401);
        assertThat(town.inbox.highest("telegram")).isEqualTo(-1);
    }

    @Test
    void what_is_no_update_is_refused() {
        TelegramWebhook webhook = town.open().webhook().orElseThrow();

        assertThat(webhook.handle(SECRET, "")).isEqualTo(400);
        assertThat(webhook.handle(SECRET, "{\"update_id\":\"x\"}")).isEqualTo(400);
        assertThat(webhook.handle(SECRET, "not json")).isEqualTo(400);
    }

    @Test
    void an_update_that_can_not_be_stored_is_to_come_again() {
        town.inbox = new Inbox() {
            private final InMemoryInbox inbox = new InMemoryInbox();

            @Override
            public List<Update> keep(String front, List<Update> updates, Instant at) {
                throw new IllegalStateException("disk full");
            }

            @Override
            public List<Update> open(String front) {
                return inbox.open(front);
            }

            @Override
            public void done(String front, long number, Instant at) {
                inbox.done(front, number, at);
            }

            @Override
            public long highest(String front) {
                return inbox.highest(front);
            }
        };

        assertThat(town.open().webhook().orElseThrow().handle(SECRET, update(1, "/about")))
                .isEqualTo(503);
    }

    @Test
    void a_webhook_that_somebody_took_away_is_set_again() {
        TelegramFront front = town.open();
        town.telegram.hook("");

        town.clock.move(Duration.ofMinutes(6));

        Town.await(() -> town.telegram.methods().webhook().equals("https://bot.test/telegram"));
        assertThat(front.state()).isInstanceOf(FrontState.Up.class);
    }

    @Test
    void a_secret_that_telegram_does_not_take_is_refused_at_once_and_none_is_printed() {
        assertThatThrownBy(() -> new TelegramSettings.Webhook(URI.create("https://bot.test/"), "no blanks"))
                .hasMessageContaining("A-Z");
        assertThat(new TelegramSettings(FakeTelegram.TOKEN, TelegramSettings.TELEGRAM, town.webhook))
                .asString()
                .contains("123456")
                .doesNotContain(FakeTelegram.TOKEN, SECRET);
    }
}
