package dev.bellwether.news.chat;

import dev.bellwether.fact.Article;
import dev.bellwether.news.FeedState;
import java.time.Instant;
import java.util.List;

/** The items of feeds that chats follow. All methods join the transaction of their thread. */
public interface FollowedItems {
    /**
     * Keeps the outcome of one poll of a feed that only chats follow, all or nothing.
     *
     * @return the items that were new, in the order given
     */
    List<Article> save(FeedState state, List<Article> items);

    /** Keeps items of a feed that the settings name, if a chat follows it as well. */
    void copy(List<Article> items);

    /** The newest items seen at or before a moment, newest first. */
    List<Article> newest(Instant until, int limit);
}
