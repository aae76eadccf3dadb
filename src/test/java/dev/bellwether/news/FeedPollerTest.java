package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.talk.English;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedPollerTest {
    private static final CompanyFinder FINDER = new CompanyFinder(new Instruments(List.of(new Instrument(
            "BABA",
            "Alibaba Group",
            List.of("Alibaba"),
            null,
            List.of(new Listing("BABA", Exchange.NYSE, "USD", 8, Map.of())),
            List.of()))));

    private final Clock clock = new Clock();
    private final Shelf shelf = new Shelf();
    private final InMemoryArticleStore store = new InMemoryArticleStore();

    /** A clock that a test moves. */
    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-01-14T13:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    /** Answers with what a test put there, and notes who asked with which state. */
    private static final class Shelf implements FeedSource {
        private final Map<URI, Fetched> answers = new ConcurrentHashMap<>();
        private final List<FeedState> asked = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Fetched fetch(Feed feed, @Nullable FeedState state) {
            if (state != null) {
                asked.add(state);
            }
            Fetched answer = answers.get(feed.address());
            if (answer == null) {
                throw new IllegalStateException("nothing on the shelf");
            }
            return answer;
        }
    }

    private static Feed feed(String name, String... symbols) {
        return new Feed(URI.create("https://x.example/" + name), Duration.ofMinutes(15), Set.of(symbols), "de");
    }

    private static Fetched.Page page(
            String items, @Nullable String etag, @Nullable URI movedTo, @Nullable Duration maxAge) {
        String rss = "<rss version='2.0'><channel><title>Quay</title>" + items + "</channel></rss>";
        URI address = URI.create("https://x.example/a");
        return new Fetched.Page(rss.getBytes(StandardCharsets.UTF_8), null, address, movedTo, etag, null, maxAge);
    }

    private static Fetched.Page page(String... titles) {
        StringBuilder items = new StringBuilder();
        for (String title : titles) {
            items.append("<item><guid>")
                    .append(title)
                    .append("</guid><title>")
                    .append(title)
                    .append("</title></item>");
        }
        return page(items.toString(), null, null, null);
    }

    private static Fetched.Failed failed(Cause cause, @Nullable Duration retryAfter) {
        return new Fetched.Failed(cause, "It went wrong.", 503, retryAfter);
    }

    private void put(Feed feed, Fetched answer) {
        shelf.answers.put(feed.address(), answer);
    }

    private FeedPoller poller(Feed... feeds) {
        return new FeedPoller(List.of(feeds), shelf, store, FINDER, clock, new Random(1));
    }

    private FeedState state(Feed feed) {
        return store.state(feed.address()).orElseThrow();
    }

    private static List<String> titles(PollOutcome outcome) {
        return outcome.fresh().stream().map(Article::title).toList();
    }

    @Test
    void the_first_poll_stores_everything_and_announces_nothing() {
        Feed feed = feed("a");
        put(feed, page("one", "two"));

        List<PollOutcome> outcomes = poller(feed).tick();

        assertThat(outcomes).containsExactly(new PollOutcome(feed, List.of(), true, null));
        assertThat(store.count()).isEqualTo(2);
    }

    @Test
    void later_polls_announce_what_is_new() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(feed, page("one"));
        poller.tick();
        clock.pass(Duration.ofMinutes(15));
        put(feed, page("two", "one"));

        PollOutcome outcome = poller.tick().getFirst();

        assertThat(titles(outcome)).containsExactly("two");
        assertThat(outcome.first()).isFalse();
    }

    @Test
    void a_feed_that_failed_at_first_announces_nothing_when_it_answers() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(feed, failed(Cause.UNREACHABLE, null));
        assertThat(poller.tick().getFirst().first()).isFalse();
        clock.pass(Duration.ofHours(1));
        put(feed, page("one"));

        assertThat(poller.tick()).containsExactly(new PollOutcome(feed, List.of(), true, null));
    }

    @Test
    void a_feed_that_is_not_due_is_left_alone() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(feed, page("one"));
        poller.tick();
        clock.pass(Duration.ofMinutes(15).minusMillis(1));

        assertThat(poller.tick()).isEmpty();

        clock.pass(Duration.ofMillis(1));
        assertThat(poller.tick()).hasSize(1);
    }

    @Test
    void freshness_as_the_other_side_says_is_honoured() {
        Feed feed = feed("a");
        put(feed, page("", null, null, Duration.ofHours(2)));
        poller(feed).tick();

        assertThat(state(feed).due()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void one_broken_feed_does_not_touch_the_others() {
        Feed broken = feed("broken");
        Feed page = feed("page");
        Feed good = feed("good");
        put(
                page,
                new Fetched.Page(
                        "<html>x</html>".getBytes(StandardCharsets.UTF_8),
                        null,
                        page.address(),
                        null,
                        "\"e\"",
                        null,
                        null));
        put(good, page("one"));

        List<PollOutcome> outcomes = poller(broken, page, good).tick();

        assertThat(outcomes).extracting(PollOutcome::feed).containsExactly(broken, page, good);
        assertThat(read(outcomes.get(0).problem())).contains("see the log");
        assertThat(read(outcomes.get(1).problem())).contains("web page");
        assertThat(outcomes.get(2).problem()).isNull();
        assertThat(state(page).etag()).isNull();
        assertThat(state(broken).failures()).isEqualTo(1);
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    void failures_back_off_and_recover_by_themselves() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(feed, page("one"));
        poller.tick();
        Instant good = clock.instant();
        put(feed, failed(Cause.SERVER_ERROR, null));
        for (int i = 1; i <= 4; i++) {
            clock.now = state(feed).due();
            poller.tick();
            assertThat(state(feed).failures()).isEqualTo(i);
            assertThat(Duration.between(clock.instant(), state(feed).due()))
                    .isBetween(Duration.ofMinutes(12L << (i - 1)), Duration.ofMinutes(18L << (i - 1)));
        }
        assertThat(read(state(feed).problem())).isEqualTo("It went wrong.");
        assertThat(state(feed).succeeded()).isEqualTo(good);
        assertThat(state(feed).title()).isEqualTo("Quay");

        clock.now = state(feed).due();
        put(feed, page("two", "one"));
        assertThat(titles(poller.tick().getFirst())).containsExactly("two");
        assertThat(state(feed).failures()).isZero();
        assertThat(state(feed).problem()).isNull();
        assertThat(state(feed).due()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void retry_after_is_honoured() {
        Feed feed = feed("a");
        put(feed, failed(Cause.RATE_LIMITED, Duration.ofHours(3)));
        poller(feed).tick();

        assertThat(state(feed).due()).isEqualTo(clock.instant().plus(Duration.ofHours(3)));
    }

    @Test
    void not_modified_is_a_success_that_keeps_what_is_known() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(feed, page("<item><guid>1</guid><title>one</title></item>", "\"v1\"", null, null));
        poller.tick();
        clock.pass(Duration.ofMinutes(15));
        put(feed, new Fetched.NotModified(null));

        assertThat(poller.tick()).containsExactly(new PollOutcome(feed, List.of(), false, null));

        assertThat(shelf.asked.getLast().etag()).isEqualTo("\"v1\"");
        assertThat(state(feed).etag()).isEqualTo("\"v1\"");
        assertThat(state(feed).title()).isEqualTo("Quay");
        assertThat(state(feed).succeeded()).isEqualTo(clock.instant());
    }

    @Test
    void a_permanent_move_is_remembered_until_the_new_place_fails() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        URI moved = URI.create("https://y.example/a");
        put(feed, page("", "\"e\"", moved, null));
        poller.tick();
        assertThat(state(feed).movedTo()).isEqualTo(moved);
        put(feed, page("", "\"e\"", null, null));
        clock.pass(Duration.ofDays(1));
        poller.tick();
        assertThat(state(feed).movedTo()).isEqualTo(moved);

        put(feed, failed(Cause.NOT_FOUND, null));
        for (int i = 0; i < 3; i++) {
            assertThat(state(feed).movedTo()).isEqualTo(moved);
            clock.pass(Duration.ofDays(1));
            poller.tick();
        }
        assertThat(state(feed).movedTo()).isNull();
        assertThat(state(feed).etag()).isNull();
    }

    @Test
    void a_broken_feed_is_asked_for_whole_again() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(
                feed,
                page(
                        "<item><guid>1</guid><title>one</title></item><item><title>a < b</title></item>",
                        "\"e\"",
                        null,
                        null));

        PollOutcome outcome = poller.tick().getFirst();

        assertThat(read(outcome.problem())).contains("Some items");
        assertThat(state(feed).problem()).isEqualTo(outcome.problem());
        assertThat(state(feed).failures()).isZero();
        assertThat(state(feed).etag()).isNull();
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    void an_article_is_written_with_what_the_feed_and_the_text_say() {
        Feed feed = feed("a", "BIDU");
        String text = "Words. ".repeat(1_000);
        put(
                feed,
                page(
                        "<item><guid>1</guid><title>Alibaba " + "t".repeat(400) + "</title><link>/1</link><description>"
                                + text + "</description><pubDate>Fri, 02 Jan 2026 10:00:00 GMT</pubDate></item>",
                        null,
                        null,
                        null));
        poller(feed).tick();

        Article article = store.newest(null, clock.instant(), 1).getFirst();
        assertThat(article.key()).isEqualTo("1");
        assertThat(article.feed()).isEqualTo("https://x.example/a");
        assertThat(article.publisher()).isEqualTo("Quay");
        assertThat(article.title())
                .hasSizeLessThanOrEqualTo(300)
                .startsWith("Alibaba")
                .endsWith("…");
        assertThat(article.text()).hasSizeBetween(3_990, 4_000).endsWith("Words.");
        assertThat(article.link()).isEqualTo(URI.create("https://x.example/1"));
        assertThat(article.published()).isEqualTo(Instant.parse("2026-01-02T10:00:00Z"));
        assertThat(article.seen()).isEqualTo(clock.instant());
        assertThat(article.language()).isEqualTo("de");
        assertThat(article.symbols()).containsExactlyInAnyOrder("BIDU", "BABA");
    }

    @Test
    void a_date_far_ahead_is_unknown() {
        Feed feed = feed("a");
        put(
                feed,
                page(
                        "<item><guid>1</guid><title>one</title><pubDate>Thu, 15 Jan 2026 12:00:00 GMT</pubDate></item>"
                                + "<item><guid>2</guid><title>two</title><pubDate>Fri, 16 Jan 2026 14:00:00 GMT</pubDate></item>",
                        null,
                        null,
                        null));
        poller(feed).tick();

        assertThat(store.newest(null, clock.instant().plus(Duration.ofDays(9)), 9))
                .extracting(Article::published)
                .containsExactlyInAnyOrder(Instant.parse("2026-01-15T12:00:00Z"), null);
    }

    @Test
    void an_article_whose_id_changes_at_every_poll_is_announced_once() {
        Feed feed = feed("a");
        FeedPoller poller = poller(feed);
        put(feed, page());
        poller.tick();
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(15));
            put(
                    feed,
                    page("<item><guid>id-" + i + "</guid><title>one</title><link>/1</link></item>", null, null, null));
            assertThat(titles(poller.tick().getFirst())).hasSize(i == 0 ? 1 : 0);
        }
        assertThat(store.count()).isEqualTo(1);
    }

    @Test
    void a_restart_forgets_neither_articles_nor_states() {
        Feed feed = feed("a");
        put(feed, page("<item><guid>id-1</guid><title>one</title><link>/1</link></item>", "\"v1\"", null, null));
        poller(feed).tick();
        assertThat(poller(feed).tick()).isEmpty();
        clock.pass(Duration.ofMinutes(15));
        put(feed, page("<item><guid>id-2</guid><title>one</title><link>/1</link></item>", null, null, null));

        PollOutcome outcome = poller(feed).tick().getFirst();

        assertThat(outcome).isEqualTo(new PollOutcome(feed, List.of(), false, null));
        assertThat(shelf.asked.getLast().etag()).isEqualTo("\"v1\"");
    }

    @Test
    void a_store_that_fails_loses_nothing_and_is_not_hammered() {
        Feed feed = feed("a");
        AtomicInteger saves = new AtomicInteger();
        ArticleStore failing = new FailingStore(saves);
        FeedPoller poller = new FeedPoller(List.of(feed), shelf, failing, FINDER, clock, new Random(1));
        put(feed, page("<item><guid>1</guid><title>one</title></item>", "\"v1\"", null, null));

        assertThat(read(poller.tick().getFirst().problem())).contains("database");
        assertThat(poller.tick()).isEmpty();
        assertThat(saves).hasValue(1);
        clock.pass(Duration.ofHours(1));
        poller.tick();
        assertThat(shelf.asked.getLast().etag()).isNull();
    }

    private record FailingStore(AtomicInteger saves) implements ArticleStore {
        @Override
        public Optional<FeedState> state(URI feed) {
            return Optional.empty();
        }

        @Override
        public List<FeedState> states() {
            return List.of();
        }

        @Override
        public List<Article> save(FeedState state, List<Article> articles) {
            saves.incrementAndGet();
            throw new IllegalStateException("disk full");
        }

        @Override
        public List<Article> newest(@Nullable String symbol, Instant until, int limit) {
            return List.of();
        }

        @Override
        public List<Article> newestAboutAny(Instant until, int limit) {
            return List.of();
        }

        @Override
        public long count() {
            return 0;
        }
    }

    @Test
    void a_feed_that_hangs_does_not_hold_up_the_others_and_stays_due() throws InterruptedException {
        Feed slow = feed("slow");
        Feed quick = feed("quick");
        put(quick, page("one"));
        CountDownLatch interrupted = new CountDownLatch(1);
        FeedSource source = (feed, state) -> {
            if (feed.equals(slow)) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
                return page("late");
            }
            return shelf.fetch(feed, state);
        };
        FeedPoller poller = new FeedPoller(List.of(slow, quick), source, store, FINDER, clock, new Random(1));

        List<PollOutcome> outcomes = new ArrayList<>();
        while (outcomes.isEmpty()) {
            outcomes.addAll(poller.pollDue(Duration.ofMillis(300)));
        }

        assertThat(outcomes).extracting(PollOutcome::feed).containsExactly(quick);
        interrupted.await();
        assertThat(store.state(slow.address())).isEmpty();
        assertThat(store.count()).isEqualTo(1);
        assertThat(poller.health().getFirst().state().due()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void many_feeds_are_polled_together_but_not_all_at_once() {
        List<Feed> feeds = IntStream.range(0, 200).mapToObj(i -> feed("f" + i)).toList();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        FeedSource source = (feed, _) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            return page(feed.address().getPath());
        };

        List<PollOutcome> outcomes = new FeedPoller(feeds, source, store, FINDER, clock, new Random(1)).tick();

        assertThat(outcomes).extracting(PollOutcome::feed).containsExactlyElementsOf(feeds);
        assertThat(store.count()).isEqualTo(200);
        assertThat(most.get()).isLessThanOrEqualTo(16);
    }

    @Test
    void a_feed_configured_twice_is_polled_once() {
        Feed feed = feed("a");
        put(feed, page("one"));

        assertThat(poller(feed, feed).tick()).hasSize(1);
    }

    @Test
    void the_health_of_every_feed_is_told_even_of_one_never_polled() {
        Feed good = feed("good");
        Feed bad = feed("bad");
        put(good, page("one"));
        put(bad, failed(Cause.DENIED, null));
        FeedPoller poller = poller(good, bad);
        assertThat(poller.health()).allMatch(health -> !health.isWell());

        poller.tick();

        assertThat(poller.health()).extracting(FeedHealth::isWell).containsExactly(true, false);
        assertThat(read(poller.health().getLast().state().problem())).isEqualTo("It went wrong.");
    }

    private static String read(@Nullable Line problem) {
        return English.of(Objects.requireNonNull(problem));
    }
}
