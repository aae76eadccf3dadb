package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.bot.FrontState;
import dev.bellwether.command.Group;
import dev.bellwether.deliver.InMemoryButtonStore;
import dev.bellwether.deliver.InMemoryFrontNotes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the front comes up, loses its connection, finds it again, gives up and goes. */
class DiscordFrontTest {
    /** Members, presences and the content of messages. */
    private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

    private final FakeDiscord discord = FakeDiscord.start();
    private DiscordBot bot = new DiscordBot(discord);

    @AfterEach
    void close() {
        bot.close();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    private void answers() {
        assertThat(discord.slash("say", Map.of()).awaitAnswer().text()).contains("said");
    }

    private void awaitState(Class<? extends FrontState> state) {
        await().atMost(DiscordBot.LONGEST)
                .untilAsserted(() -> assertThat(bot.front.state()).isInstanceOf(state));
    }

    @Test
    void it_is_connecting_before_it_is_up() {
        assertThat(bot.front.state()).isEqualTo(new FrontState.Connecting(Group.NOW));
        assertThat(bot.front.name()).isEqualTo("discord");
    }

    @Test
    void it_comes_up_under_its_name_and_asks_for_no_privileged_intent() {
        bot.up();
        assertThat(bot.front.state()).isEqualTo(new FrontState.Up(Group.NOW, "Bellwether"));
        assertThat(discord.gateway.lastIntents & PRIVILEGED).isZero();
        answers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "with\nline", "ключ"})
    void a_wrong_token_stops_it_with_one_sentence_that_says_what_to_do(String token) {
        bot.close();
        DiscordSettings wrong = new DiscordSettings(token, discord.restAddress(), discord.gatewayAddress(), null);
        bot = new DiscordBot(discord, wrong, new InMemoryButtonStore(), new InMemoryFrontNotes());
        bot.front.start();
        awaitState(FrontState.Stopped.class);
        assertThat(((FrontState.Stopped) bot.front.state()).why())
                .contains("Reset Token")
                .contains("BELLWETHER_DISCORD_TOKEN")
                .doesNotContain("\n");
        assertThat(discord.gateway.identifies).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {4004, 4010, 4012, 4013, 4014})
    void a_gateway_that_closes_for_good_stops_it(int code) {
        bot.up();
        discord.gateway.close(code);
        awaitState(FrontState.Stopped.class);
        assertThat(((FrontState.Stopped) bot.front.state()).why()).contains("restart");
        assertThat(discord.gateway.identifies).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 4011})
    void a_gateway_that_closes_for_now_is_connected_to_again(int code) {
        bot.up();
        int before = discord.gateway.connections.get();
        if (code == 1006) {
            discord.gateway.cut();
        } else {
            discord.gateway.close(code);
        }
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.connections.get() > before);
        bot.awaitUp();
        answers();
    }

    @Test
    void more_shards_than_it_has_make_it_connect_anew_with_as_many_as_discord_says() {
        bot.up();
        discord.gateway.forget();
        discord.gateway.shards = 2;
        discord.gateway.refuseIdentify.set(4_011);
        discord.gateway.cut();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.identifies.get() >= 4);
        bot.awaitUp();
        answers();
    }

    @Test
    void what_happened_while_it_was_away_is_answered_after_the_resume() {
        bot.up();
        discord.gateway.close(4_000);
        FakeInteraction missed = discord.slash("say", Map.of());
        assertThat(missed.awaitAnswer().text()).contains("said");
        assertThat(discord.gateway.resumes).hasPositiveValue();
        assertThat(discord.gateway.identifies).hasValue(1);
    }

    @Test
    void an_invalid_session_is_begun_anew() {
        bot.up();
        discord.gateway.invalidate();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.identifies.get() == 2);
        bot.awaitUp();
        answers();
    }

    @Test
    void a_resume_that_discord_refuses_ends_in_a_new_session() {
        bot.up();
        discord.gateway.forget();
        discord.gateway.cut();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.identifies.get() == 2);
        bot.awaitUp();
        answers();
    }

    @Test
    void when_discord_asks_it_to_reconnect_it_resumes() {
        bot.up();
        discord.gateway.askToReconnect();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.resumes.get() == 1);
        bot.awaitUp();
        answers();
    }

    @Test
    void it_says_since_when_it_is_lost_and_not_when_it_last_tried() {
        bot.up();
        bot.now.set(Group.NOW.plus(Duration.ofHours(1)));
        discord.gateway.down = true;
        discord.gateway.cut();
        awaitState(FrontState.Lost.class);
        bot.now.set(Group.NOW.plus(Duration.ofHours(2)));
        int tried = discord.gateway.connections.get();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.connections.get() >= tried + 1);
        assertThat(bot.front.state().since()).isEqualTo(Group.NOW.plus(Duration.ofHours(1)));
        bot.now.set(Group.NOW.plus(Duration.ofHours(3)));
        discord.gateway.down = false;
        bot.awaitUp();
        assertThat(bot.front.state().since()).isEqualTo(Group.NOW.plus(Duration.ofHours(3)));
    }

    @Test
    void a_gateway_that_is_down_at_the_start_is_tried_after_growing_pauses() {
        discord.gateway.down = true;
        bot.front.start();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.connections.get() >= 4);
        assertThat(bot.front.state()).isInstanceOf(FrontState.Lost.class);
        assertThat(bot.delayer.pauses).startsWith(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        discord.gateway.down = false;
        bot.awaitUp();
        answers();
    }

    @Test
    void a_rest_api_that_is_down_at_the_start_is_tried_after_growing_pauses() {
        discord.fail("GET", ".*", 3, new FakeRest.Cut());
        bot.front.start();
        bot.awaitUp();
        assertThat(bot.delayer.pauses).startsWith(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
        answers();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 530})
    void a_broken_rest_api_at_the_start_is_no_wrong_token(int status) {
        discord.fail("GET", ".*", 6, FakeDiscord.page(status));
        bot.front.start();
        bot.awaitUp();
        answers();
    }

    @Test
    void pauses_grow_to_five_minutes_and_no_further() {
        assertThat(Pauses.after(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Pauses.after(5)).isEqualTo(Duration.ofSeconds(32));
        assertThat(Pauses.after(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pauses.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void events_of_kinds_never_seen_before_change_nothing() {
        bot.up();
        discord.gateway.dispatch("QUANTUM_ENTANGLED", Json.object("guild_id", FakeWorld.GUILD, "spin", List.of(1)));
        discord.gateway.dispatch("INTERACTION_CREATE", Json.object("id", "1", "type", 99, "token", "t", "version", 1));
        answers();
    }

    @Test
    void closing_leaves_no_thread_behind() {
        Set<String> before = threads();
        bot.up();
        answers();
        bot.front.close();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
    }

    @Test
    void closing_while_it_tries_to_connect_ends_the_trying() {
        discord.gateway.down = true;
        bot.front.start();
        await().atMost(DiscordBot.LONGEST).until(() -> discord.gateway.connections.get() >= 1);
        bot.front.close();
        int tried = discord.gateway.connections.get();
        await().during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(5))
                .until(() -> discord.gateway.connections.get() <= tried + 1);
    }

    @Test
    void closing_lets_an_answer_that_is_under_way_out() {
        bot.up();
        FakeInteraction late = discord.slash("wait", Map.of());
        assertThat(late.awaitFirstWord()).isEqualTo(5);
        Thread closing = Thread.ofVirtual().start(bot.front::close);
        bot.slow.countDown();
        assertThat(late.awaitAnswer().text()).contains("at last");
        await().atMost(DiscordBot.LONGEST).until(() -> !closing.isAlive());
    }

    /** Those of the JDK and of OkHttp's one pool of the JVM, which takes the names of its tasks, end by themselves. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> (!name.startsWith("OkHttp") || name.contains("Dispatcher"))
                        && !name.startsWith("Okio Watchdog"))
                .filter(name -> !name.startsWith("ForkJoinPool") && !name.startsWith("HTTP-Dispatcher"))
                .filter(name -> !name.startsWith("VirtualThread-unparker") && !name.startsWith("awaitility"))
                .filter(name -> !name.equals("test-timer"))
                .collect(Collectors.toSet());
    }
}
