package dev.bellwether.app;

import dev.bellwether.command.StatusPart;
import dev.bellwether.fact.Transactions;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.Feed;
import dev.bellwether.news.chat.ChatFeedTeller;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.news.chat.FollowedFeeds;
import dev.bellwether.news.chat.SharedArticles;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreException;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Post;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the feeds that chats follow need of the house. */
final class ChatFeedWing {
    private static final Logger LOG = LoggerFactory.getLogger(ChatFeedWing.class);

    private final Store store;
    private final Set<URI> configured;
    private final InstantSource clock;

    /** @param feeds those of the settings */
    ChatFeedWing(Store store, List<Feed> feeds, InstantSource clock) {
        this.store = store;
        this.configured = feeds.stream().map(Feed::address).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /** What is to be polled besides; nothing by a house that answers one question. */
    Supplier<List<Feed>> feeds(House.Purpose purpose) {
        return purpose == House.Purpose.STAY ? new FollowedFeeds(store.chatFeeds(), configured) : List::of;
    }

    /** Where the poller keeps what it polls. */
    ArticleStore articles() {
        Transactions transactions = store.transactions();
        return new SharedArticles(store.articles(), store.chatFeedItems(), configured, transactions);
    }

    /** Tells the chats what is new. What can't be told now is told the next time. */
    void tell(Post post) {
        try {
            new ChatFeedTeller(store.chatFeeds(), post, store.transactions(), clock, Clocks.real()).tick();
        } catch (RuntimeException e) {
            LOG.error("Chats could not be told of their feeds; it goes on with the next tick", e);
        }
    }

    /** How many feeds chats follow, and how many of them fail; nothing while there are none. */
    List<StatusPart> status() {
        try {
            ChatFeeds.Total total = store.chatFeeds().total();
            return total.count() == 0 ? List.of() : List.of(part(total));
        } catch (StoreException e) {
            LOG.debug("The feeds of chats can't be counted", e);
            return List.of(); // the store's own part says so
        }
    }

    /** What fails is for the chats to mend, which are told of it; only if all fail it is the bot's trouble. */
    private static StatusPart part(ChatFeeds.Total total) {
        Line name = Line.say("feeds.status");
        Line count = Line.count("feeds.status.count", total.count());
        if (total.failing() == 0) {
            return StatusPart.ok(name, count);
        }
        Line failing = Line.say("feeds.status.failing", count, total.failing());
        return total.failing() == total.count() ? StatusPart.trouble(name, failing) : StatusPart.ok(name, failing);
    }
}
