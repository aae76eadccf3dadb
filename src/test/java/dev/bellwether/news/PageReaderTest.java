package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.net.Fetched;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.talk.Voice;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One page of the web as text. */
class PageReaderTest {
    private static final URI ADDRESS = URI.create("https://news.example/a");
    private static final String LONG = "Alibaba closed higher on the day. ".repeat(10);

    private static WebPage read(@Nullable String type, byte[] body) {
        return new PageReader(fetch -> new Fetched.Page(body, type, fetch.address(), null, null, null, null))
                .read(ADDRESS);
    }

    private static WebPage read(@Nullable String type, String body, Charset charset) {
        return read(type, body.getBytes(charset));
    }

    private static WebPage.Read html(String body) {
        return (WebPage.Read) read("text/html; charset=UTF-8", body, StandardCharsets.UTF_8);
    }

    @Test
    void the_article_is_read_without_what_stands_around_it() {
        WebPage.Read page = html("<html><head><title>Site</title><meta property='og:title' content='Shares &amp; more'>"
                + "<meta property='article:published_time' content='2026-01-14T12:54:04+01:00'></head><body>"
                + "<nav>Home Markets</nav><article><h1>Head</h1><p>" + LONG
                + "</p><aside>Buy our letter</aside></article>"
                + "<div>Another story</div><footer>Imprint</footer></body></html>");
        assertThat(page.title()).isEqualTo("Shares & more");
        assertThat(page.published()).isEqualTo(Instant.parse("2026-01-14T11:54:04Z"));
        assertThat(page.text())
                .contains("Alibaba closed higher")
                .doesNotContain("Home", "letter", "Another story", "Imprint");
    }

    @Test
    void a_page_without_a_marked_article_is_read_whole_and_undated() {
        WebPage.Read page = html("<p>RSI 29.4</p><p>Up 2%</p>");
        assertThat(page.text()).isEqualTo("RSI 29.4\nUp 2%");
        assertThat(page.title()).isNull();
        assertThat(page.published()).isNull();
    }

    @Test
    void the_charset_is_that_of_the_header_or_of_the_page() {
        Charset latin = StandardCharsets.ISO_8859_1;
        assertThat(((WebPage.Read) read("text/html; charset=iso-8859-1", "<p>Börse</p>", latin)).text())
                .isEqualTo("Börse");
        assertThat(((WebPage.Read) read("text/html", "<meta charset='iso-8859-1'><p>Börse</p>", latin)).text())
                .isEqualTo("Börse");
        assertThat(((WebPage.Read) read("text/html; charset=klingon", "<p>Börse</p>", StandardCharsets.UTF_8)).text())
                .isEqualTo("Börse");
        assertThat(((WebPage.Read) read(null, "<p>Börse</p>", StandardCharsets.UTF_8)).text())
                .isEqualTo("Börse");
    }

    @Test
    void plain_text_keeps_its_lines() {
        assertThat(((WebPage.Read) read("text/plain; charset=utf-8", "14.01.2026\nUp 2%", StandardCharsets.UTF_8))
                        .text())
                .isEqualTo("14.01.2026\nUp 2%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "image/png", "application/octet-stream", "video/mp4"})
    void what_is_no_text_is_named(String type) {
        assertThat(why(read(type, new byte[] {1, 2, 3})))
                .isEqualTo("The link leads to " + type + ", not to a page of text; paste the text instead.");
    }

    private static String why(WebPage page) {
        assertThat(page).isInstanceOf(WebPage.Unread.class);
        return Voice.english().plain(((WebPage.Unread) page).why());
    }

    @Test
    void soup_and_depth_do_no_harm() {
        assertThat(read("text/html", "<div>".repeat(50_000) + "deep" + "<".repeat(50_000), StandardCharsets.UTF_8))
                .isNotNull();
        assertThat(read("text/html", new byte[0])).isInstanceOf(WebPage.Unread.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://news.example/a", "sample:boerse.xml", "/a", "http:a"})
    void only_the_web_is_read(String address) {
        PageReader reader = new PageReader(fetch -> {
            throw new AssertionError("asked for " + fetch.address());
        });
        assertThat(why(reader.read(URI.create(address)))).isEqualTo("I only read pages behind http and https links.");
    }

    @Test
    void a_private_address_is_refused_by_the_guard() {
        try (GuardedWeb web = new GuardedWeb(WebLimits.standard(), InstantSource.fixed(Instant.EPOCH))) {
            assertThat(why(new PageReader(web).read(URI.create("http://127.0.0.1:9/"))))
                    .startsWith("The page could not be read: 127.0.0.1:9 is not a public address");
        }
    }
}
