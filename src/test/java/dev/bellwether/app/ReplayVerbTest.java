package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The past as a group would have been told it. What the sample month brings is held against a file; {@code -Dgolden.write=true} writes
 * it anew.
 */
class ReplayVerbTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/replay/january.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        config = Files.writeString(folder.resolve("bot.yaml"), "data: " + folder.resolve("data") + "\nmode: sample\n");
    }

    @Test
    void the_sample_month_brings_digests_breakouts_calls_and_alerts_in_their_order() throws IOException {
        Path rules = Files.writeString(folder.resolve("rules.txt"), """
                # what the group waits for
                BABA crosses sma200 with volume > 2x every time

                BABA closes above 155 twice
                BABA change 7d > 15% once note "what a week"
                """);
        Bot bot = Bot.type(config, "replay", "--rules", rules.toString());
        assertThat(bot.err()).isEmpty();
        assertThat(bot.code()).isZero();
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, bot.out(), StandardCharsets.UTF_8);
        }
        assertThat(GOLDEN).as("run with -Dgolden.write=true to make it").isRegularFile();
        assertThat(bot.out()).isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8));
    }

    @Test
    void the_200_day_average_is_broken_once_in_the_sample_month_and_so_is_the_zone_at_155() throws IOException {
        Bot bot = Bot.type(config, "replay", "--json", "--digest", "off", "--to", "2026-01-14");
        List<JsonNode> lines = lines(bot.out());
        List<JsonNode> average = ofLevel(lines, "sma-200");
        assertThat(average).extracting(ReplayVerbTest::stage).containsExactly("broken", "confirmed");
        assertThat(average.getFirst().path("at").asText()).startsWith("2026-01-02T");
        assertThat(average.getLast().path("card").path("blocks").toString())
                .as("the volume of the day of the break")
                .containsPattern(
                        "\"value\":2\\.[0-9]+,\"unit\":\"x\"},\\{\"text\":\" the 20-day average on \"},\\{\"date\":\"2026-01-02\"");
        List<JsonNode> zone = ofLevel(lines, "swings:155");
        assertThat(zone).extracting(ReplayVerbTest::stage).containsExactly("broken", "confirmed");
        assertThat(zone.getLast().path("at").asText()).startsWith("2026-01-13T");
    }

    @Test
    void the_totals_count_what_was_told() throws IOException {
        List<JsonNode> lines = lines(Bot.type(config, "replay", "--json", "--from", "2026-01-02", "--to", "2026-01-05")
                .out());
        List<JsonNode> told = lines.subList(0, lines.size() - 1);
        JsonNode totals = lines.getLast().path("totals");
        assertThat(told).isNotEmpty();
        totals.properties()
                .forEach(total -> assertThat(told)
                        .filteredOn(line -> line.path("kind").asText().equals(total.getKey()))
                        .hasSize(total.getValue().asInt()));
        assertThat(told).extracting(line -> line.path("key").asText()).doesNotHaveDuplicates();
        assertThat(told).extracting(line -> line.path("at").asText()).isSorted();
    }

    @Test
    void a_group_without_subscriptions_of_its_own_is_told_of_its_own_bars_and_feeds() throws IOException {
        Path bars = Files.createDirectory(folder.resolve("bars"));
        Path feeds = Files.createDirectory(folder.resolve("feeds"));
        Files.writeString(bars.resolve("BABA.csv"), bars());
        Files.writeString(feeds.resolve("desk.xml"), """
                <rss version="2.0"><channel><title>The Desk</title><link>https://desk.example/</link>
                <description>d</description>
                <item><title>Alibaba opens a plant in Hamburg</title><link>https://desk.example/1</link>
                  <pubDate>Tue, 11 Mar 2025 09:00:00 GMT</pubDate></item>
                <item><title>Alibaba closes the month</title><link>https://desk.example/2</link>
                  <pubDate>Mon, 07 Apr 2025 09:00:00 GMT</pubDate></item>
                </channel></rss>
                """);
        Bot bot = Bot.type(
                config,
                "replay",
                "--bars",
                bars.toString(),
                "--feeds",
                feeds.toString(),
                "--from",
                "2025-03-10",
                "--to",
                "2025-03-12",
                "--digest",
                "off",
                "--json");
        assertThat(bot.code()).as(bot.err()).isZero();
        List<JsonNode> lines = lines(bot.out());
        assertThat(lines)
                .filteredOn(line -> line.path("kind").asText().equals("news"))
                .singleElement()
                .satisfies(news -> {
                    assertThat(news.path("at").asText()).isEqualTo("2025-03-11T09:00:00Z");
                    assertThat(news.path("card").path("sample").asBoolean()).isFalse();
                });
        assertThat(lines)
                .filteredOn(line -> line.path("key").asText().startsWith("level:BABA:high-52w:"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("at").asText()).isEqualTo("2025-03-12T17:50:00Z"));
    }

    /** Fifteen months between 99 and 101, then a day on which it leaves. */
    private static String bars() {
        StringBuilder csv = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        LocalDate day = LocalDate.of(2024, 1, 2);
        while (day.isBefore(LocalDate.of(2025, 3, 12))) {
            if (day.getDayOfWeek().getValue() < 6) {
                double wave = Math.sin(day.toEpochDay() / 5.0);
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%.2f,%.2f,%.2f,%.2f,1000000%n",
                        day,
                        100 + wave / 2,
                        100.4 + wave / 2,
                        99.6 + wave / 2,
                        100 + wave / 2));
            }
            day = day.plusDays(1);
        }
        return csv + "2025-03-12,101.00,108.00,100.80,107.50,5000000\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--from 2026-1-1 | 2 | 2026-1-1 is no day; write it like 2026-01-31",
                "--from 2026-02-01 | 2 | --from 2026-02-01 lies after --to 2026-01-31",
                "--feeds nowhere | 1 | nowhere is no folder; check its name",
                "--bars nowhere | 1 | nowhere is no folder; check its name",
                "--rules nowhere.txt | 1 | nowhere.txt can't be read; check its name and rights",
                "--digest at-noonish | 1 | /digest on at-noonish: ",
            })
    void what_can_t_be_played_is_named(String options, int code, String message) {
        String[] words = ("replay " + options).split(" ", -1);
        Bot bot = Bot.type(config, words);
        assertThat(bot.code()).isEqualTo(code);
        assertThat(bot.err()).startsWith("bot: " + message);
        assertThat(bot.out()).isEmpty();
    }

    @Test
    void a_file_that_is_no_feed_and_a_rule_that_is_none_are_named() throws IOException {
        Path feeds = Files.createDirectory(folder.resolve("feeds"));
        Files.writeString(feeds.resolve("notes.txt"), "buy milk");
        assertThat(Bot.type(config, "replay", "--feeds", feeds.toString()).err())
                .startsWith("bot: notes.txt is no feed");
        Path rules = Files.writeString(folder.resolve("rules.txt"), "BABA prise > 155\n");
        Bot bot = Bot.type(config, "replay", "--rules", rules.toString());
        assertThat(bot.code()).isOne();
        assertThat(bot.err()).startsWith("bot: /alert group BABA prise > 155: I don't know what \"prise\" means here.");
    }

    private static List<JsonNode> ofLevel(List<JsonNode> lines, String level) {
        return lines.stream()
                .filter(line -> reply(line).contains("level:BABA:" + level))
                .toList();
    }

    /** A reply has the key of what it replies to. */
    private static String reply(JsonNode line) {
        return line.path("key").asText();
    }

    private static String stage(JsonNode line) {
        return line.path("card").path("stage").asText();
    }

    private static List<JsonNode> lines(String out) throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
