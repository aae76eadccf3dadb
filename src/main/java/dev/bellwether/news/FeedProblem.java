package dev.bellwether.news;

import dev.bellwether.talk.Line;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a feed.
 *
 * @param kind what it is
 * @param message one sentence for a person: what is wrong and what to do
 * @param feed where a page for people says that its feed is; null if it does not say or this is none
 */
public record FeedProblem(Kind kind, Line message, @Nullable URI feed) {

    /** What is wrong, by what to do about it. */
    public enum Kind {
        /** No body at all: try again later. */
        EMPTY,
        /** A page for people: find the feed's address. */
        HTML_PAGE,
        /** Neither XML nor JSON that could be a feed: check the address. */
        NOT_A_FEED,
        /** A document type that defines its own entities: not read, for safety. */
        UNSAFE,
        /** The end is missing; the items before it were read. */
        TRUNCATED,
        /** Some items can't be read; the others were. */
        BROKEN_ITEMS
    }

    static FeedProblem of(Kind kind) {
        return new FeedProblem(
                kind,
                switch (kind) {
                    case EMPTY -> Line.say("feed.empty");
                    case HTML_PAGE -> Line.say("feed.page");
                    case NOT_A_FEED -> Line.say("feed.none");
                    case UNSAFE -> Line.say("feed.unsafe");
                    case TRUNCATED -> Line.say("feed.truncated");
                    case BROKEN_ITEMS -> Line.say("feed.items");
                },
                null);
    }
}
