package dev.bellwether.news;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An XML feed from its first element on. What stands before it (declaration, style sheets, a document type, warnings of a broken
 * server) and behind its end is left out.
 *
 * @param name of the first element, with its prefix
 * @param xml from the first element on
 */
record XmlRoot(String name, String xml) {
    private static final Pattern ROOT = Pattern.compile("<((?:[A-Za-z_][\\w.-]{0,40}:)?(?:rss|RDF|feed))(?=[\\s>])");

    /** Where the first element of a feed is, if there is one. */
    static Optional<XmlRoot> in(String text) {
        Matcher root = ROOT.matcher(text);
        return root.find() ? Optional.of(new XmlRoot(root.group(1), text.substring(root.start()))) : Optional.empty();
    }

    /** The same, without what stands behind the end and with what is nearly XML made XML. */
    XmlRoot repaired() {
        int end = xml.lastIndexOf(end());
        String whole = end < 0 ? xml : xml.substring(0, end + end().length());
        return new XmlRoot(name, XmlRepair.repaired(whole));
    }

    boolean isClosed() {
        return xml.endsWith(end());
    }

    private String end() {
        return "</" + name + ">";
    }

    /** What closes the feed behind an item. */
    String closing() {
        return isRss() ? "</channel>" + end() : end();
    }

    /** The frame without anything in it, for when what is in it is broken. */
    String barest() {
        int end = xml.indexOf('>');
        String open = end < 0 ? "<" + name + ">" : xml.substring(0, end + 1);
        return isRss() ? open + "<channel>" : open;
    }

    private boolean isRss() {
        return name.toLowerCase(Locale.ROOT).endsWith("rss");
    }
}
