package dev.bellwether.news.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Article;
import dev.bellwether.net.CidrRange;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.talk.English;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that somebody gives, on servers of this machine. */
class FeedFinderTest {
    private static final Instant NOW = Instant.parse("2026-01-14T13:00:00Z");
    private static final String RSS = "<rss version='2.0'><channel><title>Quay</title>"
            + "<item><guid>1</guid><title>One</title><pubDate>Wed, 14 Jan 2026 12:00:00 GMT</pubDate></item>"
            + "<item><guid>2</guid><title>Two</title><pubDate>Tue, 13 Jan 2026 12:00:00 GMT</pubDate></item>"
            + "</channel></rss>";

    private final MockWebServer server = new MockWebServer();
    private final GuardedWeb web =
            new GuardedWeb(WebLimits.standard().allowing(List.of(CidrRange.parse("127.0.0.1/32"))), () -> NOW);

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private FeedFinder.Finding find(String path) {
        return new FeedFinder(web).find(at(path), NOW);
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private static FeedFinder.Found found(FeedFinder.Finding finding) {
        assertThat(finding).isInstanceOf(FeedFinder.Found.class);
        return (FeedFinder.Found) finding;
    }

    private static String why(FeedFinder.Finding finding) {
        assertThat(finding).isInstanceOf(FeedFinder.NotFound.class);
        return English.of(((FeedFinder.NotFound) finding).why());
    }

    @Test
    void a_feed_is_described() {
        answer(RSS);
        FeedFinder.Found found = found(find("/feed"));
        assertThat(found.address()).isEqualTo(at("/feed"));
        assertThat(found.title()).isEqualTo("Quay");
        assertThat(found.items()).extracting(Article::title).containsExactly("One", "Two");
        assertThat(found.newest()).isEqualTo("2026-01-14T12:00:00Z");
    }

    @Test
    void a_json_feed_is_one_too() {
        answer(
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"J\", \"items\": [{\"id\": \"1\", \"title\": \"Hi\"}]}");
        assertThat(found(find("/feed.json")).title()).isEqualTo("J");
    }

    @Test
    void a_site_that_says_where_its_feed_is_leads_there() {
        answer(
                "<!DOCTYPE html><html><head><link rel=alternate type='application/atom+xml' href='/atom?a=1'></head></html>");
        answer("<feed xmlns='http://www.w3.org/2005/Atom'><title>Atoms</title></feed>");
        FeedFinder.Found found = found(find("/"));
        assertThat(found.address()).isEqualTo(at("/atom?a=1"));
        assertThat(found.title()).isEqualTo("Atoms");
        assertThat(found.newest()).isNull();
    }

    @Test
    void a_site_whose_feed_is_another_page_is_not_followed_for_ever() {
        for (int i = 0; i < 3; i++) {
            answer(
                    "<!DOCTYPE html><html><head><link rel=alternate type='application/rss+xml' href='/x'></head></html>");
        }
        assertThat(why(find("/"))).startsWith("This is a web page, not a feed");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void a_page_without_one_says_what_to_do() {
        answer("<!DOCTYPE html><html><body>Hello</body></html>");
        assertThat(why(find("/")))
                .isEqualTo("This is a web page, not a feed; look on the page for the address of its feed.");
    }

    @Test
    void a_feed_that_moved_for_good_is_followed_where_it_is_now() {
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .addHeader("Location", "/new")
                .build());
        answer(RSS);
        assertThat(found(find("/old")).address()).isEqualTo(at("/new"));
    }

    @Test
    void an_address_that_must_not_be_reached_is_refused() {
        try (GuardedWeb strict = new GuardedWeb(WebLimits.standard(), () -> NOW)) {
            assertThat(why(new FeedFinder(strict).find(at("/feed"), NOW))).contains("is not a public address");
            assertThat(why(new FeedFinder(strict).find(URI.create("http://169.254.169.254/latest"), NOW)))
                    .contains("is not a public address");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    /** Where a public page leads to a private feed, the guard stands as well. */
    @Test
    void a_page_that_leads_to_a_private_address_leads_nowhere() {
        answer(
                "<!DOCTYPE html><html><head><link rel=alternate type='application/rss+xml' href='http://10.0.0.1/x'></head></html>");
        assertThat(why(find("/"))).contains("10.0.0.1 is not a public address");
    }

    @ParameterizedTest
    @CsvSource({"404, has nothing at this address", "403, does not let us in", "500, is in trouble"})
    void a_server_that_says_no_is_quoted(int status, String why) {
        server.enqueue(new MockResponse.Builder().code(status).build());
        assertThat(why(find("/feed"))).contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/feed, https://a.example/feed",
        "a.example/feed, https://a.example/feed",
        "<https://a.example/feed>, https://a.example/feed",
        "HTTP://a.example/feed#top, HTTP://a.example/feed",
        "localhost:8080, ",
        "http://localhost:8080/x, http://localhost:8080/x",
        "ftp://a.example/feed, ",
        "feed, ",
        "file:///etc/passwd, ",
        "https://, ",
        "'https://a b', ",
    })
    void what_is_typed_is_an_address_or_none(String typed, String address) {
        assertThat(FeedFinder.address(typed).map(URI::toString).orElse(null)).isEqualTo(address);
    }

    @Test
    void a_list_of_feeds_is_fetched() {
        answer("<opml><body><outline xmlUrl='https://a.example/f' title='A'/></body></opml>");
        assertThat(new FeedFinder(web).list(at("/list")))
                .isEqualTo(new FeedFinder.Listed(List.of(new Opml.Outline(URI.create("https://a.example/f"), "A"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no list", "<opml/>"})
    void what_is_no_list_says_so(String body) {
        answer(body);
        assertThat(new FeedFinder(web).list(at("/list"))).isInstanceOf(FeedFinder.NotFound.class);
    }
}
