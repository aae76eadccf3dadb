package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.ConfigLoader;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.FavouriteCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./bot ask} with sample data. */
class AskVerbTest {
    private static final String SECOND_OF_JANUARY = "2026-01-02T22:00:00Z";

    @TempDir
    Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void settings() throws IOException {
        config = Files.writeString(folder.resolve("bot.yaml"), "data: data\n");
    }

    private JsonNode json(String command, String at) throws IOException {
        Bot bot = Bot.type(config, "ask", command, "--json", "--at", at);
        assertThat(bot.err()).isEmpty();
        assertThat(bot.code()).isZero();
        return new ObjectMapper().readTree(bot.out());
    }

    @Test
    void the_main_job_is_answered_with_its_sources() {
        Bot bot = Bot.type(config, "ask", "/baba");
        assertThat(bot.code()).isZero();
        assertThat(bot.err()).isEmpty();
        assertThat(bot.out())
                .contains("BABA · Alibaba Group  [sample data]")
                .contains("$172.60")
                .contains("RSI 14")
                .contains("SMA 200")
                .contains("9988.HK")
                .contains("/news BABA   /targets BABA   /why BABA   /levels BABA")
                .containsPattern("Sources +Sample data, 2026-01-14 21:00 UTC \\(1 h old");
        assertThat(bot.out().lines()).hasSizeLessThan(33).allMatch(line -> line.length() <= 80);
    }

    @Test
    void json_carries_the_figures_of_the_articles_as_numbers() throws IOException {
        JsonNode card = json("/baba", SECOND_OF_JANUARY);
        assertThat(card.at("/price/value").doubleValue()).isEqualTo(152.40);
        assertThat(card.at("/price/currency").textValue()).isEqualTo("USD");
        assertThat(card.at("/price/asOf").textValue()).isEqualTo("2026-01-02T21:00:00Z");
        assertThat(card.at("/changes/1d/value").doubleValue()).isCloseTo(6.2, within(0.01));
        assertThat(card.at("/changes/1d/period").textValue()).isEqualTo("1d");
        assertThat(card.at("/changes/12m/value").doubleValue()).isCloseTo(73, within(0.1));
        assertThat(card.at("/sma200/value").doubleValue()).isCloseTo(144, within(0.15));
        assertThat(card.at("/high52w/value").doubleValue()).isEqualTo(192.10);
        assertThat(card.at("/high52w/date").textValue()).isEqualTo("2025-10-02");
        assertThat(card.at("/volumeMultiple/value").doubleValue()).isGreaterThan(2);
        assertThat(card.at("/rsi14/value").doubleValue()).isBetween(0.0, 100.0);
        assertThat(card.at("/sample").booleanValue()).isTrue();
        assertThat(card.at("/sources/0/name").textValue()).isEqualTo("Sample data");
        assertThat(card.at("/listings/0/listing").textValue()).isEqualTo("9988.HK");
        assertThat(card.at("/listings/0/price/value").doubleValue()).isEqualTo(149.00);
    }

    @Test
    void the_week_of_seventeen_percent_has_no_rsi_of_twenty_nine() throws IOException {
        JsonNode card = json("/quote AHLA.DE", "2026-01-14T20:00:00Z");
        assertThat(card.at("/price/value").doubleValue()).isEqualTo(148.20);
        assertThat(card.at("/changes/7d/value").doubleValue()).isCloseTo(17.43, within(0.01));
        assertThat(card.at("/changes/12m/value").doubleValue()).isCloseTo(86.65, within(0.01));
        assertThat(card.at("/rsi14/value").doubleValue()).isGreaterThan(70);
    }

    @Test
    void the_same_moment_always_gives_the_same_answer_whatever_was_asked_between() {
        Bot first = Bot.type(config, "ask", "/baba", "--json", "--at", SECOND_OF_JANUARY);
        Bot.type(config, "ask", "/baba", "--at", "2026-01-30T22:00:00Z");
        Bot again = Bot.type(config, "ask", "/baba", "--json", "--at", SECOND_OF_JANUARY);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(first.out().replace("\"changes\" : \"2026-01-05T14:30:00Z\"", "when the exchange opens next"))
                .contains("when the exchange opens next")
                .doesNotContain("2026-01-05")
                .doesNotContain("2026-01-14");
    }

    @Test
    void several_symbols_are_a_table_and_the_unknown_one_is_named() throws IOException {
        JsonNode card = json("/quote BABA BIDU ZZZZ", SECOND_OF_JANUARY);
        assertThat(card.at("/instruments/1/symbol").textValue()).isEqualTo("BIDU");
        assertThat(card.at("/instruments/1/price/value").doubleValue()).isPositive();
        assertThat(card.at("/problems/0").textValue()).startsWith("\"ZZZZ\" is not a symbol I know.");
    }

    @Test
    void a_watchlist_is_kept_from_one_start_to_the_next() {
        Bot.type(config, "ask", "/watch add JD 9988.HK");
        assertThat(Bot.type(config, "ask", "/watch", "list").out())
                .contains("JD ")
                .contains("9988.HK");
        Bot.type(config, "ask", "/watch remove JD");
        assertThat(Bot.type(config, "ask", "/watch list").out()).doesNotContain("JD ");
    }

    @Test
    void the_language_that_was_set_is_spoken_from_then_on() {
        assertThat(Bot.type(config, "ask", "/settings language de").out()).contains("Hier gilt jetzt Deutsch.");
        assertThat(Bot.type(config, "ask", "/settings").out()).startsWith("Einstellungen dieses Chats");
        assertThat(Bot.type(config, "ask", "/settings zone Qwertyuiop").err())
                .contains("bot: „Qwertyuiop“ ist keine bekannte Zeitzone.");
    }

    @Test
    void what_is_kept_is_given_and_deleted() {
        Bot.type(config, "ask", "/watch add JD");
        assertThat(Bot.type(config, "ask", "/export").out()).contains("\"symbol\" : \"JD\"");
        assertThat(Bot.type(config, "ask", "/forget me").out())
                .contains("will be deleted")
                .contains("JD");
        assertThat(Bot.type(config, "ask", "/forget me confirm").out()).contains("Forgotten");
        assertThat(Bot.type(config, "ask", "/export").out()).contains("I keep nothing");
    }

    @Test
    void the_names_no_favourite_may_take_are_those_of_all_other_commands() throws Exception {
        ConfigLoader loader = new ConfigLoader(Map.of(), folder, folder);
        Config settings = loader.load(config);
        try (House house = new House(settings, InstantSource.fixed(Clocks.SAMPLE_START), House.Purpose.ASK)) {
            List<String> names = house.registry().commands().stream()
                    .filter(command -> !(command instanceof FavouriteCommand))
                    .map(command -> command.spec().name())
                    .toList();
            assertThat(CommandRegistry.OWN_NAMES).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void targets_of_two_brokers_stand_beside_the_consensus_of_the_press() throws IOException {
        JsonNode card = json("/targets BABA", "2026-01-15T00:00:00Z");
        assertThat(card.at("/calls/0/firm").textValue()).isEqualTo("Jefferies");
        assertThat(card.at("/calls/0/old/value").doubleValue()).isEqualTo(231);
        assertThat(card.at("/calls/0/new/value").doubleValue()).isEqualTo(225);
        assertThat(card.at("/calls/1/firm").textValue()).isEqualTo("Nomura");
        assertThat(card.at("/calls/1/new/value").doubleValue()).isEqualTo(215);
        assertThat(card.at("/statedConsensus/value").doubleValue()).isEqualTo(195.12);
        assertThat(card.at("/mean/value").doubleValue()).isEqualTo(220);
    }

    @Test
    void why_names_the_spin_off_the_volume_and_the_average() {
        Bot bot = Bot.type(config, "ask", "/why BABA 2026-01-02", "--at", "2026-01-03T08:00:00Z");
        assertThat(bot.out()).contains("Kunlunxin").contains("2.16×").contains("200-day average $144.00");
    }

    @Test
    void an_rsi_of_twenty_nine_after_seventeen_percent_in_a_week_is_contradicted() throws IOException {
        JsonNode card = json(
                "/check 14.01.2026 - 12:54 Alibaba: 7-day change: +17.43%. 52-week high: €161.60 (October 2, 2025)."
                        + " RSI (14-day): 29.4.",
                "2026-01-15T00:00:00Z");
        assertThat(card.at("/claims").findValuesAsText("verdict")).containsExactly("agrees", "agrees", "contradicts");
    }

    @Test
    void a_story_of_several_outlets_is_told_once() {
        Bot bot = Bot.type(config, "ask", "/news BABA 10", "--at", "2026-01-13T20:00:00Z");
        assertThat(bot.out()).containsOnlyOnce("$231").contains("3 outlets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/nwes|1|bot: There is no command /nwes. Did you mean /news? Type /help to see all of them.",
                "/quote BAAB|1|bot: \"BAAB\" is not a symbol I know. Did you mean BABA?",
                "/news BABA 99|1|bot: The count must be from 1 to 20, not 99. Type it like this: /news [symbol] [count]",
            })
    void a_mistake_is_one_line_on_standard_error(String command, int code, String line) {
        Bot bot = Bot.type(config, "ask", command);
        assertThat(bot).isEqualTo(new Bot(code, "", line + System.lineSeparator()));
    }

    @Test
    void a_mistake_asked_for_as_json_is_json_too() throws IOException {
        Bot bot = Bot.type(config, "ask", "/quote BAAB", "--json");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(bot.out()).at("/failed").booleanValue())
                .isTrue();
        assertThat(bot.err()).startsWith("bot: \"BAAB\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask|bot: Missing required parameter: 'COMMAND'. Type ./bot help ask to see what is possible.",
                "ask /baba --at yesterday|bot: --at yesterday is no moment; write it like 2026-01-02T22:00:00Z. Type ./bot help ask to see what is possible.",
                "ask /baba --jsn|bot: Unknown option: '--jsn'. Type ./bot help ask to see what is possible.",
                "aks /baba|bot: Unmatched arguments from index 0: 'aks', '/baba'. Type ./bot help to see what is possible.",
            })
    void bad_usage_ends_with_two_and_one_line(String typed, String line) {
        Bot bot = Bot.type(config, typed.split(" "));
        assertThat(bot).isEqualTo(new Bot(2, "", line + System.lineSeparator()));
    }

    @Test
    void broken_settings_are_all_named_and_nothing_is_started() throws IOException {
        Files.writeString(config, "data: data\nmoed: live\nlimits: {news-items: many}\n");
        Bot bot = Bot.type(config, "ask", "/baba");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.out()).isEmpty();
        assertThat(bot.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("bot.yaml:2: moed: unknown key; did you mean \"mode\"?"))
                .anyMatch(line -> line.contains("bot.yaml:3: limits.news-items: not allowed: \"many\""))
                .anyMatch(line -> line.startsWith("bot: nothing was started; mend these 2"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_data_folder_that_can_not_be_made_is_one_line() throws IOException {
        Files.writeString(folder.resolve("data"), "a file where the folder should be");
        Bot bot = Bot.type(config, "ask", "/baba");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.out()).isEmpty();
        assertThat(bot.err().lines()).singleElement().asString().contains("can't be written");
    }

    @Test
    void check_names_every_part_and_ends_well() {
        Bot bot = Bot.type(config, "check");
        assertThat(bot.out().lines())
                .allMatch(line -> line.startsWith("ok "))
                .anyMatch(line -> line.contains("Store: SQLite"))
                .anyMatch(line -> line.contains("Prices: sample"))
                .anyMatch(line -> line.contains("Feed: Sample Market Wire"));
        assertThat(bot.code()).isZero();
    }
}
