package dev.bellwether.news;

/**
 * How a configured feed does.
 *
 * @param feed as configured
 * @param state what is remembered of it; that of a fresh feed if it was never polled
 */
public record FeedHealth(Feed feed, FeedState state) {
    /** Whether it answered well at least once and nothing has been wrong since. */
    public boolean isWell() {
        return state.succeeded() != null && state.problem() == null;
    }
}
