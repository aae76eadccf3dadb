package dev.bellwether.news;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * What is read from an item's XML itself, because Rome loses it: dates that it can't parse, and {@code xml:base}.
 *
 * @param base what the item's links stand relative to, by {@code xml:base}; null if none is given
 * @param published null if no date can be read
 */
record ItemMarks(@Nullable URI base, @Nullable Instant published) {
    static final ItemMarks NONE = new ItemMarks(null, null);

    /** The names of dates in all the formats, that of publication first. */
    private static final List<String> DATES =
            List.of("pubdate", "published", "issued", "date", "created", "updated", "modified");

    static ItemMarks of(Element item, URI address) {
        return new ItemMarks(base(item, address), published(item));
    }

    private static @Nullable Instant published(Element item) {
        for (String name : DATES) {
            for (Element child : item.getChildren()) {
                Instant date = child.getName().equalsIgnoreCase(name) ? FeedDates.read(child.getText()) : null;
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    private static @Nullable URI base(Element item, URI address) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element e = item; e != null; e = e.getParentElement()) {
            String base = e.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null) {
                bases.push(base);
            }
        }
        URI base = null;
        for (String next : bases) {
            URI resolved = Links.resolve(base == null ? address : base, next);
            base = resolved == null ? base : resolved;
        }
        return base;
    }
}
