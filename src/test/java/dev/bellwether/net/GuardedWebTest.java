package dev.bellwether.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.net.Fetched.Failed;
import dev.bellwether.net.Fetched.Page;
import dev.bellwether.talk.English;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedWebTest {
    private static final Instant NOW = Instant.parse("2026-01-14T13:00:00Z");
    private static final WebLimits LIMITS = new WebLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            100_000,
            3,
            List.of(CidrRange.parse("127.0.0.1/32")),
            "Bellwether/test");

    private final MockWebServer server = new MockWebServer();
    private final GuardedWeb web = new GuardedWeb(LIMITS, InstantSource.fixed(NOW));

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

    private Fetched get(String path) {
        return web.get(Fetch.of(at(path), "application/rss+xml"));
    }

    private void answer(int status, String... headers) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        for (int i = 0; i < headers.length; i += 2) {
            response.addHeader(headers[i], headers[i + 1]);
        }
        server.enqueue(response.body("<rss/>").build());
    }

    private static Failed failed(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Failed.class);
        return (Failed) fetched;
    }

    private static Page page(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Page.class);
        return (Page) fetched;
    }

    @Test
    void a_page_comes_with_what_the_next_fetch_needs() {
        answer(
                200,
                "Content-Type",
                "application/rss+xml",
                "ETag",
                "\"v1\"",
                "Last-Modified",
                "Wed, 14 Jan 2026 12:00:00 GMT",
                "Cache-Control",
                "public, max-age=900");

        Page page = page(get("/feed"));

        assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(page.contentType()).isEqualTo("application/rss+xml");
        assertThat(page.etag()).isEqualTo("\"v1\"");
        assertThat(page.lastModified()).isEqualTo("Wed, 14 Jan 2026 12:00:00 GMT");
        assertThat(page.maxAge()).isEqualTo(Duration.ofMinutes(15));
        assertThat(page.address()).isEqualTo(at("/feed"));
        assertThat(page.movedTo()).isNull();
    }

    @Test
    void the_request_says_who_asks_and_for_what_and_that_gzip_is_fine() throws InterruptedException {
        answer(200);

        get("/feed");

        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Bellwether/test");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/rss+xml");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("If-None-Match")).isNull();
        assertThat(request.getHeaders().get("Authorization")).isNull();
    }

    @Test
    void a_page_that_did_not_change_is_not_sent_again() throws InterruptedException {
        server.enqueue(new MockResponse.Builder()
                .code(304)
                .addHeader("Cache-Control", "max-age=60")
                .build());

        Fetched fetched = web.get(new Fetch(at("/feed"), "*/*", "\"v1\"", "Wed, 14 Jan 2026 12:00:00 GMT"));

        assertThat(fetched).isEqualTo(new Fetched.NotModified(Duration.ofMinutes(1)));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(request.getHeaders().get("If-Modified-Since")).isEqualTo("Wed, 14 Jan 2026 12:00:00 GMT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache, max-age=600", "no-store, max-age=600", "public", "max-age=abc"})
    void a_freshness_that_is_taken_back_or_not_said_is_unknown(String cacheControl) {
        answer(200, "Cache-Control", cacheControl);

        assertThat(page(get("/feed")).maxAge()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "401, DENIED",
        "403, DENIED",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "429, RATE_LIMITED",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "400, UNEXPECTED",
        "418, UNEXPECTED",
        "300, UNEXPECTED"
    })
    void a_status_is_named_by_what_to_do(int status, Cause cause) {
        answer(status);

        Failed failed = failed(get("/feed?token=hush"));

        assertThat(failed.cause()).isEqualTo(cause);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(English.of(failed.message()))
                .contains("127.0.0.1")
                .endsWith(".")
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "'120', 120",
        "'0', 0",
        "'Wed, 14 Jan 2026 13:05:00 GMT', 300",
        "'Wed, 14 Jan 2026 12:00:00 GMT', 0",
        "'soon', ",
        "'-5', ",
        "'99999999999999', ",
        "'', "
    })
    void retry_after_is_read_in_seconds_and_as_a_date(String value, Long seconds) {
        answer(429, "Retry-After", value);

        Duration expected = seconds == null ? null : Duration.ofSeconds(seconds);
        assertThat(failed(get("/feed")).retryAfter()).isEqualTo(expected);
    }

    @Test
    void a_redirect_is_followed_and_a_permanent_one_remembered() {
        answer(301, "Location", "/second");
        answer(308, "Location", at("/third").toString());
        answer(200);

        Page page = page(get("/first"));

        assertThat(page.address()).isEqualTo(at("/third"));
        assertThat(page.movedTo()).isEqualTo(at("/third"));
    }

    @Test
    void one_temporary_redirect_on_the_way_makes_the_whole_way_temporary() {
        answer(301, "Location", "/second");
        answer(302, "Location", "/third");
        answer(200);

        Page page = page(get("/first"));

        assertThat(page.address()).isEqualTo(at("/third"));
        assertThat(page.movedTo()).isNull();
    }

    @Test
    void a_circle_of_redirects_ends() {
        for (int i = 0; i < 4; i++) {
            answer(302, "Location", "/feed");
        }

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.REDIRECTED_TOO_OFTEN);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void a_redirect_that_leads_nowhere_is_named() {
        answer(302);

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.REDIRECTED_TOO_OFTEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://2130706434/",
                "http://127.2/",
                "https://10.0.0.1/",
                "http://192.168.1.1:8080/"
            })
    void a_redirect_from_an_allowed_address_to_a_private_one_is_refused(String target) {
        answer(302, "Location", target);

        Failed failed = failed(get("/feed"));

        assertThat(failed.cause()).isEqualTo(Cause.REFUSED);
        assertThat(English.of(failed.message())).contains("net.allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"})
    void a_redirect_away_from_http_is_refused(String target) {
        answer(302, "Location", target);

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.com/f", "sample:alibaba.xml", "feed", "http:feed", "jar:x"})
    void an_address_that_is_not_http_is_refused(URI address) {
        assertThat(failed(web.get(Fetch.of(address, "*/*"))).cause()).isEqualTo(Cause.REFUSED);
    }

    @Test
    void a_private_address_is_refused_however_it_is_written() {
        try (GuardedWeb strict = new GuardedWeb(WebLimits.standard(), InstantSource.fixed(NOW))) {
            for (String host : List.of("127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]")) {
                for (String scheme : List.of("http", "https")) {
                    URI address = URI.create(scheme + "://" + host + ":" + server.getPort() + "/");
                    assertThat(failed(strict.get(Fetch.of(address, "*/*"))).cause())
                            .as("%s", address)
                            .isEqualTo(Cause.REFUSED);
                }
            }
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void a_page_larger_than_the_limit_is_refused_by_its_announced_length() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(100_001)).build());

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void a_page_of_exactly_the_limit_is_taken() {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody("x".repeat(100_000), 1_000)
                .build());

        assertThat(page(get("/feed")).body()).hasSize(100_000);
    }

    @Test
    void a_page_larger_than_the_limit_is_refused_when_its_length_is_not_announced() {
        server.enqueue(new MockResponse.Builder()
                .chunkedBody("x".repeat(100_001), 1_000)
                .build());

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.TOO_LARGE);
    }

    @Test
    void a_gzipped_page_is_unpacked() throws IOException {
        server.enqueue(gzipped("<rss>ä</rss>".getBytes(StandardCharsets.UTF_8), 1));

        assertThat(new String(page(get("/feed")).body(), StandardCharsets.UTF_8))
                .isEqualTo("<rss>ä</rss>");
    }

    @Test
    void a_small_page_that_unpacks_to_a_huge_one_is_refused_early() throws IOException {
        server.enqueue(gzipped(new byte[1_000_000], 300));

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.TOO_LARGE);
    }

    private static MockResponse gzipped(byte[] part, int times) throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            for (int i = 0; i < times; i++) {
                sink.write(part);
            }
        }
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(packed)
                .build();
    }

    @Test
    void a_page_that_says_gzip_and_is_not_is_a_failure() {
        answer(200, "Content-Encoding", "gzip");

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void a_body_that_drips_is_cut_off_at_the_limit_of_time() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(10_000))
                .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                .build());

        assertThat(failed(hasty().get(Fetch.of(at("/feed"), "*/*"))).cause()).isEqualTo(Cause.TIMED_OUT);
    }

    @Test
    void a_server_that_never_answers_is_given_up_at_the_limit_of_time() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(failed(hasty().get(Fetch.of(at("/feed"), "*/*"))).cause()).isEqualTo(Cause.TIMED_OUT);
    }

    @Test
    void the_limit_of_time_holds_for_all_redirects_together() {
        for (int i = 0; i < 40; i++) {
            server.enqueue(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", "/next")
                    .headersDelay(100, TimeUnit.MILLISECONDS)
                    .build());
        }

        assertThat(failed(hasty().get(Fetch.of(at("/feed"), "*/*"))).cause()).isEqualTo(Cause.TIMED_OUT);
    }

    private static GuardedWeb hasty() {
        return new GuardedWeb(
                new WebLimits(
                        Duration.ofMillis(400), Duration.ofMillis(400), 100_000, 40, LIMITS.allow(), "Bellwether/test"),
                InstantSource.fixed(NOW));
    }

    @Test
    void a_connection_that_breaks_off_is_a_failure() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(10_000))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void nobody_listening_is_unreachable() {
        server.close();

        assertThat(failed(get("/feed")).cause()).isEqualTo(Cause.UNREACHABLE);
    }

    @Test
    void a_name_that_does_not_exist_is_unreachable() {
        URI address = URI.create("http://no-such-host.invalid/");

        Failed failed = failed(web.get(Fetch.of(address, "*/*")));

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(English.of(failed.message())).contains("no-such-host.invalid");
    }

    @Test
    void a_server_without_tls_behind_an_https_address_is_a_failure() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answerPlainly(plain));

            URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
            assertThat(failed(web.get(Fetch.of(address, "*/*"))).cause()).isEqualTo(Cause.UNREACHABLE);
        }
    }

    private static void answerPlainly(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    @Test
    void a_name_and_password_are_sent_to_their_host_and_shown_to_nobody() throws InterruptedException {
        answer(302, "Location", "/second");
        answer(404);
        URI address = URI.create("http://me:pass@127.0.0.1:" + server.getPort() + "/first");

        Failed failed = failed(web.get(Fetch.of(address, "*/*")));

        assertThat(English.of(failed.message())).doesNotContain("pass");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic bWU6cGFzcw==");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic bWU6cGFzcw==");
    }

    @Test
    void a_name_and_password_are_not_sent_to_another_host() throws IOException, InterruptedException {
        try (MockWebServer other = new MockWebServer()) {
            other.start(InetAddress.ofLiteral("127.0.0.1"), 0);
            other.enqueue(new MockResponse.Builder().body("<rss/>").build());
            answer(302, "Location", "http://127.0.0.1:" + other.getPort() + "/");

            web.get(Fetch.of(URI.create("http://me:pass@127.0.0.1:" + server.getPort() + "/first"), "*/*"));

            assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void cookies_are_not_kept() throws InterruptedException {
        answer(200, "Set-Cookie", "id=1");
        answer(200);

        get("/feed");
        get("/feed");

        server.takeRequest();
        assertThat(server.takeRequest().getHeaders().get("Cookie")).isNull();
    }

    @Test
    void a_tag_that_could_not_be_sent_back_is_forgotten() {
        server.enqueue(new MockResponse.Builder()
                .addHeaderLenient("ETag", "\"größe\"")
                .body("<rss/>")
                .build());

        assertThat(page(get("/feed")).etag()).isNull();
    }

    @Test
    void nothing_stays_behind_after_closing() {
        answer(200);
        get("/feed");
        web.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("OkHttp"))
                .allMatch(Thread::isDaemon);
    }
}
