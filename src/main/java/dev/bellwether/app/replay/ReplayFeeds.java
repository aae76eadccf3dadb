package dev.bellwether.app.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.net.Fetched;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedItem;
import dev.bellwether.news.FeedParser;
import dev.bellwether.news.FeedSource;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.ParsedFeed;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Feeds of the past. Each item comes out at the moment it was published, as the newest of a JSON Feed that the poller reads like any other;
 * an item without a date is there from the start. Immutable but for the clock.
 */
public final class ReplayFeeds implements FeedSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An item and when it comes out. */
    private record Dated(FeedItem item, Instant at) {}

    private record Past(@Nullable String title, @Nullable String language, List<Dated> items) {}

    private final Map<URI, Past> feeds = new LinkedHashMap<>();
    private final InstantSource clock;

    /**
     * @param files the whole feeds by their address
     * @param start when items without a date come out
     * @throws IllegalArgumentException if a file is no feed; the message names it and says why
     */
    public ReplayFeeds(Map<URI, byte[]> files, Instant start, InstantSource clock) {
        this.clock = clock;
        files.forEach((address, bytes) -> feeds.put(address, past(address, bytes, start)));
    }

    private static Past past(URI address, byte[] bytes, Instant start) {
        ParsedFeed parsed = new FeedParser().parse(bytes, null, address);
        if (parsed.failed()) {
            throw new IllegalArgumentException(address.getSchemeSpecificPart());
        }
        List<Dated> items = parsed.items().stream()
                .map(item -> new Dated(item, Objects.requireNonNullElse(item.published(), start)))
                .sorted(Comparator.comparing(Dated::at))
                .toList();
        return new Past(parsed.title(), parsed.language(), items);
    }

    /** The moments at which items come out, within a stretch of time, in no order. */
    public List<Instant> moments(Instant after, Instant until) {
        List<Instant> moments = new ArrayList<>();
        feeds.values()
                .forEach(past -> past.items().stream()
                        .map(Dated::at)
                        .filter(at -> at.isAfter(after) && !at.isAfter(until))
                        .forEach(moments::add));
        return moments;
    }

    /** The entity tag counts the items that were given out, so that each is given out once. */
    @Override
    public Fetched fetch(Feed feed, @Nullable FeedState state) {
        Past past = feeds.get(feed.address());
        if (past == null) {
            return new Fetched.Failed(Fetched.Cause.NOT_FOUND, Line.say("feed.scheme"), 0, null);
        }
        int before = state == null || state.etag() == null ? 0 : Integer.parseInt(state.etag());
        int now = (int) past.items().stream()
                .takeWhile(item -> !item.at().isAfter(clock.instant()))
                .count();
        // Nothing changes before the next item comes out; until then nobody need ask.
        Duration fresh = now == past.items().size()
                ? Duration.ofDays(1)
                : Duration.between(clock.instant(), past.items().get(now).at());
        if (now == before && state != null && state.etag() != null) {
            return new Fetched.NotModified(fresh);
        }
        byte[] body = json(past, past.items().subList(before, now)).getBytes(StandardCharsets.UTF_8);
        return new Fetched.Page(
                body, "application/feed+json", feed.address(), null, Integer.toString(now), null, fresh);
    }

    private static String json(Past past, List<Dated> items) {
        ObjectNode feed = JSON.createObjectNode();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", past.title() == null ? "" : past.title());
        if (past.language() != null) {
            feed.put("language", past.language());
        }
        ArrayNode array = feed.putArray("items");
        items.reversed().forEach(item -> array.add(node(item)));
        return feed.toString();
    }

    private static ObjectNode node(Dated dated) {
        FeedItem item = dated.item();
        ObjectNode node = JSON.createObjectNode();
        node.put("id", item.key());
        node.put("title", item.title());
        node.put("content_text", item.text());
        node.put("date_published", dated.at().toString());
        if (item.link() != null) {
            node.put("url", item.link().toString());
        }
        if (item.language() != null) {
            node.put("language", item.language());
        }
        return node;
    }
}
