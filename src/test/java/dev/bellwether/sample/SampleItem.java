package dev.bellwether.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** An item of a bundled feed, read with the parser of the JDK. */
record SampleItem(String channel, String title, String link, String guid, Instant published, String description) {

    /** The items of all feeds, feed by feed, in the order of the file. */
    static List<SampleItem> all() {
        try (Stream<Path> files = Files.list(SampleListing.FOLDER.resolve("feeds"))) {
            return files.sorted().flatMap(file -> items(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SampleItem> items(Path file) {
        Element rss = parse(file);
        if (!rss.getTagName().equals("rss") || !rss.getAttribute("version").equals("2.0")) {
            throw new AssertionError(file + " is not RSS 2.0");
        }
        String channel = text(rss, "title");
        var nodes = rss.getElementsByTagName("item");
        List<SampleItem> items = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            items.add(item(channel, (Element) nodes.item(i)));
        }
        return items;
    }

    private static SampleItem item(String channel, Element item) {
        return new SampleItem(
                channel,
                text(item, "title"),
                text(item, "link"),
                text(item, "guid"),
                ZonedDateTime.parse(text(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant(),
                text(item, "description"));
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static Element parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(file + " can't be parsed", e);
        }
    }

    /** Headline and text, tags and line ends taken out. */
    String text() {
        return (title + ". " + description).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
