package dev.bellwether.news;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From an entry of Rome to an item. */
final class XmlItem {
    /** Links of these kinds lead to the article; {@code alternate} is looked at first. */
    private static final Set<String> ARTICLE = Set.of("related", "via", "canonical");

    private XmlItem() {}

    static RawItem of(SyndEntry entry, ItemMarks marks, URI base) {
        boolean atom = entry.getWireEntry() instanceof Entry;
        String title = entry.getTitleEx() == null ? null : Markup.title(text(entry.getTitleEx(), atom));
        String body = Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream())
                .map(content -> text(content, atom))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return new RawItem(id(entry), title == null ? "" : title, body, link(entry, base), date(entry, marks), null);
    }

    private static @Nullable String id(SyndEntry entry) {
        return switch (entry.getWireEntry()) {
            case Entry wire -> wire.getId();
            case Item wire when wire.getGuid() != null -> wire.getGuid().getValue();
            // Rome may fill in the link, relative as it is
            case Item wire -> Objects.equals(wire.getUri(), wire.getLink()) ? null : wire.getUri();
            default -> entry.getUri();
        };
    }

    private static String text(SyndContent content, boolean atom) {
        if (content.getValue() == null) {
            return "";
        }
        String type = content.getType();
        boolean plain = atom && (type == null || type.equals("text") || type.equals("text/plain"));
        return plain ? Markup.plain(content.getValue()) : Markup.text(content.getValue());
    }

    private static @Nullable URI link(SyndEntry entry, URI base) {
        return switch (entry.getWireEntry()) {
            case Entry wire -> link(wire, base);
            case Item wire -> link(wire, base);
            default -> Links.resolve(base, entry.getLink());
        };
    }

    /** An id is a link only if it looks like one: many publishers forget to say that theirs is just a number. */
    private static @Nullable URI link(Item item, URI base) {
        URI link = Links.resolve(base, item.getLink());
        boolean byId = link == null && item.getGuid() != null && item.getGuid().isPermaLink();
        return byId ? Links.resolve(null, item.getGuid().getValue()) : link;
    }

    private static @Nullable URI link(Entry entry, URI base) {
        Stream<Link> pages = entry.getAlternateLinks().stream().sorted(Comparator.comparing(XmlItem::isNoPage));
        Stream<Link> others = entry.getOtherLinks().stream().filter(link -> ARTICLE.contains(link.getRel()));
        return Stream.concat(pages, others)
                .map(link -> Links.resolve(base, link.getHref()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isNoPage(Link link) {
        return link.getType() != null && !link.getType().contains("html");
    }

    private static @Nullable Instant date(SyndEntry entry, ItemMarks marks) {
        if (marks.published() != null) {
            return marks.published();
        }
        return Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .map(FeedDates::believable)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
