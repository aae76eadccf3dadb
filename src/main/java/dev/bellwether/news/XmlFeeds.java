package dev.bellwether.news;

import com.rometools.rome.io.FeedException;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.news.FeedProblem.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads RSS and Atom, sound or not.
 *
 * <p>A feed that is not well-formed is read item by item: each is put alone into the frame of the feed, and those that can be read
 * are kept. That saves the items before a break and those around a broken one.
 */
final class XmlFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(XmlFeeds.class);
    private static final Pattern ITEM = Pattern.compile("<((?:[A-Za-z_][\\w.-]{0,40}:)?(?:item|entry))(?=[\\s>])");

    private XmlFeeds() {}

    static ParsedFeed parse(XmlRoot root, URI address) {
        XmlRoot repaired = root.repaired();
        try {
            XmlFeed feed = XmlFeed.read(repaired.xml(), address);
            return result(feed, feed.items(), List.of());
        } catch (FeedException e) {
            return itemByItem(repaired, address);
        }
    }

    private static ParsedFeed itemByItem(XmlRoot root, URI address) {
        Kind kind = root.isClosed() ? Kind.BROKEN_ITEMS : Kind.TRUNCATED;
        Matcher start = ITEM.matcher(root.xml());
        boolean more = start.find();
        String head = root.xml().substring(0, more ? start.start() : root.xml().length());
        for (String frame : List.of(head, root.barest())) {
            try {
                XmlFeed feed = XmlFeed.read(frame + root.closing(), address);
                List<RawItem> items = more ? salvaged(root, frame, start, address) : List.of();
                return result(feed, items, List.of(FeedProblem.of(kind)));
            } catch (FeedException e) {
                LOG.debug("{} can't be read with all of its frame", SafeAddress.of(address));
            }
        }
        return ParsedFeed.failure(Kind.NOT_A_FEED);
    }

    private static List<RawItem> salvaged(XmlRoot root, String frame, Matcher start, URI address) {
        List<RawItem> items = new ArrayList<>();
        boolean more = start.find(0);
        while (more && items.size() < XmlFeed.MOST_ITEMS) {
            String end = "</" + start.group(1) + ">";
            int stop = root.xml().indexOf(end, start.start());
            if (stop < 0) {
                break;
            }
            String item = root.xml().substring(start.start(), stop + end.length());
            items.addAll(alone(frame + item + root.closing(), address));
            more = start.find(stop);
        }
        return items;
    }

    private static List<RawItem> alone(String xml, URI address) {
        try {
            return XmlFeed.read(xml, address).items();
        } catch (FeedException e) {
            return List.of();
        }
    }

    private static ParsedFeed result(XmlFeed feed, List<RawItem> items, List<FeedProblem> problems) {
        String language = Languages.tag(feed.feed().getLanguage());
        return new ParsedFeed(Markup.title(feed.feed().getTitle()), language, Keys.keyed(items, language), problems);
    }
}
