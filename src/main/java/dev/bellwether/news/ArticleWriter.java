package dev.bellwether.news;

import dev.bellwether.fact.Article;
import dev.bellwether.reading.CleanText;
import dev.bellwether.reading.CompanyFinder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** From the items of a feed to articles. */
record ArticleWriter(CompanyFinder finder) {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_PUBLISHER = 100;

    /** Clocks differ; a date further ahead than this is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);

    List<Article> articles(Feed feed, ParsedFeed parsed, Instant seen) {
        return parsed.items().stream()
                .map(item -> article(feed, parsed, item, seen))
                .toList();
    }

    private Article article(Feed feed, ParsedFeed parsed, FeedItem item, Instant seen) {
        String language = item.language() == null ? feed.language() : item.language();
        return new Article(
                item.key(),
                feed.address().toString(),
                publisher(feed, parsed),
                CleanText.shortened(item.title(), LONGEST_TITLE),
                CleanText.shortened(item.text(), LONGEST_TEXT),
                item.link(),
                published(feed, item, seen),
                seen,
                language,
                symbols(feed, item));
    }

    private static String publisher(Feed feed, ParsedFeed parsed) {
        URI address = feed.address();
        String host = address.getHost() == null ? address.getSchemeSpecificPart() : address.getHost();
        return CleanText.shortened(parsed.title() == null ? host : parsed.title(), LONGEST_PUBLISHER);
    }

    /** The sample's items have their dates, whatever the clock of the day is. */
    private static @Nullable Instant published(Feed feed, FeedItem item, Instant seen) {
        boolean sample = "sample".equals(feed.address().getScheme());
        boolean ahead = item.published() != null && item.published().isAfter(seen.plus(AHEAD));
        return ahead && !sample ? null : item.published();
    }

    private Set<String> symbols(Feed feed, FeedItem item) {
        Set<String> symbols = new TreeSet<>(feed.symbols());
        symbols.addAll(finder.find(item.title() + "\n" + item.text()));
        return symbols;
    }
}
