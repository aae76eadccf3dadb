package dev.bellwether.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.net.Fetched;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedParser;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.ParsedFeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayFeedsTest {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final URI ADDRESS = URI.create("replay:desk.xml");
    private static final Feed FEED = new Feed(ADDRESS, Duration.ofSeconds(30), Set.of(), "en");
    private static final String RSS = """
            <rss version="2.0"><channel><title>Desk</title><link>https://desk.example/</link><description>d</description>
            <item><title>Third</title><guid>c</guid><pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate>
              <link>https://desk.example/c</link></item>
            <item><title>No date &lt;b&gt;here&lt;/b&gt;</title><guid>u</guid></item>
            <item><title>First</title><guid>a</guid><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
            <item><title>Second</title><guid>b</guid><pubDate>Mon, 02 Feb 2026 10:00:00 GMT</pubDate></item>
            </channel></rss>
            """;

    private final DrivenClock clock = new DrivenClock(START);
    private final ReplayFeeds feeds =
            new ReplayFeeds(Map.of(ADDRESS, RSS.getBytes(StandardCharsets.UTF_8)), START, clock);

    @Test
    void an_item_comes_out_at_its_moment_and_once() {
        Fetched.Page first = page(null);
        assertThat(titles(first)).containsExactlyInAnyOrder("First", "No date here");
        clock.set(Instant.parse("2026-02-02T09:59:59Z"));
        assertThat(feeds.fetch(FEED, state(first.etag()))).isInstanceOf(Fetched.NotModified.class);
        clock.set(Instant.parse("2026-02-02T10:00:00Z"));
        Fetched.Page second = page(first.etag());
        assertThat(titles(second)).containsExactly("Second");
        clock.set(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(titles(page(second.etag()))).containsExactly("Third");
    }

    @Test
    void items_keep_what_names_them_and_where_they_can_be_read() {
        clock.set(Instant.parse("2026-03-01T00:00:00Z"));
        ParsedFeed parsed = parsed(page("3"));
        assertThat(parsed.title()).isEqualTo("Desk");
        assertThat(parsed.items()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("c");
            assertThat(item.link()).isEqualTo(URI.create("https://desk.example/c"));
            assertThat(item.published()).isEqualTo(Instant.parse("2026-02-03T10:00:00Z"));
        });
    }

    @Test
    void the_moments_are_those_within_the_stretch() {
        assertThat(feeds.moments(START, Instant.parse("2026-02-02T23:00:00Z")))
                .containsExactly(Instant.parse("2026-02-02T10:00:00Z"));
    }

    @Test
    void what_is_no_feed_is_named() {
        Map<URI, byte[]> files = Map.of(URI.create("replay:notes.txt"), "hello".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new ReplayFeeds(files, START, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("notes.txt");
    }

    private Fetched.Page page(@Nullable String etag) {
        return (Fetched.Page) feeds.fetch(FEED, etag == null ? null : state(etag));
    }

    private static FeedState state(@Nullable String etag) {
        return new FeedState(ADDRESS, null, etag, null, START, START, START, 0, null, null);
    }

    private static ParsedFeed parsed(Fetched.Page page) {
        return new FeedParser().parse(page.body(), page.contentType(), page.address());
    }

    private static List<String> titles(Fetched.Page page) {
        return parsed(page).items().stream().map(item -> item.title()).toList();
    }
}
