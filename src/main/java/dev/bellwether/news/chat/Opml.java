package dev.bellwether.news.chat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Lists of feeds as feed readers exchange them (OPML 1.0 and 2.0). Entities of a document's own are never read. */
public final class Opml {
    private Opml() {}

    /**
     * A feed on a list.
     *
     * @param title null if it has none
     */
    public record Outline(URI address, @Nullable String title) {}

    /** The feeds on a list, each once, in order; empty if the text is no such list. */
    public static List<Outline> read(String text) {
        return read(Jsoup.parse(text, "", Parser.xmlParser()));
    }

    /** The same of a file, in the encoding that it names itself. */
    static List<Outline> read(byte[] file) {
        try {
            return read(Jsoup.parse(new ByteArrayInputStream(file), null, "", Parser.xmlParser()));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static List<Outline> read(Document document) {
        Map<URI, Outline> found = new LinkedHashMap<>();
        for (Element outline : document.getElementsByTag("outline")) {
            attribute(outline, "xmlUrl").flatMap(FeedFinder::address).ifPresent(address -> {
                String title = attribute(outline, "title")
                        .or(() -> attribute(outline, "text"))
                        .orElse(null);
                found.putIfAbsent(address, new Outline(address, title));
            });
        }
        return new ArrayList<>(found.values());
    }

    /** Programs spell {@code xmlUrl} in every way. */
    private static Optional<String> attribute(Element element, String name) {
        return element.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
                .map(Attribute::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** A list of these feeds, as OPML 2.0. */
    public static String write(String title, List<ChatFeed> feeds) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n")
                .append("  <head><title>")
                .append(escaped(title))
                .append("</title></head>\n  <body>\n");
        for (ChatFeed feed : feeds) {
            String name = feed.title() == null ? String.valueOf(feed.address().getHost()) : feed.title();
            text.append("    <outline type=\"rss\" text=\"")
                    .append(escaped(name))
                    .append("\" title=\"")
                    .append(escaped(name))
                    .append("\" xmlUrl=\"")
                    .append(escaped(feed.address().toString()))
                    .append("\"/>\n");
        }
        return text.append("  </body>\n</opml>\n").toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
            }
        });
        return out.toString();
    }
}
