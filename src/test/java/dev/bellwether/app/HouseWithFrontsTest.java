package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.bot.FrontState;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.bot.console.Prompt;
import dev.bellwether.bot.web.HealthServer;
import dev.bellwether.command.StatusPart;
import dev.bellwether.deliver.Journal;
import dev.bellwether.deliver.Pace;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot with a front that only tests know. */
class HouseWithFrontsTest {
    private static final ChatId CHAT = new ChatId("discord", "guild-42");

    @TempDir
    Path folder = Path.of("");

    private final AtomicReference<Instant> now = new AtomicReference<>(Clocks.SAMPLE_START);
    private final List<String> log = new ArrayList<>();
    private final TestFront front = new TestFront("discord", log);
    private final List<FrontTools> tools = new ArrayList<>();

    @BeforeEach
    void connected() {
        front.state = new FrontState.Up(now.get(), "Bellwether#1");
    }

    private House house(Map<String, String> environment) throws Exception {
        Config config = new ConfigLoader(environment, folder, folder).load(null);
        return new House(config, now::get, House.Purpose.STAY, (settings, given) -> {
            tools.add(given);
            return List.of(new Fronts.Plan("discord", Pace.none(), () -> front));
        });
    }

    private static String ask(House house, String text) {
        Ask ask = new Ask(Prompt.CHAT, Prompt.MEMBER, text, Clocks.SAMPLE_START, true);
        return new CardText(Voice.english(), Paint.PLAIN)
                .render(house.registry().answer(ask).card());
    }

    @Test
    void status_and_health_say_how_a_front_is() throws Exception {
        try (House house = house(Map.of())) {
            assertThat(house.health()).noneMatch(part -> part.name().equals(Line.of("Discord")));
            house.fronts().start();
            assertThat(ask(house, "/status")).contains("connected as Bellwether#1");
            front.state = new FrontState.Stopped(now.get(), "the token is wrong");
            assertThat(house.health())
                    .anyMatch(part -> part.state() == StatusPart.State.DOWN
                            && Voice.english().plain(part.text()).equals("stopped: the token is wrong"));
        }
        assertThat(log).containsExactly("start discord", "close discord");
    }

    @Test
    void a_front_gets_a_desk_that_answers_and_limits() throws Exception {
        try (House house = house(Map.of())) {
            FrontTools given = tools.getFirst();
            assertThat(given.desk()).isSameAs(house.desk());
            assertThat(given.desk().registry()).isSameAs(house.registry());
            given.delayer().sleep(Duration.ZERO);
        }
    }

    @Test
    void retired_chats_are_counted_with_the_last_reason_and_not_named() throws Exception {
        try (House house = house(Map.of())) {
            Store store = tools.getFirst().store();
            store.chats().seen(CHAT, now.get());
            store.chats().retire(CHAT, "bot was kicked", now.get().minus(Duration.ofHours(3)));
            assertThat(ask(house, "/status").replaceAll("\\s+", " "))
                    .contains("1 retired (the last 3 h ago: bot was kicked)")
                    .doesNotContain("guild-42");
        }
    }

    @Test
    void the_news_of_the_sample_are_its_past_and_flood_nobody() throws Exception {
        try (House house = house(Map.of())) {
            Store store = tools.getFirst().store();
            for (String topic : List.of("targets", "news", "earnings")) {
                store.subscriptions().add(CHAT, topic, now.get());
            }
            house.openUp();
            house.tick();
            now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(10)));
            house.tick();
            Journal.Totals totals = store.delivery().journal().totals(now.get());
            assertThat(totals.waiting() + totals.unexpanded()).isZero();
            assertThat(store.press().newFacts(1).keys())
                    .as("looked at all the same")
                    .isEmpty();
            assertThat(store.press().newArticles(1)).isEmpty();
            assertThat(store.articles().count()).isGreaterThan(50);
        }
    }

    @Test
    void what_is_told_in_the_house_is_worth_telling_as_long_by_the_machines_clock() {
        Instant machine = Instant.parse("2026-11-24T08:00:00Z");
        List<Notice> delivered = new ArrayList<>();
        HousePost post = new HousePost(delivered::add, now::get, () -> machine);
        Notice notice = new Notice(
                "k",
                Card.titled("t", now.get()).build(),
                Audience.chat(CHAT),
                Lane.ALERT,
                now.get().plus(Duration.ofHours(12)));
        assertThat(post.post(notice)).isTrue();
        assertThat(delivered.getFirst().expires()).isEqualTo(machine.plus(Duration.ofHours(12)));
        assertThat(delivered.getFirst().card().at()).isEqualTo(now.get());
    }

    @Test
    void what_is_old_is_thrown_away_every_hour() throws Exception {
        try (House house = house(Map.of())) {
            Store store = tools.getFirst().store();
            store.chats().seen(CHAT, now.get());
            store.chats().retire(CHAT, "bot was kicked", now.get().minus(Duration.ofDays(30)));
            house.tick();
            assertThat(store.chats().retiredCount()).as("to the day").isOne();
            now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(59)));
            house.tick();
            assertThat(store.chats().retiredCount()).as("not yet looked").isOne();
            now.updateAndGet(moment -> moment.plus(Duration.ofMinutes(1)));
            house.tick();
            assertThat(store.chats().retiredCount()).isZero();
        }
    }

    @Test
    void what_a_person_chose_and_kept_is_deleted_through_the_command_that_says_so() throws Exception {
        try (House house = house(Map.of())) {
            ask(house, "/watch add BABA");
            ask(house, "/settings zone Berlin");
            assertThat(ask(house, "/export")).contains("\"symbol\" : \"BABA\"");
            assertThat(ask(house, "/forget chat confirm")).contains("Forgotten");
            assertThat(ask(house, "/watch list")).contains("It is empty.");
            assertThat(ask(house, "/settings")).contains("not chosen, so UTC holds");
        }
    }

    @Test
    void calls_of_telegram_have_a_route_in_webhook_mode_only() throws Exception {
        try (House house = house(Map.of())) {
            assertThat(house.telegramRoute()).isNull();
        }
        Map<String, String> webhook = Map.of(
                "BELLWETHER_TELEGRAM_MODE", "webhook",
                "BELLWETHER_TELEGRAM_WEBHOOK_URL", "https://bot.example/under/telegram/updates",
                "BELLWETHER_TELEGRAM_WEBHOOK_SECRET", "s3cret");
        try (House house = house(webhook)) {
            HealthServer.Route route = Objects.requireNonNull(house.telegramRoute());
            assertThat(route.name()).isEqualTo("updates");
            assertThat(route.webhook().receive("s3cret", "{}")).isEqualTo(503);
            house.fronts().start();
            assertThat(route.webhook().receive("s3cret", "{}")).isEqualTo(200);
        }
    }

    @Test
    void the_store_is_closed_after_the_fronts() throws Exception {
        house(Map.of()).close();
        Store.open(StoreSettings.inFolder(folder.resolve("data/sample"))).close();
        assertThat(log).as("never started, so nothing to close").isEmpty();
    }
}
