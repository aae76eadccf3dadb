package dev.bellwether.news;

import dev.bellwether.news.FeedProblem.Kind;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a feed to its items: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1.
 *
 * <p>What it is, is seen from the body; the content type only helps with the encoding. Everything that can be read is read, and
 * what is wrong is named beside it. Never throws for what is in a body.
 */
public final class FeedParser {
    private static final Pattern HTML = Pattern.compile("<!doctype\\s+html|<html[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_ENTITIES = Pattern.compile("<!DOCTYPE[^>\\[]{0,2000}\\[");
    private static final String FEED_LINKS = "link[rel~=(?i)alternate][type~=(?i)(rss|atom)\\+xml|feed\\+json][href]";

    /**
     * Reads a feed.
     *
     * @param contentType the header as sent; null if there was none
     * @param address where it came from, to which relative links are relative
     */
    public ParsedFeed parse(byte[] body, @Nullable String contentType, URI address) {
        String text = FeedText.decode(body, contentType);
        if (text.isBlank()) {
            return ParsedFeed.failure(Kind.EMPTY);
        }
        if (text.stripLeading().startsWith("{")) {
            return JsonFeeds.parse(text.stripLeading(), address);
        }
        Optional<XmlRoot> root = XmlRoot.in(text);
        String before = root.map(
                        xml -> text.substring(0, text.length() - xml.xml().length()))
                .orElse(text);
        if (HTML.matcher(before).find()) {
            return ParsedFeed.failure(page(text, address));
        }
        if (OWN_ENTITIES.matcher(before).find()) {
            return ParsedFeed.failure(Kind.UNSAFE);
        }
        return root.map(xml -> XmlFeeds.parse(xml, address)).orElseGet(() -> ParsedFeed.failure(Kind.NOT_A_FEED));
    }

    /** Many a page says where its feed is. */
    private static FeedProblem page(String html, URI address) {
        Element link = Jsoup.parse(html).selectFirst(FEED_LINKS);
        URI feed = link == null ? null : Links.resolve(address, link.attr("href"));
        return feed == null
                ? FeedProblem.of(Kind.HTML_PAGE)
                : new FeedProblem(Kind.HTML_PAGE, Line.say("feed.page.says", feed.toString()), feed);
    }
}
