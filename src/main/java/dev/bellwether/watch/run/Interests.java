package dev.bellwether.watch.run;

import java.util.List;

/** Who wants prices watched besides the alerts. Safe for threads. */
public interface Interests {
    /** The topics about breakouts that some chat subscribed: {@code breakouts}, {@code breakouts:BABA}. */
    List<String> breakoutTopics();

    /** Symbols of the listings that stand on some watchlist, or at which a member set a level; chats that are retired don't count. */
    List<String> listed();
}
