package dev.bellwether.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bellwether.command.Command;
import dev.bellwether.command.CommandSpec;
import dev.bellwether.command.Group;
import dev.bellwether.command.Parameter;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the registry on Discord: as a form, typed, completed and answered. */
class DiscordCommandsTest {
    private static final FakeDiscord DISCORD = FakeDiscord.start();
    private static final TestCommand FORM = new TestCommand(
            new CommandSpec(
                    "form",
                    Line.say("discord.sample"),
                    List.of(
                            new Parameter("order", "which", new Parameter.Choice(List.of("up", "down")), 1, 1),
                            new Parameter("symbols", "some symbols", new Parameter.Symbol(), 0, 2),
                            new Parameter("day", "a day", new Parameter.Day(), 0, 1),
                            new Parameter("count", "how many", new Parameter.Count(1, 20), 0, 1),
                            new Parameter("rest", "a text", new Parameter.Rest(9_000), 0, 1)),
                    List.of("/form up BABA")),
            ask -> Answer.of(DiscordBot.card("form")));
    private static DiscordBot bot = new DiscordBot(DISCORD);

    @BeforeAll
    static void up() {
        bot.registry.add(FORM);
        bot.up();
        await().atMost(DiscordBot.LONGEST).until(() -> !DISCORD.world.commands.isEmpty());
    }

    @AfterAll
    static void down() {
        bot.close();
        DISCORD.close();
        assertThat(DISCORD.violations()).isEmpty();
        assertThat(DISCORD.pings()).isEmpty();
    }

    /** Commands with one of their examples each, as somebody fills in the form. */
    static Stream<Map.Entry<CommandSpec, Map<String, Object>>> typed() {
        return new Group()
                .registry().commands().stream()
                        .map(Command::spec)
                        .flatMap(spec ->
                                spec.examples().stream().map(example -> Map.entry(spec, filled(spec, example))));
    }

    /** Puts the words of an example into the options that Discord would show. */
    private static Map<String, Object> filled(CommandSpec spec, String example) {
        Map<String, Object> options = new LinkedHashMap<>();
        String[] words = example.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        for (Parameter parameter : spec.parameters()) {
            if (rest.isEmpty()) {
                break;
            }
            boolean whole = parameter.most() > 1 || parameter.kind() instanceof Parameter.Rest;
            String value = whole ? rest : rest.split(" ", 2)[0];
            boolean number = parameter.kind() instanceof Parameter.Count;
            options.put(parameter.name(), number ? (Object) Integer.valueOf(value) : value);
            rest = rest.substring(value.length()).strip();
        }
        return options;
    }

    @ParameterizedTest
    @MethodSource("typed")
    void it_is_answered_when_it_is_typed(Map.Entry<CommandSpec, Map<String, Object>> typed) {
        FakeMessage answer =
                DISCORD.slash(typed.getKey().name(), typed.getValue()).awaitAnswer();
        assertThat(answer.text()).isNotBlank().contains("Sample data").doesNotContain("That did not work");
        assertThat(answer.ephemeral()).isEqualTo(typed.getKey().reach() == Answer.Reach.ASKER);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void it_is_answered_in_direct_messages_and_in_servers_that_only_the_asker_has_it_in(
            Map.Entry<CommandSpec, Map<String, Object>> typed) {
        for (FakeDiscord.Where where : List.of(FakeDiscord.Where.DIRECT, FakeDiscord.Where.FOREIGN)) {
            FakeDiscord.Person ann = FakeDiscord.Person.ANN.at(where);
            FakeMessage answer =
                    DISCORD.slash(ann, typed.getKey().name(), typed.getValue()).awaitAnswer();
            assertThat(answer.text()).isNotBlank().doesNotContain("That did not work");
        }
    }

    private static JsonNode form(String name) {
        for (JsonNode command : DISCORD.world.commands) {
            if (command.path("name").asText().equals(name)) {
                return command;
            }
        }
        throw new AssertionError("no command " + name);
    }

    private static JsonNode option(String name) {
        for (JsonNode option : form("form").path("options")) {
            if (option.path("name").asText().equals(name)) {
                return option;
            }
        }
        throw new AssertionError("no option " + name);
    }

    @Test
    void every_command_of_the_registry_is_registered_once_and_for_every_place() {
        ArrayNode commands = DISCORD.world.commands;
        assertThat(commands).hasSize(bot.registry.commands().size());
        for (Command command : bot.registry.commands()) {
            JsonNode form = form(command.spec().name());
            assertThat(form.path("contexts").toString()).contains("0", "1", "2");
            assertThat(form.path("integration_types").toString()).contains("0", "1");
            assertThat(form.path("options")).hasSize(command.spec().parameters().size());
        }
    }

    @Test
    void options_take_only_what_the_parameter_takes() {
        assertThat(option("order").path("required").asBoolean()).isTrue();
        assertThat(option("symbols").path("required").asBoolean()).isFalse();
        assertThat(option("symbols").path("autocomplete").asBoolean()).isTrue();
        assertThat(option("day").path("autocomplete").asBoolean()).isTrue();
        assertThat(option("count").path("type").asInt()).isEqualTo(4);
        assertThat(option("count").path("min_value").asInt()).isEqualTo(1);
        assertThat(option("count").path("max_value").asInt()).isEqualTo(20);
        assertThat(option("order").path("choices")).hasSize(2);
        assertThat(option("rest").path("max_length").asInt()).isEqualTo(6_000);
    }

    @Test
    void what_the_bot_says_of_a_command_is_there_in_german_and_chinese_too() {
        JsonNode texts = form("form").path("description_localizations");
        assertThat(form("form").path("description").asText()).startsWith("Sample data");
        assertThat(texts.path("de").asText()).startsWith("Beispieldaten");
        assertThat(texts.path("zh-CN").asText()).startsWith("示例数据");
    }

    @Test
    void a_filled_in_form_is_read_like_the_same_command_typed() throws InterruptedException {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("rest", "all that\nfollows");
        options.put("count", 5);
        options.put("order", "up");
        options.put("symbols", " BABA jd ");
        options.put("day", "yesterday");
        assertThat(DISCORD.slash("form", options).awaitAnswer().text()).contains("form");
        assertThat(asked().text()).isEqualTo("/form up BABA jd yesterday 5 all that\nfollows");
    }

    private static Ask asked() throws InterruptedException {
        return Objects.requireNonNull(FORM.asks.poll(20, TimeUnit.SECONDS), "it was not asked");
    }

    @ParameterizedTest
    @CsvSource({
        "symbols, ali, BABA",
        "symbols, 9988, 9988.HK",
        "symbols, $jd, JD",
        "symbols, JD ali, JD BABA",
        "symbols, 阿里, BABA",
        "symbols, alibbaba, BABA",
        "day, yes, yesterday",
        "day, FRI, friday"
    })
    void what_is_typed_is_completed(String option, String typed, String best) {
        FakeInteraction asked = DISCORD.complete("form", Map.of(option, typed), option);
        assertThat(asked.awaitChoices().getFirst().carried()).isEqualTo(best);
    }

    @Test
    void completion_says_what_a_symbol_is_and_offers_no_more_than_discord_shows() {
        FakeInteraction asked = DISCORD.complete("quote", Map.of("symbol", ""), "symbol");
        assertThat(asked.awaitChoices())
                .hasSizeBetween(4, 25)
                .first()
                .isEqualTo(new FakeMessage.Control("BABA · Alibaba Group", "BABA"));
        assertThat(DISCORD.complete("quote", Map.of("symbol", "zzzzzz"), "symbol")
                        .awaitChoices())
                .isEmpty();
        assertThat(DISCORD.complete("help", Map.of("command", "ne"), "command").awaitChoices())
                .extracting(FakeMessage.Control::carried)
                .containsExactly("news");
    }

    @Test
    void a_text_that_leaves_no_room_for_what_completes_it_is_left_alone() {
        String typed = "BABA ".repeat(30) + "J";
        assertThat(DISCORD.complete("form", Map.of("symbols", typed), "symbols").awaitChoices())
                .isEmpty();
    }

    @Test
    void a_completion_takes_much_less_than_a_tenth_of_a_second() {
        DISCORD.complete("quote", Map.of("symbol", "b"), "symbol").awaitChoices();
        long begin = System.nanoTime();
        int times = 50;
        for (int i = 0; i < times; i++) {
            DISCORD.complete("quote", Map.of("symbol", "al"), "symbol").awaitChoices();
        }
        Duration each = Duration.ofNanos((System.nanoTime() - begin) / times);
        assertThat(each).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void a_command_that_is_no_longer_there_is_answered_with_help() {
        FakeMessage answer = DISCORD.slash("qoute", Map.of()).awaitAnswer();
        assertThat(answer.ephemeral()).isTrue();
        assertThat(answer.text()).contains("quote");
    }

    @Test
    void commands_are_registered_again_only_when_they_or_what_discord_has_of_them_changed() {
        long registered = DISCORD.calls("PUT", "/applications/.*");
        bot = restarted(FORM);
        assertThat(DISCORD.calls("PUT", "/applications/.*")).isEqualTo(registered);

        ArrayNode fewer = DISCORD.world.commands.deepCopy();
        fewer.remove(0);
        DISCORD.world.commands = fewer;
        bot = restarted(FORM);
        await().atMost(DiscordBot.LONGEST).until(() -> DISCORD.calls("PUT", "/applications/.*") == registered + 1);

        TestCommand more = TestCommand.named("more", Answer.Reach.CHAT, ask -> Answer.of(DiscordBot.card("more")));
        bot.close();
        DiscordBot changed = bot.again();
        changed.registry.add(FORM).add(more);
        bot = changed.up();
        await().atMost(DiscordBot.LONGEST).until(() -> DISCORD.calls("PUT", "/applications/.*") == registered + 2);
        assertThat(form("more").path("description").asText()).isEqualTo("A command for tests");
    }

    private static DiscordBot restarted(TestCommand form) {
        long asked = DISCORD.calls("GET", "/applications/.*");
        bot.close();
        DiscordBot again = bot.again();
        again.registry.add(form);
        again.up();
        await().atMost(DiscordBot.LONGEST).until(() -> DISCORD.calls("GET", "/applications/.*") > asked);
        return again;
    }
}
