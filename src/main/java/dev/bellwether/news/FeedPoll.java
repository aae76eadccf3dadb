package dev.bellwether.news;

import dev.bellwether.fact.Article;
import dev.bellwether.net.Fetched;
import dev.bellwether.net.SafeAddress;
import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at one feed, without saving it: fetched, parsed, and what to remember and keep.
 *
 * <p>Whatever goes wrong, even a mistake of our own, ends in a state with a problem and a later time to try again.
 */
record FeedPoll(FeedSource source, FeedParser parser, ArticleWriter writer, Pace pace, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

    /** After so many failures at the address a feed moved to, its configured one is asked again. */
    private static final int FAILURES_TO_GO_BACK = 3;

    /**
     * What to save.
     *
     * @param state to remember
     * @param articles all of the feed, new or not
     */
    record Look(FeedState state, List<Article> articles) {}

    Look look(Feed feed, FeedState before) {
        try {
            return switch (source.fetch(feed, before)) {
                case Fetched.Page page -> page(feed, before, page);
                case Fetched.NotModified(Duration maxAge) -> unchanged(feed, before, maxAge);
                case Fetched.Failed failed -> failure(feed, before, failed.message(), failed.retryAfter());
            };
        } catch (RuntimeException e) {
            LOG.error("feed {} could not be read; this is a mistake of the program", SafeAddress.of(feed.address()), e);
            return failure(feed, before, Line.say("feed.failed"), null);
        }
    }

    private Look page(Feed feed, FeedState before, Fetched.Page page) {
        ParsedFeed parsed = parser.parse(page.body(), page.contentType(), page.address());
        Line problem = parsed.problems().isEmpty()
                ? null
                : parsed.problems().getFirst().message();
        if (parsed.failed()) {
            return failure(feed, before, problem == null ? Line.say("feed.unreadable") : problem, null);
        }
        Instant now = clock.instant();
        boolean whole = problem == null;
        FeedState state = new FeedState(
                feed.address(),
                parsed.title() == null ? before.title() : parsed.title(),
                whole ? page.etag() : null, // a broken feed is to be sent again, not to be called unchanged
                whole ? page.lastModified() : null,
                now,
                now,
                now.plus(pace.afterSuccess(feed, page.maxAge())),
                0,
                problem,
                moved(feed, before, page));
        return new Look(state, writer.articles(feed, parsed, now));
    }

    private static @Nullable URI moved(Feed feed, FeedState before, Fetched.Page page) {
        if (page.movedTo() == null) {
            return before.movedTo();
        }
        if (!page.movedTo().equals(before.movedTo())) {
            LOG.info("feed {} moved to {}", SafeAddress.of(feed.address()), SafeAddress.of(page.movedTo()));
        }
        return page.movedTo().equals(feed.address()) ? null : page.movedTo();
    }

    private Look unchanged(Feed feed, FeedState before, @Nullable Duration maxAge) {
        Instant now = clock.instant();
        FeedState state = new FeedState(
                feed.address(),
                before.title(),
                before.etag(),
                before.lastModified(),
                now,
                now,
                now.plus(pace.afterSuccess(feed, maxAge)),
                0,
                null,
                before.movedTo());
        return new Look(state, List.of());
    }

    private Look failure(Feed feed, FeedState before, Line problem, @Nullable Duration retryAfter) {
        return new Look(failed(feed, before, problem, retryAfter), List.of());
    }

    /** The state after a failure: what was known stays, and the next look comes later. */
    FeedState failed(Feed feed, FeedState before, Line problem, @Nullable Duration retryAfter) {
        Instant now = clock.instant();
        int failures = before.failures() + 1;
        boolean back = before.movedTo() != null && failures >= FAILURES_TO_GO_BACK;
        return new FeedState(
                feed.address(),
                before.title(),
                back ? null : before.etag(),
                back ? null : before.lastModified(),
                now,
                before.succeeded(),
                now.plus(pace.afterFailure(feed, failures, retryAfter)),
                failures,
                problem,
                back ? null : before.movedTo());
    }
}
