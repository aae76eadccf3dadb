package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.news.FeedProblem.Kind;
import dev.bellwether.talk.English;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
    private static final URI ADDRESS = URI.create("https://feeds.example/news/feed.xml");
    private static final String ITEM = "<item><title>T</title><link>https://x.example/1</link></item>";

    private final FeedParser parser = new FeedParser();

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FeedParserTest.class.getResourceAsStream("/feeds/" + name), name)) {
            return in.readAllBytes();
        }
    }

    private ParsedFeed file(String name) throws IOException {
        return parser.parse(resource(name), null, ADDRESS);
    }

    private ParsedFeed text(String text) {
        return parser.parse(text.getBytes(StandardCharsets.UTF_8), null, ADDRESS);
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>C</title><link>https://site.example/a/</link>"
                + "<description>d</description>" + items + "</channel></rss>";
    }

    private static @Nullable Kind problem(ParsedFeed feed) {
        return feed.problems().isEmpty() ? null : feed.problems().getFirst().kind();
    }

    @Test
    void rss_2_0_is_read() throws IOException {
        ParsedFeed feed = file("rss20.xml");

        assertThat(feed.title()).isEqualTo("Harbour & Market");
        assertThat(feed.language()).isEqualTo("en-US");
        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "harbour-1",
                                "Alibaba opens a data centre by the sea",
                                "The centre runs on tidal power & wind.\nIt opened on Friday.",
                                URI.create("https://harbour.example/a1"),
                                Instant.parse("2026-01-02T14:15:00Z"),
                                "en-US"),
                        new FeedItem(
                                "https://harbour.example/a2",
                                "A second item whose link is its id",
                                "Nothing more.",
                                URI.create("https://harbour.example/a2"),
                                Instant.parse("2026-01-02T10:00:00Z"),
                                "en-US"),
                        new FeedItem(
                                "https://harbour.example/a3",
                                "An item without a title still has words. They are many, and they go on and on…",
                                "An item without a title still has words. They are many, and they go on and on until there"
                                        + " is no end in sight.",
                                URI.create("https://harbour.example/a3"),
                                null,
                                "en-US"));
    }

    @Test
    void rss_0_91_with_its_document_type_is_read() throws IOException {
        ParsedFeed feed = file("rss091.xml");

        assertThat(feed.title()).isEqualTo("Old Ticker");
        assertThat(feed.items()).extracting(FeedItem::title).containsExactly("Erste Meldung", "Zweite Meldung");
        assertThat(feed.items())
                .extracting(FeedItem::key)
                .containsExactly("http://old.example/1", "http://old.example/2");
    }

    @Test
    void rdf_is_read() throws IOException {
        ParsedFeed feed = file("rdf10.xml");

        assertThat(feed.title()).isEqualTo("Graph News");
        assertThat(feed.items())
                .extracting(FeedItem::key)
                .containsExactly("http://rdf.example/1", "http://rdf.example/2");
        assertThat(feed.items().getFirst().published()).isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
        assertThat(feed.items().getFirst().text()).isEqualTo("It has edges.");
    }

    @Test
    void atom_1_0_is_read_with_its_bases_and_kinds_of_text() throws IOException {
        ParsedFeed feed = file("atom10.xml");

        assertThat(feed.title()).isEqualTo("Atomic & small");
        assertThat(feed.language()).isEqualTo("en");
        FeedItem first = feed.items().getFirst();
        assertThat(first.key()).isEqualTo("urn:entry:1");
        assertThat(first.title()).isEqualTo("Margins < 5% and > 3%");
        assertThat(first.text()).isEqualTo("One bold word.\nTwo.");
        assertThat(first.link()).isEqualTo(URI.create("https://atom.example/blog/posts/1"));
        assertThat(first.published()).isEqualTo(Instant.parse("2026-01-05T11:00:00Z"));
        FeedItem second = feed.items().get(1);
        assertThat(second.title()).isEqualTo("PDD Holdings ships");
        assertThat(second.link()).isEqualTo(URI.create("https://atom.example/blog/2026/second"));
        assertThat(second.published()).isEqualTo(Instant.parse("2026-01-06T00:00:00Z"));
    }

    @Test
    void atom_0_3_is_read() throws IOException {
        FeedItem item = file("atom03.xml").items().getFirst();

        assertThat(item.key()).isEqualTo("tag:early.example,2005:1");
        assertThat(item.published()).isEqualTo(Instant.parse("2005-01-01T10:00:00Z"));
        assertThat(item.text()).isEqualTo("Body");
    }

    @Test
    void json_feed_is_read() throws IOException {
        ParsedFeed feed = file("feed11.json");

        assertThat(feed.title()).isEqualTo("Braces & Brackets");
        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "j1",
                                "JD.com in braces",
                                "First.\nSecond.",
                                URI.create("https://json.example/1"),
                                Instant.parse("2026-01-07T00:00:00Z"),
                                "en-GB"),
                        new FeedItem(
                                "2",
                                "No title here, but words.",
                                "No title here, but words.",
                                URI.create("https://json.example/2"),
                                Instant.parse("2026-01-07T09:00:00Z"),
                                "en-GB"),
                        new FeedItem(
                                "https://other.example/3",
                                "Only a link",
                                "Sum.",
                                URI.create("https://other.example/3"),
                                null,
                                "de"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version=\"0.92\">", "<rss version=\"0.93\">", "<rss version=\"0.94\">", "<rss version=\"2.0.1\">",
                "<rss version=\"2.01\">", "<rss>", "<rss version=\"\">", "<rss version=\"3.0\">"
            })
    void rss_of_any_version_is_read(String root) {
        ParsedFeed feed = text(root + "<channel><title>C</title>" + ITEM + "</channel></rss>");

        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<feed>", "<feed xmlns=\"https://www.w3.org/2005/Atom\">", "<feed xmlns=\"http://purl.org/x\">"})
    void atom_with_a_wrong_namespace_is_read(String root) {
        ParsedFeed feed = text(root + "<title>F</title><entry><id>1</id><title>T</title></entry></feed>");

        assertThat(feed.items()).extracting(FeedItem::key).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/plain", "application/octet-stream", "", "nonsense; charset=;", "image/png"})
    void the_content_type_does_not_matter(String contentType) throws IOException {
        assertThat(parser.parse(resource("rss20.xml"), contentType, ADDRESS).items())
                .hasSize(3);
        assertThat(parser.parse(resource("feed11.json"), contentType, ADDRESS).items())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, text/xml",
        "UTF-8, ISO-8859-1, text/xml",
        "UTF-8, windows-1252, text/xml; charset=windows-1252",
        "windows-1252, UTF-8, text/xml; charset=utf-8",
        "windows-1252, windows-1252, text/xml",
        "windows-1252, ISO-8859-1, application/rss+xml; charset=UTF-8",
        "windows-1252, bogus-8, text/xml",
        "UTF-16LE, UTF-16, text/xml",
        "UTF-16BE, UTF-8, text/xml",
    })
    void the_encoding_is_seen_from_the_bytes(Charset real, String declared, String contentType) {
        String xml = "<?xml version='1.0' encoding='" + declared + "'?>"
                + rss("<item><title>Zölle für Käse – €5</title><link>https://x.example/1</link></item>");

        ParsedFeed feed = parser.parse(xml.getBytes(real), contentType, ADDRESS);

        assertThat(feed.items()).extracting(FeedItem::title).containsExactly("Zölle für Käse – €5");
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, 阿里巴巴上涨",
        "Big5, 阿里巴巴上漲",
        "Shift_JIS, アリババ上昇",
        "ISO-2022-JP, アリババ上昇",
        "EUC-KR, 알리바바 상승",
        "windows-1251, Алибаба растёт"
    })
    void a_declared_encoding_that_is_not_utf_8_is_believed(Charset charset, String title) {
        String items = "<item><title>" + title + "</title><link>https://x.example/1</link></item>";
        byte[] prolog = ("<?xml version='1.0' encoding='" + charset.name() + "'?>" + rss(items)).getBytes(charset);
        byte[] header = rss(items).getBytes(charset);

        assertThat(parser.parse(prolog, "text/xml", ADDRESS).items().getFirst().title())
                .isEqualTo(title);
        if (!charset.name().startsWith("ISO-2022")) {
            assertThat(parser.parse(header, "text/xml; charset=\"" + charset.name() + "\"", ADDRESS)
                            .items()
                            .getFirst()
                            .title())
                    .isEqualTo(title);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF",
                "\n\n  ",
                "\uFEFF\r\n",
                "<br />\n<b>Warning</b>: mysql in /x.php on line 3<br />",
                "junk "
            })
    void what_stands_before_the_declaration_does_no_harm(String junk) {
        ParsedFeed feed = text(junk + "<?xml version='1.0' encoding='UTF-8'?>" + rss(ITEM));

        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items()).hasSize(1);
    }

    @Test
    void what_stands_behind_the_end_does_no_harm() {
        ParsedFeed feed = text(rss(ITEM) + "<script>track()</script><p>unclosed");

        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a&nbsp;b                | a b
                    Caf&eacute; &amp; Bar   | Café & Bar
                    AT&T                    | AT&T
                    Q&A; more               | Q&A; more
                    5 &euro; &bogus; x      | 5 € &bogus; x
                    a&#0;b&#x1F;c&#xD800;d  | abcd
                    &#8364;5                | €5
                    a&#99999999999;b         | ab
                    R&                      | R&
                    <![CDATA[A & B &nbsp;C]]> | A & B C
                    &amp;amp;               | &
                    M&amp;A                 | M&A
                    """)
    void entities_that_xml_does_not_know_are_read(String title, String read) {
        ParsedFeed feed = text(rss("<item><title>" + title + "</title><link>https://x.example/1</link></item>"));

        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items()).extracting(FeedItem::title).containsExactly(read);
    }

    @Test
    void characters_that_xml_forbids_are_left_out() {
        ParsedFeed feed = text(rss("<item><title>a\u0000b\u0008c\uFFFEd</title><guid>1</guid></item>"));

        assertThat(feed.items()).extracting(FeedItem::title).containsExactly("abcd");
    }

    @Test
    void growing_entities_are_refused() {
        StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }

        ParsedFeed feed = text(bomb + "]>" + rss("<item><title>&a29;</title></item>"));

        assertThat(problem(feed)).isEqualTo(Kind.UNSAFE);
        assertThat(feed.failed()).isTrue();
    }

    @Test
    void entities_from_outside_are_refused() throws IOException {
        Path secret = Files.createTempFile("secret", ".txt");
        Files.writeString(secret, "top secret");

        ParsedFeed feed = text("<!DOCTYPE rss [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                + rss("<item><title>&x;</title></item>"));

        assertThat(problem(feed)).isEqualTo(Kind.UNSAFE);
        assertThat(feed.items()).isEmpty();
        Files.delete(secret);
    }

    @Test
    void one_bad_date_loses_neither_its_item_nor_the_feed() {
        ParsedFeed feed = text(
                rss(
                        "<item><guid>1</guid><title>A</title><pubDate>Fri, 99 Foo 2026 99:99:99 +9999</pubDate>"
                                + "</item><item><guid>2</guid><title>B</title><pubDate>02 Jan 2026 10:00 GMT</pubDate></item>"
                                + "<item><guid>3</guid><title>C</title><pubDate/></item>"
                                + "<item><guid>4</guid><title>D</title><pubDate>Fri, 02 Jan 0026 10:00:00 GMT</pubDate></item>"));

        assertThat(feed.problems()).isEmpty();
        assertThat(feed.items())
                .extracting(FeedItem::published)
                .containsExactly(null, Instant.parse("2026-01-02T10:00:00Z"), null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "a, https://site.example/a/a",
        "/a, https://site.example/a",
        "//other.example/a, https://other.example/a",
        "?q=1, https://site.example/a/?q=1",
        "HTTP://UP.example/A, HTTP://UP.example/A",
        "'https://x.example/a b|c', https://x.example/a%20b%7Cc",
        "https://x.example/100%, https://x.example/100%25",
        "https://x.example/ä, https://x.example/ä",
        "javascript:alert(1), ",
        "data:text/html;x, ",
        "file:///etc/passwd, ",
        "ftp://x.example/, ",
        "mailto:a@b.example, ",
        "https://, ",
        "http:///x, ",
        "'https://[bad/', "
    })
    void only_links_to_web_pages_are_kept_and_made_absolute(String link, String absolute) {
        ParsedFeed feed =
                text(rss("<item><title>T</title><guid isPermaLink='false'>1</guid><link>" + link + "</link></item>"));

        assertThat(feed.items().getFirst().link()).isEqualTo(absolute == null ? null : URI.create(absolute));
    }

    @Test
    void a_link_is_relative_to_the_feed_where_the_feed_names_no_site() {
        ParsedFeed feed = text("<rss version='2.0'><channel><title>C</title><item><title>T</title><link>1</link></item>"
                + "</channel></rss>");

        assertThat(feed.items().getFirst().link()).isEqualTo(URI.create("https://feeds.example/news/1"));
    }

    @Test
    void an_item_is_known_by_its_id_else_its_link_else_its_content_and_never_by_its_date() {
        String items = "<item><guid>g</guid><link>https://x.example/1</link><title>A</title>%s</item>"
                + "<item><link>https://x.example/2</link><title>B</title>%s</item>"
                + "<item><title>C</title><description>words</description>%s</item>";
        String one = "<pubDate>Fri, 02 Jan 2026 10:00:00 GMT</pubDate>";
        String two = "<pubDate>Sat, 03 Jan 2026 11:00:00 GMT</pubDate>";

        List<String> keys = text(rss(items.formatted(one, one, one))).items().stream()
                .map(FeedItem::key)
                .toList();

        assertThat(keys.subList(0, 2)).containsExactly("g", "https://x.example/2");
        assertThat(keys.get(2)).startsWith("sha256:");
        assertThat(text(rss(items.formatted(two, two, two))).items())
                .extracting(FeedItem::key)
                .isEqualTo(keys);
    }

    @Test
    void an_id_that_stands_at_different_links_names_none_of_them() {
        ParsedFeed feed = text(rss("<item><guid>0</guid><link>https://x.example/1</link><title>A</title></item>"
                + "<item><guid>0</guid><link>https://x.example/2</link><title>B</title></item>"
                + "<item><guid>7</guid><link>https://x.example/3</link><title>C</title></item>"
                + "<item><guid>7</guid><link>https://x.example/3</link><title>C again</title></item>"));

        assertThat(feed.items())
                .extracting(FeedItem::key)
                .containsExactly("https://x.example/1", "https://x.example/2", "7");
        assertThat(feed.items().getLast().title()).isEqualTo("C");
    }

    @Test
    void a_number_as_an_id_is_not_taken_for_a_link() {
        FeedItem item = text(rss("<item><guid>12345</guid><title>A</title></item>"))
                .items()
                .getFirst();

        assertThat(item.key()).isEqualTo("12345");
        assertThat(item.link()).isNull();
    }

    @Test
    void an_item_that_says_nothing_is_left_out() {
        assertThat(text(rss("<item/><item><title> </title></item>" + ITEM)).items())
                .hasSize(1);
    }

    @Test
    void a_feed_without_items_is_a_good_one() {
        ParsedFeed feed = text(rss(""));

        assertThat(feed.failed()).isFalse();
        assertThat(feed.title()).isEqualTo("C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "\uFEFF"})
    void an_empty_body_is_named(String body) {
        assertThat(problem(text(body))).isEqualTo(Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Log in</body></html>",
                "<html lang=en><head><title>x</title>",
                "<!-- x --><!doctype HTML PUBLIC '-//W3C//DTD'><HTML>"
            })
    void a_web_page_is_named(String page) {
        ParsedFeed feed = text(page);

        assertThat(problem(feed)).isEqualTo(Kind.HTML_PAGE);
        assertThat(feed.failed()).isTrue();
    }

    @Test
    void a_web_page_that_names_its_feed_helps_to_find_it() {
        ParsedFeed feed = text(
                "<html><head><link rel='alternate' type='application/rss+xml' href='/real.xml'></head><body>x</body></html>");

        assertThat(English.of(feed.problems().getFirst().message())).contains("https://feeds.example/real.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "{\"error\":\"rate limit\"}",
                "{",
                "{}",
                "[1,2]",
                "<sitemap/>",
                "<?xml version='1.0'?><x><y/></x>",
                "PK\u0003\u0004",
                "<",
                "<<<>>>",
                "null"
            })
    void what_is_no_feed_is_named(String body) {
        ParsedFeed feed = text(body);

        assertThat(problem(feed)).isEqualTo(Kind.NOT_A_FEED);
        assertThat(English.of(feed.problems().getFirst().message())).endsWith("check the address.");
    }

    @ParameterizedTest
    @CsvSource({"rss20.xml", "rss091.xml", "rdf10.xml", "atom10.xml", "atom03.xml", "feed11.json"})
    void a_feed_that_breaks_off_anywhere_gives_the_complete_items_before(String name) throws IOException {
        String whole = new String(resource(name), StandardCharsets.UTF_8).strip();
        List<String> all = text(whole).items().stream().map(FeedItem::key).toList();
        for (int length = 0; length < whole.length() - 1; length += 7) {
            ParsedFeed feed = text(whole.substring(0, length));

            assertThat(feed.problems()).as("cut at %d", length).isNotEmpty();
            List<String> keys = feed.items().stream().map(FeedItem::key).toList();
            assertThat(keys).as("cut at %d", length).isEqualTo(all.subList(0, keys.size()));
        }
        assertThat(text(whole.substring(0, whole.length() - 6)).items()).hasSameSizeAs(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>a < b</title><guid>bad</guid></item>",
                "<item><title>x</b></title><guid>bad</guid></item>",
                "<item a=b><guid>bad</guid></item>",
                "<item><media:x>no prefix</media:x></item>",
                "<item><title>unclosed<guid>bad</guid></item>"
            })
    void one_broken_item_does_not_lose_the_others(String broken) {
        ParsedFeed feed = text(rss("<item><guid>1</guid><title>A</title></item>" + broken
                + "<item><guid>2</guid><title>B</title></item>"));

        assertThat(feed.items()).extracting(FeedItem::key).containsExactly("1", "2");
        assertThat(problem(feed)).isEqualTo(Kind.BROKEN_ITEMS);
        assertThat(feed.title()).isEqualTo("C");
    }

    @Test
    void a_broken_head_does_not_lose_the_items() {
        ParsedFeed feed = text("<rss version='2.0'><channel><title>A < B</title>" + ITEM + "</channel></rss>");

        assertThat(feed.items()).hasSize(1);
    }

    @RepeatedTest(300)
    void whatever_is_broken_nothing_is_thrown(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> names = List.of("rss20.xml", "rdf10.xml", "atom10.xml", "feed11.json", "rss091.xml");
        byte[] body = resource(names.get(random.nextInt(names.size())));
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            body[random.nextInt(body.length)] = (byte) "<>&;\"]![\u0000{}x/ \u00ff".charAt(random.nextInt(15));
        }

        ParsedFeed feed = parser.parse(body, null, ADDRESS);

        assertThat(feed.items()).allSatisfy(item -> {
            assertThat(item.key()).isNotBlank();
            assertThat(item.title()).isNotBlank();
        });
        assertThat(feed.failed() && feed.problems().isEmpty()).isFalse();
    }

    /** The limit is no measurement: what is not linear takes minutes here. */
    @Test
    @Timeout(30)
    void long_hostile_bodies_end() {
        Stream.of(
                        "<item>".repeat(300_000),
                        rss("<item><title>x".repeat(100_000)),
                        "&".repeat(1_000_000),
                        rss("<![CDATA[".repeat(100_000)),
                        "<!DOCTYPE ".repeat(100_000),
                        "<rss ".repeat(200_000),
                        "{\"items\":[" + "[".repeat(200_000),
                        "{\"items\":" + "{\"a\":".repeat(200_000),
                        rss("<a>".repeat(200_000)))
                .forEach(body -> assertThat(text(body).items()).isEmpty());
    }

    @Test
    void recorded_feeds_are_read_whole() throws IOException {
        Path folder =
                Path.of(System.getProperty("bellwether.shared", "../shared")).resolve("recorded/feeds");
        Assumptions.assumeTrue(Files.isDirectory(folder), "no recorded feeds beside the project");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                ParsedFeed feed = parser.parse(Files.readAllBytes(file), null, ADDRESS);

                assertThat(feed.problems()).as("%s", file).isEmpty();
                assertThat(feed.items()).as("%s", file).isNotEmpty().allSatisfy(item -> {
                    assertThat(item.key()).isNotBlank();
                    assertThat(item.title()).isNotBlank();
                    assertThat(item.link()).isNotNull();
                    assertThat(item.published()).isNotNull();
                });
            }
        }
    }
}
