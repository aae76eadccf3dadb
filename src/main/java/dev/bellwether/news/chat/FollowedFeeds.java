package dev.bellwether.news.chat;

import dev.bellwether.news.Feed;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The feeds that only chats follow, each address once however many chats do. */
public final class FollowedFeeds implements Supplier<List<Feed>> {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final ChatFeeds feeds;
    private final Set<URI> configured;

    /** @param configured addresses that are polled anyway */
    public FollowedFeeds(ChatFeeds feeds, Set<URI> configured) {
        this.feeds = feeds;
        this.configured = Set.copyOf(configured);
    }

    @Override
    public List<Feed> get() {
        Map<URI, Optional<String>> addresses = new HashMap<>(feeds.addresses());
        addresses.keySet().removeAll(configured);
        return addresses.entrySet().stream()
                .map(entry -> new Feed(
                        entry.getKey(), EVERY, Set.of(), entry.getValue().orElse("en")))
                .toList();
    }
}
