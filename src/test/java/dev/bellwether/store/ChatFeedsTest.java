package dev.bellwether.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.deliver.Journal;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Instruments;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Fetched.Cause;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.FeedSource;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.chat.ChatFeed;
import dev.bellwether.news.chat.ChatFeed.Delivery;
import dev.bellwether.news.chat.ChatFeedTeller;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.news.chat.ChatFeeds.Added;
import dev.bellwether.news.chat.FollowedFeeds;
import dev.bellwether.news.chat.SharedArticles;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.English;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a feed to what the chats that follow it are told: poller, items, places and notices, on both engines. */
class ChatFeedsTest extends OnBothEngines {
    private static final Instant START = Instant.parse("2026-01-14T13:00:00Z");
    private static final ChatId HERE = new ChatId("discord", "1");
    private static final ChatId THERE = new ChatId("telegram", "-100");
    private static final URI WIRE = URI.create("https://wire.example/feed?key=hush");
    private static final URI OFFICIAL = URI.create("https://official.example/feed");

    private final Map<URI, List<String>> shelf = new ConcurrentHashMap<>();
    private final Map<URI, Integer> asked = new ConcurrentHashMap<>();
    private final List<Notice> told = new ArrayList<>();
    private Instant now = START;
    private @Nullable FeedPoller poller;

    private final FeedSource source = (feed, _) -> {
        asked.merge(feed.address(), 1, Integer::sum);
        List<String> titles = shelf.get(feed.address());
        return titles == null
                ? new Fetched.Failed(Cause.UNREACHABLE, "wire.example does not answer", 0, null)
                : page(feed.address(), titles);
    };

    private static Fetched.Page page(URI address, List<String> titles) {
        StringBuilder rss = new StringBuilder("<rss version='2.0'><channel><title>Wire</title>");
        titles.forEach(title -> rss.append("<item><guid>" + title + "</guid><title>" + title
                + "</title><link>https://wire.example/" + title.hashCode() + "</link></item>"));
        byte[] body = rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
        return new Fetched.Page(body, null, address, null, null, null, null);
    }

    private static ChatFeed feed(ChatId chat, URI address, String filter, Delivery delivery, Instant added) {
        return new ChatFeed(chat, address, "Wire", filter, delivery, null, "ann", added);
    }

    private Added follow(ChatId chat, URI address, String filter) {
        return store.chatFeeds().add(feed(chat, address, filter, Delivery.NOW, now), 20);
    }

    private void poll() {
        if (poller == null) {
            Set<URI> configured = Set.of(OFFICIAL);
            poller = new FeedPoller(
                    List.of(new Feed(OFFICIAL, Duration.ofMinutes(10), Set.of("BABA"), "en")),
                    new FollowedFeeds(store.chatFeeds(), configured),
                    source,
                    new SharedArticles(store.articles(), store.chatFeedItems(), configured, store.transactions()),
                    new CompanyFinder(new Instruments(List.of())),
                    () -> now,
                    new Random(1));
        }
        poller.tick();
        now = now.plus(Duration.ofMinutes(11));
    }

    private void tell() {
        teller(this::post).tick();
    }

    private boolean post(Notice notice) {
        boolean fresh = store.delivery().outbox().commit(notice, now);
        if (fresh) {
            told.add(notice);
        }
        return fresh;
    }

    private ChatFeedTeller teller(Post post) {
        return new ChatFeedTeller(store.chatFeeds(), post, store.transactions(), () -> now, () -> now);
    }

    private static String text(Card card) {
        StringBuilder text = new StringBuilder(English.of(card.title()));
        card.blocks().forEach(block -> {
            if (block instanceof Block.Paragraph(var line)) {
                text.append("\n").append(English.of(line));
            }
        });
        return text.toString();
    }

    private List<String> cards() {
        List<String> cards = told.stream().map(notice -> text(notice.card())).toList();
        told.clear();
        return cards;
    }

    @Test
    void only_what_comes_after_it_was_added_is_told_and_once() {
        shelf.put(WIRE, List.of("old two", "old one"));
        follow(HERE, WIRE, "");
        poll();
        tell();
        assertThat(told).as("what was there is old").isEmpty();

        shelf.put(WIRE, List.of("new", "old two", "old one"));
        poll();
        tell();
        tell();
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.audience()).isEqualTo(Audience.chat(HERE));
            assertThat(text(notice.card())).isEqualTo("Wire\nnew Wire, 11 min ago");
            assertThat(notice.expires()).isAfter(now);
        });
    }

    @Test
    void a_feed_that_another_chat_follows_already_is_told_from_now_on_and_polled_once() {
        shelf.put(WIRE, List.of("one"));
        follow(HERE, WIRE, "");
        poll();
        tell();
        shelf.put(WIRE, List.of("two", "one"));
        poll();
        follow(THERE, WIRE, "");
        tell();
        assertThat(told).extracting(Notice::audience).containsExactly(Audience.chat(HERE));
        told.clear();
        shelf.put(WIRE, List.of("three", "two", "one"));
        poll();
        tell();
        assertThat(told)
                .extracting(Notice::audience)
                .containsExactlyInAnyOrder(Audience.chat(HERE), Audience.chat(THERE));
        assertThat(asked.get(WIRE)).isEqualTo(3);
    }

    @Test
    void several_at_once_come_as_one_and_the_filter_holds_back_the_others() {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "+alibaba -ads");
        poll();
        tell();
        shelf.put(WIRE, List.of("Alibaba up", "Baidu up", "Alibaba ads", "Alibaba down"));
        poll();
        tell();
        assertThat(cards())
                .containsExactly("Wire: 2 new items\nAlibaba up Wire, 11 min ago\nAlibaba down Wire, 11 min ago");
        shelf.put(WIRE, List.of("Baidu again"));
        poll();
        tell();
        assertThat(told).isEmpty();
        assertThat(store.chatFeeds().untold(9, 9)).as("held back is told, too").isEmpty();
    }

    @Test
    void a_flood_is_told_whole_in_pages() {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "");
        poll();
        tell();
        shelf.put(
                WIRE,
                IntStream.rangeClosed(1, 73).mapToObj(i -> "item " + (100 - i)).toList());
        poll();
        tell();
        tell();
        String all = String.join("\n", cards());
        IntStream.rangeClosed(1, 73).forEach(i -> assertThat(all).containsOnlyOnce("item " + (100 - i) + " Wire"));
    }

    @Test
    void a_crash_between_place_and_notice_loses_and_repeats_nothing() {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "");
        poll();
        tell();
        shelf.put(WIRE, List.of("new"));
        poll();
        teller(notice -> {
                    post(notice);
                    throw new IllegalStateException("died");
                })
                .tick();
        told.clear();
        reopen();
        tell();
        assertThat(cards()).containsExactly("Wire\nnew Wire, 11 min ago");
        tell();
        assertThat(told).isEmpty();
    }

    @Test
    void two_processes_that_tell_at_once_tell_once() throws Exception {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "");
        poll();
        tell();
        for (int round = 1; round <= 10; round++) {
            shelf.put(WIRE, List.of("round " + round));
            poll();
            CountDownLatch go = new CountDownLatch(1);
            try (Store second = Store.open(settings);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> both = new ArrayList<>();
                for (Store own : List.of(store, second)) {
                    Post post = notice -> own.delivery().outbox().commit(notice, now);
                    ChatFeedTeller teller =
                            new ChatFeedTeller(own.chatFeeds(), post, own.transactions(), () -> now, () -> now);
                    both.add(threads.submit(() -> {
                        go.await();
                        teller.tick();
                        return null;
                    }));
                }
                go.countDown();
                for (Future<?> each : both) {
                    each.get();
                }
            }
            assertThat(store.chatFeeds().untold(9, 9)).isEmpty();
        }
        assertThat(notices()).isEqualTo(10);
    }

    private long notices() {
        Journal journal = store.delivery().journal();
        return journal.totals(now).unexpanded();
    }

    @Test
    void what_only_chats_follow_is_nobody_elses_news() {
        shelf.put(WIRE, List.of("Alibaba price target raised to $500"));
        shelf.put(OFFICIAL, List.of("official"));
        follow(HERE, WIRE, "");
        poll();
        assertThat(store.articles().newest(null, now, 10))
                .extracting(Article::title)
                .containsExactly("official");
        assertThat(store.articles().count()).isOne();
    }

    @Test
    void a_feed_of_the_settings_can_be_followed_too_and_is_polled_once() {
        shelf.put(OFFICIAL, List.of("old"));
        poll();
        follow(HERE, OFFICIAL, "");
        tell();
        shelf.put(OFFICIAL, List.of("new", "old"));
        poll();
        tell();
        assertThat(cards()).containsExactly("Wire\nnew Wire, 11 min ago");
        assertThat(store.articles().newest("BABA", now, 10))
                .extracting(Article::title)
                .contains("new", "old");
        assertThat(asked.get(OFFICIAL)).isEqualTo(2);
    }

    /** What the feed brought to all is known when it is left to the chats. */
    @Test
    void a_feed_that_the_settings_drop_does_not_flood_its_chats() {
        List<Article> items = List.of(article("a"), article("b"));
        FeedState state = new FeedState(WIRE, "Wire", null, null, now, now, now, 0, null, null);
        store.articles().save(state, items);
        follow(HERE, WIRE, "");
        assertThat(store.chatFeedItems().save(state, List.of(article("c"), article("b"), article("a"))))
                .extracting(Article::title)
                .containsExactly("c");
        tell();
        assertThat(cards()).containsExactly("Wire\nc Wire, 0 min ago");
    }

    private Article article(String title) {
        return new Article(title, WIRE.toString(), "Wire", title, "", null, null, now, "en", Set.of());
    }

    @Test
    void a_feed_that_fails_for_a_day_is_reported_once_with_the_reason_and_again_after_it_worked() {
        follow(HERE, WIRE, "");
        poll();
        tell();
        now = START.plus(Duration.ofHours(23));
        poll();
        tell();
        assertThat(told).isEmpty();
        now = START.plus(Duration.ofHours(31));
        poll();
        tell();
        tell();
        assertThat(cards())
                .singleElement()
                .satisfies(card -> assertThat(card)
                        .startsWith(
                                "A feed fails: Wire\nThe feed at https://wire.example/feed?key=… has not answered well for")
                        .contains("wire.example does not answer", "It was added by ann.", "/feeds remove")
                        .doesNotContain("hush"));
        shelf.put(WIRE, List.of("up again"));
        now = now.plus(Duration.ofHours(7));
        poll();
        tell();
        assertThat(told).as("its first items are old").isEmpty();
        shelf.remove(WIRE);
        now = now.plus(Duration.ofHours(12));
        poll();
        tell();
        assertThat(told).isEmpty();
        now = now.plus(Duration.ofHours(20));
        poll();
        tell();
        assertThat(cards()).hasSize(1);
    }

    @Test
    void what_is_for_the_digest_waits_for_it() {
        shelf.put(WIRE, List.of("old"));
        store.chatFeeds().add(feed(HERE, WIRE, "-ads", Delivery.DIGEST, now), 20);
        poll();
        tell();
        Instant after = now;
        shelf.put(WIRE, List.of("new", "ads", "old"));
        poll();
        tell();
        assertThat(told).isEmpty();
        assertThat(store.chatFeeds().forDigest(HERE, after.minusSeconds(1), now, 10))
                .singleElement()
                .satisfies(found -> assertThat(ChatFeedTeller.wanted(found))
                        .extracting(Article::title)
                        .containsExactly("new"));
        assertThat(store.chatFeeds().forDigest(HERE, now, now.plusSeconds(9), 10))
                .isEmpty();
        assertThat(store.chatFeeds().forDigest(THERE, START, now, 10)).isEmpty();
    }

    @Test
    void a_chat_follows_as_many_as_it_may_and_changes_what_it_follows() {
        ChatFeeds feeds = store.chatFeeds();
        ChatFeed first = feed(HERE, WIRE, "+a", Delivery.NOW, now);
        assertThat(feeds.add(first, 2)).isEqualTo(Added.NEW);
        assertThat(feeds.add(feed(HERE, OFFICIAL, "", Delivery.NOW, now), 2)).isEqualTo(Added.NEW);
        assertThat(feeds.add(feed(HERE, URI.create("https://c.example/"), "", Delivery.NOW, now), 2))
                .isEqualTo(Added.FULL);
        ChatFeed changed = new ChatFeed(HERE, WIRE, null, "+b", Delivery.DIGEST, "de", "bob", now.plusSeconds(9));
        assertThat(feeds.add(changed, 2)).isEqualTo(Added.CHANGED);
        reopen();
        assertThat(store.chatFeeds().of(HERE).getFirst())
                .isEqualTo(new ChatFeed(HERE, WIRE, null, "+b", Delivery.DIGEST, "de", "ann", now));
        assertThat(store.chatFeeds().addresses()).containsOnlyKeys(WIRE, OFFICIAL);
        assertThat(store.chatFeeds().addresses().get(WIRE)).contains("de");
        assertThat(store.chatFeeds().remove(HERE, WIRE)).isTrue();
        assertThat(store.chatFeeds().remove(HERE, WIRE)).isFalse();
        assertThat(store.chatFeeds().of(THERE)).isEmpty();
    }

    @Test
    void of_many_at_once_no_more_are_added_than_allowed() throws Exception {
        List<Future<Added>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                URI address = URI.create("https://x.example/" + i);
                results.add(threads.submit(
                        () -> store.chatFeeds().add(feed(HERE, address, "", Delivery.NOW, START), 5)));
            }
        }
        long added = 0;
        for (Future<Added> result : results) {
            added += result.get() == Added.NEW ? 1 : 0;
        }
        assertThat(added).isEqualTo(5);
        assertThat(store.chatFeeds().of(HERE)).hasSize(5);
    }

    @Test
    void a_retired_chat_is_not_polled_for_and_not_told() {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "");
        poll();
        tell();
        shelf.put(WIRE, List.of("new"));
        poll();
        store.chats().retire(HERE, "gone", now);
        assertThat(store.chatFeeds().addresses()).isEmpty();
        assertThat(store.chatFeeds().untold(9, 9)).isEmpty();
    }

    @Test
    void feeds_go_along_when_a_chat_moves_and_what_is_known_of_people_can_be_forgotten() {
        follow(HERE, WIRE, "+a");
        ChatId later = new ChatId("discord", "2");
        store.chatFeeds().add(feed(later, OFFICIAL, "", Delivery.NOW, now), 20);
        store.chats().move(HERE, later, now);
        assertThat(store.chatFeeds().of(later)).extracting(ChatFeed::address).containsExactlyInAnyOrder(WIRE, OFFICIAL);

        Memory.Person ann = new Memory.Person("discord", "ann", null);
        assertThat(store.memory().about(ann)).extracting(Memory.Kept::kind).containsExactly(Memory.Kind.FEED);
        store.memory().forget(ann);
        assertThat(store.memory().about(ann)).isEmpty();
        assertThat(store.chatFeeds().of(later)).extracting(ChatFeed::addedBy).containsOnly(MarkMemory.NOBODY);
        store.memory().forget(new Memory.Whole(later));
        assertThat(store.chatFeeds().of(later)).isEmpty();
    }

    @Test
    void one_that_is_removed_while_it_is_told_is_told_no_more() {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "");
        poll();
        tell();
        shelf.put(WIRE, List.of("new"));
        poll();
        ChatFeeds.Untold untold = store.chatFeeds().untold(9, 9).getFirst();
        store.chatFeeds().remove(HERE, WIRE);
        assertThat(store.chatFeeds().told(untold)).isFalse();
        assertThat(Objects.requireNonNull(poller).health()).hasSize(1);
    }

    private static String numbered(int number) {
        return "item " + (1_000 + number);
    }

    @Test
    void old_items_are_thrown_away_but_none_that_still_stands_in_its_feed_is_told_again() {
        List<String> all = new ArrayList<>(
                IntStream.range(0, 250).mapToObj(ChatFeedsTest::numbered).toList());
        shelf.put(WIRE, List.copyOf(all));
        follow(HERE, WIRE, "");
        poll();
        tell();
        assertThat(store.tidy(START.plus(Duration.ofDays(30))).items()).isZero();
        assertThat(store.tidy(START.plus(Duration.ofDays(31))).items()).isEqualTo(50);
        assertThat(store.chatFeedItems().newest(now, 999)).hasSize(200);

        now = START.plus(Duration.ofDays(32));
        all.subList(199, 250).clear();
        all.addFirst("new");
        shelf.put(WIRE, all);
        poll();
        tell();
        assertThat(cards()).containsExactly("Wire\nnew Wire, 11 min ago");
    }

    @Test
    void an_item_that_was_forgotten_and_comes_back_with_its_old_date_is_old() {
        shelf.put(WIRE, List.of());
        follow(HERE, WIRE, "");
        poll();
        tell();
        now = START.plus(Duration.ofDays(70));
        Article back = new Article(
                "x", WIRE.toString(), "Wire", "x", "", null, now.minus(Duration.ofDays(40)), now, "en", Set.of());
        FeedState state = new FeedState(WIRE, "Wire", null, null, now, now, now, 0, null, null);
        assertThat(store.chatFeedItems().save(state, List.of(back))).hasSize(1);
        tell();
        assertThat(told).isEmpty();
    }

    @Test
    void what_no_chat_follows_is_thrown_away_and_old_for_who_follows_it_again() {
        shelf.put(WIRE, List.of("one"));
        shelf.put(OFFICIAL, List.of("official"));
        follow(HERE, WIRE, "");
        follow(HERE, OFFICIAL, "");
        poll();
        tell();
        store.chatFeeds().remove(HERE, WIRE);
        assertThat(store.tidy(now).items()).isOne();
        assertThat(store.tidy(now).items()).isZero();
        assertThat(store.chatFeeds().state(WIRE)).isEmpty();
        poll();

        follow(HERE, WIRE, "");
        shelf.put(WIRE, List.of("two", "one"));
        poll();
        tell();
        assertThat(told).as("what was there when it was added again").isEmpty();
        shelf.put(WIRE, List.of("three", "two", "one"));
        poll();
        tell();
        assertThat(cards()).containsExactly("Wire\nthree Wire, 11 min ago");

        store.chatFeeds().remove(HERE, OFFICIAL);
        assertThat(store.tidy(now).items()).isOne();
        assertThat(store.chatFeeds().state(OFFICIAL))
                .as("the group reads it still")
                .isPresent();
    }

    @Test
    void feeds_of_chats_are_counted_with_those_that_fail() {
        assertThat(store.chatFeeds().total()).isEqualTo(new ChatFeeds.Total(0, 0));
        shelf.put(OFFICIAL, List.of());
        follow(HERE, OFFICIAL, "");
        follow(HERE, WIRE, "");
        follow(THERE, WIRE, "");
        poll();
        assertThat(store.chatFeeds().total()).isEqualTo(new ChatFeeds.Total(3, 2));
        store.chats().retire(THERE, "gone", now);
        assertThat(store.chatFeeds().total()).isEqualTo(new ChatFeeds.Total(2, 1));
    }
}
