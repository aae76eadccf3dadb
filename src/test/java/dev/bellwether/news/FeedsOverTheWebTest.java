package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Instruments;
import dev.bellwether.net.CidrRange;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.talk.English;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way from a server to the store. */
class FeedsOverTheWebTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-14T13:00:00Z"));
    private final MockWebServer server = new MockWebServer();
    private final GuardedWeb web =
            new GuardedWeb(WebLimits.standard().allowing(List.of(CidrRange.parse("127.0.0.1/32"))), now::get);
    private final InMemoryArticleStore store = new InMemoryArticleStore();

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

    private FeedPoller poller(Feed feed) {
        CompanyFinder finder = new CompanyFinder(new Instruments(List.of()));
        return new FeedPoller(List.of(feed), new WebFeedSource(web), store, finder, now::get, new Random(1));
    }

    private Feed feed() {
        return new Feed(at("/feed?key=hush"), Duration.ofMinutes(15), Set.of(), "en");
    }

    private FeedState state() {
        return store.state(feed().address()).orElseThrow();
    }

    private static String rss(String... titles) {
        StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>Quay</title>");
        for (String title : titles) {
            rss.append("<item><guid>")
                    .append(title)
                    .append("</guid><title>")
                    .append(title)
                    .append("</title></item>");
        }
        return rss.append("</channel></rss>").toString();
    }

    @Test
    void a_feed_is_fetched_once_and_then_only_if_it_changed() throws InterruptedException {
        FeedPoller poller = poller(feed());
        server.enqueue(new MockResponse.Builder()
                .addHeader("ETag", "\"v1\"")
                .addHeader("Last-Modified", "Wed, 14 Jan 2026 12:00:00 GMT")
                .body(rss("one"))
                .build());
        server.enqueue(new MockResponse.Builder().code(304).build());
        server.enqueue(new MockResponse.Builder().body(rss("two", "one")).build());

        assertThat(poller.tick().getFirst().first()).isTrue();
        now.set(state().due());
        assertThat(poller.tick().getFirst().fresh()).isEmpty();
        now.set(state().due());
        assertThat(poller.tick().getFirst().fresh()).extracting(Article::title).containsExactly("two");

        assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isNull();
        RecordedRequest second = server.takeRequest();
        assertThat(second.getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(second.getHeaders().get("If-Modified-Since")).isEqualTo("Wed, 14 Jan 2026 12:00:00 GMT");
    }

    @Test
    void a_server_that_wants_peace_gets_it() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "7200")
                .build());

        PollOutcome outcome = poller(feed()).tick().getFirst();

        assertThat(English.of(Objects.requireNonNull(outcome.problem())))
                .contains("429")
                .doesNotContain("hush");
        assertThat(state().due()).isEqualTo(now.get().plus(Duration.ofHours(2)));
    }

    @Test
    void a_feed_that_moved_is_asked_at_its_new_place() throws InterruptedException {
        FeedPoller poller = poller(feed());
        server.enqueue(new MockResponse.Builder()
                .code(301)
                .addHeader("Location", "/new")
                .build());
        server.enqueue(new MockResponse.Builder().body(rss("one")).build());
        server.enqueue(new MockResponse.Builder().body(rss("one")).build());

        poller.tick();
        now.set(state().due());
        poller.tick();

        assertThat(state().movedTo()).isEqualTo(at("/new"));
        assertThat(server.takeRequest().getTarget()).isEqualTo("/feed?key=hush");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/new");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/new");
    }

    @Test
    void a_gzipped_feed_is_read() throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(rss("one", "two"));
        }
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .addHeader("Content-Type", "text/html")
                .body(packed)
                .build());

        assertThat(poller(feed()).tick()).containsExactly(new PollOutcome(feed(), List.of(), true, null));
        assertThat(store.count()).isEqualTo(2);
    }
}
