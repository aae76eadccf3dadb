package dev.bellwether.news;

import dev.bellwether.net.Fetch;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.Web;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Feeds from the web: asked for only if they changed, and where they said they moved to. */
public final class WebFeedSource implements FeedSource {
    private static final String ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, "
            + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private final Web web;

    public WebFeedSource(Web web) {
        this.web = web;
    }

    @Override
    public Fetched fetch(Feed feed, @Nullable FeedState state) {
        if (state == null) {
            return web.get(Fetch.of(feed.address(), ACCEPT));
        }
        URI address = state.movedTo() == null ? feed.address() : state.movedTo();
        return web.get(new Fetch(address, ACCEPT, state.etag(), state.lastModified()));
    }
}
