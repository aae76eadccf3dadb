package dev.bellwether.news;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.news.FeedProblem.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), as a stream, so that what stands before a break is kept. */
final class JsonFeeds {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final List<JsonNode> items = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String language;
    private @Nullable String site;
    private boolean feed;

    private JsonFeeds(URI address) {
        this.address = address;
    }

    static ParsedFeed parse(String text, URI address) {
        JsonFeeds feed = new JsonFeeds(address);
        boolean whole = feed.read(text);
        if (!feed.feed) {
            return ParsedFeed.failure(Kind.NOT_A_FEED);
        }
        List<RawItem> items = feed.items.stream().map(feed::item).toList();
        List<FeedProblem> problems = whole ? List.of() : List.of(FeedProblem.of(Kind.TRUNCATED));
        return new ParsedFeed(Markup.title(feed.title), feed.language, Keys.keyed(items, feed.language), problems);
    }

    /** Whether it could be read to its end. */
    private boolean read(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return true;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                field(name, parser);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void field(String name, JsonParser parser) throws IOException {
        if (name.equals("items") && parser.currentToken() == JsonToken.START_ARRAY) {
            feed = true;
            while (parser.nextToken() != JsonToken.END_ARRAY && items.size() < XmlFeed.MOST_ITEMS) {
                items.add(parser.readValueAsTree());
            }
            return;
        }
        JsonNode value = parser.readValueAsTree();
        switch (name) {
            case "version" -> feed |= value.asText().contains("jsonfeed.org");
            case "title" -> title = value.asText();
            case "language" -> language = Languages.tag(value.asText());
            case "home_page_url" -> site = value.asText();
            default -> {}
        }
    }

    private RawItem item(JsonNode node) {
        String title = Markup.title(text(node, "title"));
        return new RawItem(
                text(node, "id"),
                title == null ? "" : title,
                body(node),
                link(node),
                date(node),
                Languages.tag(text(node, "language")));
    }

    private static String body(JsonNode node) {
        String html = text(node, "content_html");
        if (html != null && !html.isBlank()) {
            return Markup.text(html);
        }
        String plain = text(node, "content_text");
        String summary = text(node, "summary");
        String longest = plain == null || plain.isBlank() ? summary : plain;
        return longest == null ? "" : Markup.plain(longest);
    }

    private @Nullable URI link(JsonNode node) {
        URI home = Links.resolve(address, site);
        return Stream.of("url", "external_url")
                .map(name -> Links.resolve(home == null ? address : home, text(node, name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant date(JsonNode node) {
        Instant published = FeedDates.read(text(node, "date_published"));
        return published == null ? FeedDates.read(text(node, "date_modified")) : published;
    }

    /** A text, or a number as text (ids are often written so); null for anything else. */
    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
