package dev.bellwether.news.chat;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that chats follow, and how far each chat was told of each.
 *
 * <p>Items have numbers that grow in the order in which they were kept. Of each feed of each chat the number of the last item is
 * noted that the chat needs no word of any more, its place. A feed that was never polled well when it was added has no place yet: what its
 * first poll brings is old. All methods join the transaction of their thread. Safe for threads and several processes.
 */
public interface ChatFeeds {
    /** What came of adding a feed. */
    enum Added {
        /** It is followed from now on. */
        NEW,
        /** It was followed already, and is now as given; who added it and when stays. */
        CHANGED,
        /** The chat follows as many as it may. */
        FULL
    }

    /**
     * Lets a chat follow a feed from now on.
     *
     * @param most how many a chat may follow
     */
    Added add(ChatFeed feed, int most);

    /** Ends that; false if the chat does not follow it. */
    boolean remove(ChatId chat, URI address);

    /** What a chat follows, in the order in which it was added. */
    List<ChatFeed> of(ChatId chat);

    /** Every address that is followed by a chat that is not retired, with the language somebody gave for it, if somebody did. */
    Map<URI, Optional<String>> addresses();

    /** What is remembered of a feed; empty if it was never polled. */
    Optional<FeedState> state(URI address);

    /** Gives a place to the feeds that were polled well for the first time: what is there now is old. */
    void settle();

    /**
     * Feeds with {@link ChatFeed.Delivery#NOW} of chats that are not retired, of which items are kept behind their place.
     *
     * @param most how many feeds
     * @param items how many of each, the oldest first
     */
    List<Untold> untold(int most, int items);

    /**
     * Moves a feed's place on.
     *
     * @return false if it is not where it was when {@link #untold} gave it: somebody else has told the chat, or it follows the feed
     *     no more; nothing was changed then
     */
    boolean told(Untold untold);

    /** Feeds that have not been polled well since a moment, were added before it, and of which the chat was not told so. */
    List<Failing> failing(Instant since, int most);

    /** Notes that a chat was told that its feed fails; false if that was noted already or the chat follows it no more. */
    boolean report(ChatFeed feed, Instant at);

    /** Lets feeds that work again be reported again when they fail the next time. */
    void recover();

    /**
     * What a chat's digest may tell: items of its feeds with {@link ChatFeed.Delivery#DIGEST} that were first seen after one moment
     * and at or before another, of each feed the newest first; not filtered yet.
     *
     * @param items how many of each feed
     */
    List<Untold> forDigest(ChatId chat, Instant after, Instant until, int items);

    /** The feeds of all chats that are not retired. */
    Total total();

    /**
     * All feeds together; one that two chats follow counts twice.
     *
     * @param failing how many of them could not be read the last time
     */
    record Total(long count, long failing) {}

    /**
     * Items that a chat was not told of.
     *
     * @param place where its feed stands
     * @param next where it stands once it was told of these; the number of the newest
     * @param items at least one
     */
    record Untold(ChatFeed feed, long place, long next, List<Article> items) {
        public Untold {
            items = List.copyOf(items);
        }
    }

    /**
     * A feed that does not answer as it should.
     *
     * @param succeeded when it last did; null if it never did
     * @param problem what is wrong; null if nobody knows
     */
    record Failing(
            ChatFeed feed,
            @Nullable Instant succeeded,
            @Nullable Line problem) {}
}
