package dev.bellwether.app.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedLinesTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title>T</title>
            <item><title>One &amp; two</title><guid>id-1</guid><link>https://example.com/1</link>
            <pubDate>Fri, 02 Jan 2026 22:00:00 GMT</pubDate><description>&lt;p&gt;Text&lt;/p&gt;</description></item>
            <item><title>Undated</title><guid>id-2</guid></item>
            """;

    private final FeedLines lines = new FeedLines();

    @TempDir
    Path folder = Path.of("");

    private FeedLines.Read read(String name, String content) throws IOException {
        return lines.of(Files.writeString(folder.resolve(name), content).toString());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void each_item_is_a_line_and_what_is_absent_is_null() throws IOException {
        assertThat(read("a.rss", FEED + "</channel></rss>"))
                .isEqualTo(new FeedLines.Read(
                        List.of(
                                "{\"file\":\"" + file("a.rss")
                                        + "\",\"id\":\"id-1\",\"title\":\"One & two\",\"link\":\"https://example.com/1\","
                                        + "\"published\":\"2026-01-02T22:00:00Z\",\"text\":\"Text\"}",
                                "{\"file\":\"" + file("a.rss")
                                        + "\",\"id\":\"id-2\",\"title\":\"Undated\",\"link\":null,\"published\":null,"
                                        + "\"text\":\"\"}"),
                        true));
    }

    @Test
    void a_feed_that_breaks_off_gives_its_items_and_says_so() throws IOException {
        FeedLines.Read read = read("b.rss", FEED);
        assertThat(read.whole()).isFalse();
        assertThat(read.lines()).hasSize(3);
        assertThat(read.lines().getLast()).contains("\"error\":\"The feed breaks off");
    }

    @Test
    void what_is_no_feed_or_not_there_is_one_line_with_an_error() throws IOException {
        assertThat(read("c.html", "<!doctype html><html><body>Hi</body></html>").lines())
                .singleElement()
                .asString()
                .contains("\"error\":\"This is a web page");
        assertThat(lines.of(file("missing.rss")).lines())
                .singleElement()
                .asString()
                .contains("\"error\":\"The file can't be read");
        Files.write(folder.resolve("d.bin"), "\0\1\2".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(lines.of(file("d.bin")).whole()).isFalse();
    }
}
