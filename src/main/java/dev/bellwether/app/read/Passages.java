package dev.bellwether.app.read;

import dev.bellwether.news.FeedItem;
import dev.bellwether.news.FeedParser;
import dev.bellwether.news.ParsedFeed;
import dev.bellwether.reading.CleanText;
import dev.bellwether.reading.Passage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What is to be read in a file that may be a feed, a web page or plain text. */
final class Passages {
    private static final int LOOK = 1_000;
    private static final URI NOWHERE = URI.create("https://nowhere.invalid/");

    private Passages() {}

    /** The items of a feed, or the one text that a page or plain file is. */
    static List<Passage> of(byte[] content) {
        ParsedFeed feed = new FeedParser().parse(content, null, NOWHERE);
        if (!feed.items().isEmpty()) {
            return feed.items().stream().map(Passages::passage).toList();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        boolean html = text.substring(0, Math.min(LOOK, text.length()))
                .toLowerCase(Locale.ROOT)
                .matches("(?s)\\s*(\\uFEFF)?<(!doctype html|html|head|body|article|div|p)\\b.*");
        String clean = html ? CleanText.ofHtml(text) : CleanText.ofPlain(text);
        return List.of(new Passage(CleanText.withoutTail(clean), null, null));
    }

    private static Passage passage(FeedItem item) {
        return new Passage(item.text(), item.title(), item.published());
    }
}
