package dev.bellwether.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.net.CidrRange;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.news.chat.ChatFeed;
import dev.bellwether.news.chat.FeedFinder;
import dev.bellwether.news.chat.Opml;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Block;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Language;
import dev.bellwether.talk.Voice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /feeds} with servers of this machine and a database. */
class FeedsCommandTest {
    private static final Instant NOW = Instant.parse("2026-01-14T13:00:00Z");
    private static final ChatId CHAT = new ChatId("discord", "1");
    private static final String RSS = "<rss version='2.0'><channel><title>Quay</title>"
            + "<item><guid>1</guid><title>Alibaba up</title><link>https://a.example/1</link>"
            + "<pubDate>Wed, 14 Jan 2026 12:00:00 GMT</pubDate></item>"
            + "<item><guid>2</guid><title>Baidu up</title><pubDate>Tue, 13 Jan 2026 12:00:00 GMT</pubDate></item>"
            + "</channel></rss>";

    private final MockWebServer server = new MockWebServer();
    private final GuardedWeb web =
            new GuardedWeb(WebLimits.standard().allowing(List.of(CidrRange.parse("127.0.0.1/32"))), () -> NOW);

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before each test
    private Store store;

    @BeforeEach
    void start() throws IOException {
        store = Store.open(StoreSettings.inFolder(folder));
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        store.close();
        web.close();
        server.close();
    }

    private CommandRegistry registry() {
        return new CommandRegistry(new Symbols(Group.instruments(), false), store.chats(), false)
                .add(new FeedsCommand(store.chatFeeds(), new FeedFinder(web), 3));
    }

    private Answer ask(String text, boolean manager) {
        return registry().answer(new Ask(CHAT, "ann", text, NOW, manager));
    }

    private String read(String text) {
        return Group.text(ask(text, true)).replaceAll("\\s+", " ");
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private List<ChatFeed> feeds() {
        return store.chatFeeds().of(CHAT);
    }

    @Test
    void a_feed_is_added_with_what_was_found_and_stands_on_the_list() {
        answer(RSS);
        assertThat(read("/feeds add " + at("/feed?key=hush") + " +alibaba -ads \"cloud unit\" digest lang:de"))
                .contains("Quay", "This chat follows the feed now.", "2 items, the newest 1 h ago")
                .contains("+alibaba -ads \"cloud unit\"", "told with the digest")
                .doesNotContain("hush");
        assertThat(feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.address()).isEqualTo(URI.create(at("/feed?key=hush")));
            assertThat(feed.filter()).isEqualTo("+alibaba -ads \"cloud unit\"");
            assertThat(feed.delivery()).isEqualTo(ChatFeed.Delivery.DIGEST);
            assertThat(feed.language()).isEqualTo("de");
            assertThat(feed.addedBy()).isEqualTo("ann");
        });
        assertThat(read("/feeds"))
                .contains("1 feed of at most 3", "1. Quay", "not asked yet", "key=…")
                .doesNotContain("hush");
        answer(RSS);
        assertThat(read("/feeds add " + at("/feed?key=hush"))).contains("followed the feed already", "told at once");
        assertThat(feeds().getFirst().filter()).isEmpty();
    }

    @Test
    void a_site_is_followed_where_it_says_its_feed_is() {
        answer("<!DOCTYPE html><html><head><link rel=alternate type='application/rss+xml' href='/rss'></head></html>");
        answer(RSS);
        assertThat(read("/feeds add " + at("/"))).contains("follows the feed now", "/rss");
        assertThat(feeds()).extracting(ChatFeed::address).containsExactly(URI.create(at("/rss")));
    }

    @Test
    void anybody_may_look_and_only_managers_change() {
        assertThat(ask("/feeds", false).failed()).isFalse();
        for (String text : List.of("add " + at("/"), "remove 1", "test " + at("/"), "import x", "export")) {
            Answer answer = ask("/feeds " + text, false);
            assertThat(answer.failed()).isTrue();
            assertThat(Group.text(answer)).contains("Only those who manage this chat");
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void what_is_typed_wrongly_says_what_to_type() {
        assertThat(read("/feeds add")).contains("needs an address, such as https://example.com/feed");
        assertThat(read("/feeds add ftp://x")).contains("ftp://x is not an address");
        assertThat(read("/feeds add " + at("/") + " cloud")).contains("write +cloud");
        assertThat(read("/feeds add " + at("/") + " re:(")).contains("The expression ( can't be read");
        assertThat(read("/feeds remove")).contains("needs the number");
        assertThat(read("/feeds remove 4")).contains("none of the 0 feeds");
        assertThat(read("/feeds remove 0")).contains("none of the 0 feeds");
        assertThat(read("/feeds import")).contains("needs a list in OPML");
        assertThat(read("/feeds import hello")).contains("There is no feed on this list");
        assertThat(read("/feeds nonsense")).contains("list, add, remove, test, import, export");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void what_is_not_there_says_why_and_is_not_followed() {
        server.enqueue(new MockResponse.Builder().code(404).build());
        assertThat(read("/feeds add " + at("/gone"))).contains("has nothing at this address");
        assertThat(read("/feeds add http://10.0.0.1/feed")).contains("is not a public address");
        assertThat(feeds()).isEmpty();
    }

    @Test
    void one_is_removed_by_number_by_address_or_by_what_is_shown() {
        for (String path : List.of("/a?key=1", "/b", "/c")) {
            answer(RSS);
            read("/feeds add " + at(path));
        }
        assertThat(read("/feeds add " + at("/d"))).contains("follows 3 feeds already");
        assertThat(read("/feeds remove 2")).contains("no longer follows Quay");
        assertThat(read("/feeds remove " + at("/c"))).contains("no longer follows");
        assertThat(read("/feeds remove " + at("/a?key=…"))).contains("no longer follows");
        assertThat(feeds()).isEmpty();
        assertThat(read("/feeds")).contains("follows no feeds of its own", "Add one with /feeds add");
    }

    @Test
    void a_test_shows_what_would_come_and_follows_nothing() {
        answer(RSS);
        assertThat(read("/feeds test " + at("/feed") + " +alibaba"))
                .contains("The filter lets 1 of 2 through.", "Alibaba up")
                .doesNotContain("Baidu up");
        assertThat(feeds()).isEmpty();
    }

    @Test
    void a_list_comes_as_text_as_a_link_or_as_a_reply_and_goes_out_as_a_file() {
        String list = "<opml><body><outline title='A' xmlUrl='https://a.example/f'/>"
                + "<outline title='B' xmlUrl='https://b.example/f'/></body></opml>";
        assertThat(read("/feeds import " + list)).contains("2 feeds added");
        answer(list.replace("https://b", "https://c"));
        assertThat(read("/feeds import " + at("/list"))).contains("1 feed added", "1 was followed already");
        Ask reply = new Ask(
                CHAT, "ann", "/feeds import", NOW, true, "<opml><outline xmlUrl='https://d.example/f'/></opml>");
        assertThat(Group.text(registry().answer(reply)))
                .contains("0 feeds added")
                .contains("1 is left out: no more than 3");

        Block.Document file = ask("/feeds export", true).card().blocks().stream()
                .filter(Block.Document.class::isInstance)
                .map(Block.Document.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(Opml.read(file.content()))
                .extracting(outline -> outline.address().getHost())
                .containsExactly("a.example", "b.example", "c.example");
    }

    @Test
    void it_speaks_german_and_chinese() {
        answer(RSS);
        String german = in(Language.DE, ask("/feeds add " + at("/feed") + " +x digest", true));
        assertThat(german)
                .contains("folgt dem Feed ab jetzt", "2 Einträge, der neueste vor 1 Std.", "kommt im Überblick");
        assertThat(in(Language.ZH, ask("/feeds", true))).contains("1 个订阅源，最多 3 个", "随摘要发送", "尚未查询");
        assertThat(in(Language.ZH, ask("/feeds add x:", true))).contains("不是地址");
    }

    private static String in(Language language, Answer answer) {
        return new CardText(new Voice(language, ZoneId.of("UTC")), Paint.PLAIN)
                .render(answer.card())
                .replaceAll("\\s+", " ");
    }
}
