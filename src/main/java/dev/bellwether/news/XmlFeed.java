package dev.bellwether.news;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;
import org.jdom2.input.SAXBuilder;

/**
 * A well-formed feed as Rome reads it.
 *
 * @param feed what Rome made of it
 * @param marks what Rome does not tell of each item, in the order of the entries
 * @param address where it came from
 */
record XmlFeed(SyndFeed feed, List<ItemMarks> marks, URI address) {
    /** Items beyond these are not read; feeds begin with the newest. */
    static final int MOST_ITEMS = 2_000;

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Set<String> ATOMS = Set.of(ATOM.getURI(), "http://purl.org/atom/ns#");
    private static final Set<String> RSS_VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");

    /** @throws FeedException if it is not well-formed, has a document type, or is no feed that Rome knows */
    static XmlFeed read(String xml, URI address) throws FeedException {
        try {
            Document document = builder().build(new StringReader(xml));
            known(document.getRootElement());
            List<ItemMarks> marks = marks(document.getRootElement(), address);
            SyndFeedInput input = new SyndFeedInput(false, Locale.ROOT);
            input.setPreserveWireFeed(true);
            String language = document.getRootElement().getAttributeValue("lang", Namespace.XML_NAMESPACE);
            SyndFeed feed = input.build(document);
            feed.setLanguage(feed.getLanguage() == null ? language : feed.getLanguage());
            return new XmlFeed(feed, marks, address);
        } catch (JDOMException | IOException | IllegalArgumentException e) {
            throw new FeedException("not a feed", e);
        }
    }

    /** Takes no document type and nothing from outside: neither growing entities nor foreign files get in. */
    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        return builder;
    }

    /** Rome goes by version and namespace, which are often missing or wrong where all the rest is right. */
    private static void known(Element root) {
        if (root.getName().equals("rss") && !RSS_VERSIONS.contains(root.getAttributeValue("version", ""))) {
            root.setAttribute("version", "2.0");
        }
        Namespace space = root.getNamespace();
        if (root.getName().equals("feed") && !ATOMS.contains(space.getURI())) {
            List<Element> all = new ArrayList<>(List.of(root));
            root.getDescendants(Filters.element()).forEach(all::add);
            all.stream().filter(e -> e.getNamespace().equals(space)).forEach(e -> e.setNamespace(ATOM));
        }
    }

    private static List<ItemMarks> marks(Element root, URI address) {
        return Stream.concat(
                        Stream.of(root),
                        root.getChildren().stream().filter(e -> e.getName().equals("channel")))
                .flatMap(parent -> parent.getChildren().stream())
                .filter(e -> e.getName().equals("item") || e.getName().equals("entry"))
                .map(e -> ItemMarks.of(e, address))
                .toList();
    }

    List<RawItem> items() {
        List<SyndEntry> entries = feed.getEntries();
        boolean aligned = entries.size() == marks.size();
        List<RawItem> items = new ArrayList<>();
        for (int i = 0; i < entries.size() && i < MOST_ITEMS; i++) {
            ItemMarks mark = aligned ? marks.get(i) : ItemMarks.NONE;
            items.add(XmlItem.of(entries.get(i), mark, base(mark)));
        }
        return items;
    }

    /** What an item's links stand relative to: its {@code xml:base}, else in RSS the site, else the feed. */
    private URI base(ItemMarks mark) {
        if (mark.base() != null) {
            return mark.base();
        }
        boolean atom = feed.getFeedType() != null && feed.getFeedType().startsWith("atom");
        URI site = atom ? null : Links.resolve(address, feed.getLink());
        return site == null ? address : site;
    }
}
