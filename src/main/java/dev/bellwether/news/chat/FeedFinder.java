package dev.bellwether.news.chat;

import dev.bellwether.fact.Article;
import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import dev.bellwether.news.FeedItem;
import dev.bellwether.news.FeedParser;
import dev.bellwether.news.FeedProblem;
import dev.bellwether.news.ParsedFeed;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at an address that somebody gave: a feed, or a page that says where its feed is. Safe for threads. */
public final class FeedFinder {
    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, "
            + "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, application/json;q=0.8, */*;q=0.5";
    private static final String LISTS = "text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
    private static final int LONGEST = 1_000;

    private final Web web;
    private final FeedParser parser = new FeedParser();

    /** @param web the guarded way out */
    public FeedFinder(Web web) {
        this.web = web;
    }

    /** What was found. */
    public sealed interface Finding {}

    /** What was found where a list of feeds should be. */
    public sealed interface ListFinding {}

    /** A list of feeds; at least one. */
    public record Listed(List<Opml.Outline> outlines) implements ListFinding {
        public Listed {
            outlines = List.copyOf(outlines);
        }
    }

    /**
     * A feed.
     *
     * @param address of the feed itself
     * @param title its own; null if it has none
     * @param items in its order, as articles
     * @param newest the date of its newest item; null if none has one
     * @param problem what is wrong with it although it can be read; null if nothing is
     */
    public record Found(
            URI address,
            @Nullable String title,
            List<Article> items,
            @Nullable Instant newest,
            @Nullable Line problem) implements Finding {
        public Found {
            items = List.copyOf(items);
        }
    }

    /**
     * None.
     *
     * @param why one sentence: what is wrong and what to do
     */
    public record NotFound(Line why) implements Finding, ListFinding {}

    /** The address that somebody typed, with https where no scheme was; empty if it is none. */
    public static Optional<URI> address(String typed) {
        String text = typed.strip().replaceAll("^<|>$", "").replaceAll("#.*$", "");
        String whole = text.contains("://") ? text : "https://" + text;
        try {
            URI address = new URI(whole);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            boolean named = address.getHost() != null
                    && (text.contains("://") || address.getHost().contains("."));
            return web && named && whole.length() <= LONGEST ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Looks there, and once more where a page says. */
    public Finding find(URI address, Instant now) {
        return find(address, now, true);
    }

    /** Gets a list of feeds in OPML. */
    public ListFinding list(URI address) {
        return switch (web.get(Fetch.of(address, LISTS))) {
            case Fetched.Failed failed -> new NotFound(failed.message());
            case Fetched.NotModified _ -> new NotFound(Line.say("feeds.import.none"));
            case Fetched.Page page -> {
                List<Opml.Outline> outlines = Opml.read(page.body());
                yield outlines.isEmpty() ? new NotFound(Line.say("feeds.import.none")) : new Listed(outlines);
            }
        };
    }

    private Finding find(URI address, Instant now, boolean more) {
        return switch (web.get(Fetch.of(address, ACCEPT))) {
            case Fetched.Failed failed -> new NotFound(failed.message());
            case Fetched.NotModified _ -> new NotFound(Line.say("feed.unreadable"));
            case Fetched.Page page -> read(address, page, now, more);
        };
    }

    private Finding read(URI asked, Fetched.Page page, Instant now, boolean more) {
        ParsedFeed parsed = parser.parse(page.body(), page.contentType(), page.address());
        FeedProblem problem = parsed.problems().stream().findFirst().orElse(null);
        if (parsed.failed()) {
            URI elsewhere = problem == null ? null : problem.feed();
            return more && elsewhere != null
                    ? find(elsewhere, now, false)
                    : new NotFound(problem == null ? Line.say("feed.unreadable") : problem.message());
        }
        URI address = page.movedTo() == null ? asked : page.movedTo();
        String title = parsed.title();
        String publisher = title == null ? String.valueOf(address.getHost()) : title;
        List<Article> items = parsed.items().stream()
                .map(item -> article(item, address, publisher, now))
                .toList();
        Instant newest = items.stream()
                .map(Article::published)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new Found(address, title, items, newest, problem == null ? null : problem.message());
    }

    private static Article article(FeedItem item, URI feed, String publisher, Instant now) {
        String language = item.language() == null ? "en" : item.language();
        return new Article(
                item.key(),
                feed.toString(),
                publisher,
                item.title(),
                item.text(),
                item.link(),
                item.published(),
                now,
                language,
                Set.of());
    }
}
