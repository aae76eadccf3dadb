package dev.bellwether.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./bot ask} with a folder of CSV files and a feed on loopback. */
class LiveAskTest {
    @TempDir
    Path folder = Path.of("");

    private final MockWebServer server = new MockWebServer();
    private Path config = Path.of("");

    @BeforeEach
    void aGroupWithItsOwnFiles() throws IOException {
        server.start();
        Files.createDirectories(folder.resolve("bars"));
        Files.writeString(folder.resolve("bars/BABA.csv"), bars());
        config = Files.writeString(folder.resolve("bot.yaml"), """
                data: data
                net: {allow: [127.0.0.0/8]}
                prices: {order: [csv], csv: {folder: bars}}
                feeds: [{url: "%s", every: 5m, for: all}]
                """.formatted(server.url("/feed.rss")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A year and more of weekdays, from 100 upwards by 0.1 a day; the last close is 140. */
    private static String bars() {
        StringBuilder csv = new StringBuilder("Date,Close,Open,High,Low,Volume\n");
        LocalDate day = LocalDate.of(2026, 1, 30);
        for (int i = 0; i < 400; i++) {
            double close = 140 - i * 0.1;
            csv.append(String.format(
                    Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,%d%n", day, close, close, close + 1, close - 1, 1_000_000));
            day = day.minusDays(1);
        }
        return csv.toString();
    }

    private static MockResponse feed(String... titles) {
        StringBuilder items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><title>%s</title><guid>%s</guid><link>/story</link>".formatted(title, title));
            items.append("<pubDate>Fri, 30 Jan 2026 20:00:00 GMT</pubDate></item>");
        }
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/rss+xml")
                .body("<rss version=\"2.0\"><channel><title>Own Wire</title>" + items + "</channel></rss>")
                .build();
    }

    @Test
    void the_price_comes_from_the_folder_and_the_story_from_the_feed() {
        server.enqueue(feed("Alibaba opens a warehouse", "Nothing of the group here"));
        Bot bot = Bot.type(config, "ask", "/baba");
        assertThat(bot.err()).isEmpty();
        assertThat(bot.out())
                .startsWith("▲ BABA · Alibaba Group\n")
                .contains("$140.00")
                .contains("CSV, 2026-01-30 21:00 UTC")
                .contains("Alibaba opens a warehouse [1] (Own Wire")
                .contains("[1] " + server.url("/story"))
                .doesNotContain("sample");
    }

    @Test
    void news_of_the_group_leaves_out_what_is_about_nobody_in_it() {
        server.enqueue(feed("Alibaba opens a warehouse", "Nothing of the group here"));
        Bot bot = Bot.type(config, "ask", "/news");
        assertThat(bot.out()).contains("Alibaba opens a warehouse").doesNotContain("Nothing of the group");
    }

    @Test
    void a_second_ask_within_the_interval_leaves_the_feed_in_peace() {
        server.enqueue(feed("Alibaba opens a warehouse"));
        Bot.type(config, "ask", "/news");
        Bot bot = Bot.type(config, "ask", "/news BABA");
        assertThat(bot.out()).contains("Alibaba opens a warehouse");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void a_feed_that_fails_is_named_and_the_price_still_comes() {
        server.enqueue(new MockResponse.Builder().code(503).build());
        assertThat(Bot.type(config, "ask", "/baba").out()).contains("$140.00");
        Bot news = Bot.type(config, "ask", "/news");
        assertThat(news.code()).isZero();
        assertThat(news.out()).contains("No story so far").contains("status 503");
    }

    @Test
    void a_feed_on_this_machine_is_refused_unless_it_is_allowed() throws IOException {
        Files.writeString(config, Files.readString(config).replace("net: {allow: [127.0.0.0/8]}\n", ""));
        Bot bot = Bot.type(config, "check");
        assertThat(bot.code()).isEqualTo(1);
        assertThat(bot.out()).contains("broken  Feed: ").contains("net.allow");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void any_other_symbol_with_a_file_is_answered_too_and_one_without_is_not() throws IOException {
        Files.writeString(folder.resolve("bars/AAPL.csv"), bars(), StandardCharsets.UTF_8);
        assertThat(Bot.type(config, "ask", "/quote AAPL").out())
                .contains("AAPL")
                .contains("$140.00");
        Bot unknown = Bot.type(config, "ask", "/quote BAAB");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err())
                .isEqualTo("bot: \"BAAB\" is not a symbol I know. Did you mean BABA?" + System.lineSeparator());
    }

    @Test
    void an_answer_as_of_a_past_moment_knows_nothing_later() {
        server.enqueue(feed("Alibaba opens a warehouse"));
        Bot bot = Bot.type(config, "ask", "/baba", "--at", "2026-01-20T23:00:00Z");
        assertThat(bot.out())
                .contains("$139.00")
                .contains("New York close 2026-01-20 21:00 UTC")
                .doesNotContain("warehouse");
    }
}
