package dev.bellwether.reading;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** The text of an HTML fragment, a line for every block. Walks the tree without recursion, so depth does no harm. */
final class HtmlLines implements NodeFilter {
    /** No text for a reader stands in these. */
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "head",
            "title",
            "iframe",
            "object",
            "svg",
            "math",
            "button",
            "select",
            "textarea",
            "audio",
            "video",
            "canvas");

    /** These stand beside each other, not below. */
    private static final Set<String> CELLS = Set.of("td", "th", "dt", "option");

    private final StringBuilder out = new StringBuilder();

    private HtmlLines() {}

    static String of(String html) {
        HtmlLines lines = new HtmlLines();
        NodeTraversor.filter(lines, Jsoup.parseBodyFragment(html).body());
        return lines.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            appendOnOneLine(text.getWholeText());
        } else if (node instanceof Element element) {
            if (DROPPED.contains(element.normalName()) || element.hasAttr("hidden")) {
                return FilterResult.SKIP_ENTIRELY;
            }
            out.append(breakAround(element));
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            out.append(breakAround(element));
        }
        return FilterResult.CONTINUE;
    }

    private static String breakAround(Element element) {
        if (CELLS.contains(element.normalName())) {
            return " ";
        }
        return element.isBlock() || element.normalName().equals("br") ? "\n" : "";
    }

    /** Line ends inside a text mean nothing in HTML. */
    private void appendOnOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\n' || c == '\r' ? ' ' : c);
        }
    }
}
