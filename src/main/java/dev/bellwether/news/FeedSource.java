package dev.bellwether.news;

import dev.bellwether.net.Fetched;
import dev.bellwether.talk.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the bytes of feeds come from. */
public interface FeedSource {
    /**
     * Gets a feed. Blocks; never throws for what the other side does.
     *
     * @param state what is remembered of it; null if it was never polled
     */
    Fetched fetch(Feed feed, @Nullable FeedState state);

    /** Chooses by the scheme of a feed's address, such as {@code https} or {@code sample}; refuses other schemes. */
    static FeedSource byScheme(Map<String, FeedSource> sources) {
        Map<String, FeedSource> known = Map.copyOf(sources);
        return (feed, state) -> {
            String scheme = feed.address().getScheme();
            FeedSource source = scheme == null ? null : known.get(scheme);
            return source == null
                    ? new Fetched.Failed(Fetched.Cause.REFUSED, Line.say("feed.scheme"), 0, null)
                    : source.fetch(feed, state);
        };
    }
}
