package dev.bellwether.news;

import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import dev.bellwether.reading.CleanText;
import dev.bellwether.talk.Voice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads one article from the web, through the guarded way out. Never throws for what the page holds. */
public final class PageReader {
    private static final String ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1";
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9_.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    /** What stands around an article and is none of it. */
    private static final String AROUND = "nav, header nav, footer, aside, form, [role=navigation], [aria-hidden=true]";

    private static final String ARTICLE = "article, [itemprop=articleBody], main, [role=main]";
    private static final int SHORTEST_ARTICLE = 200;

    private final Web web;

    public PageReader(Web web) {
        this.web = web;
    }

    /** The text of a page; only http and https are gone to. */
    public WebPage read(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            return new WebPage.Unread("I only read pages behind http and https links.");
        }
        return switch (web.get(Fetch.of(address, ACCEPT))) {
            case Fetched.Failed failed ->
                new WebPage.Unread(
                        "The page could not be read: " + Voice.english().plain(failed.message()));
            case Fetched.NotModified _ -> new WebPage.Unread("The page could not be read: it answered without text.");
            case Fetched.Page page -> text(page);
        };
    }

    private static WebPage text(Fetched.Page page) {
        String type =
                page.contentType() == null ? "text/html" : page.contentType().toLowerCase(Locale.ROOT);
        if (!type.startsWith("text/") && !type.contains("html")) {
            return new WebPage.Unread("The link leads to " + type.split(";", 2)[0].strip()
                    + ", not to a page of text; paste the text instead.");
        }
        try {
            Document document = Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    charset(page),
                    page.address().toString());
            return type.startsWith("text/plain") ? plain(page, document) : html(page, document);
        } catch (IOException e) {
            return new WebPage.Unread("The page could not be read: its text is broken off.");
        }
    }

    /** Null lets the parser find out from the page itself. */
    private static @Nullable String charset(Fetched.Page page) {
        Matcher matcher = CHARSET.matcher(String.valueOf(page.contentType()));
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static WebPage plain(Fetched.Page page, Document document) {
        return read(page.address(), null, CleanText.ofPlain(document.wholeText()), null);
    }

    private static WebPage html(Fetched.Page page, Document document) {
        String title = title(document);
        Instant published = published(document);
        document.select(AROUND).remove();
        return read(
                page.address(),
                title,
                CleanText.withoutTail(CleanText.ofHtml(main(document).html())),
                published);
    }

    private static WebPage read(URI address, @Nullable String title, String text, @Nullable Instant published) {
        return text.isBlank()
                ? new WebPage.Unread("There is no text on that page that I can read; paste the text instead.")
                : new WebPage.Read(address, title, text, published);
    }

    private static @Nullable String title(Document document) {
        return Stream.of(
                        document.select("meta[property=og:title]").attr("content"),
                        document.select("h1").isEmpty()
                                ? ""
                                : document.select("h1").getFirst().text(),
                        document.title())
                .map(CleanText::onOneLine)
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant published(Document document) {
        return Stream.of(
                        document.select("meta[property=article:published_time]").attr("content"),
                        document.select("meta[itemprop=datePublished]").attr("content"),
                        document.select("meta[name=date]").attr("content"),
                        document.select("time[itemprop=datePublished]").attr("datetime"),
                        document.select("article time[datetime]").attr("datetime"))
                .map(FeedDates::read)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The longest part that is marked as the article; the whole page if none is or it is too short to be one. */
    private static Element main(Document document) {
        Element longest = document.body();
        int most = SHORTEST_ARTICLE;
        for (Element element : document.select(ARTICLE)) {
            int length = element.wholeText().length();
            if (length > most) {
                most = length;
                longest = element;
            }
        }
        return longest;
    }
}
