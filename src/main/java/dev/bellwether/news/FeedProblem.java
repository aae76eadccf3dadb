package dev.bellwether.news;

/**
 * What is wrong with a feed.
 *
 * @param kind what it is
 * @param message one sentence for a person: what is wrong and what to do
 */
public record FeedProblem(Kind kind, String message) {

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
                    case EMPTY -> "The feed is empty, without even a frame; it will be tried again.";
                    case HTML_PAGE -> "This is a web page, not a feed; look on the page for the address of its feed.";
                    case NOT_A_FEED -> "This is not RSS, Atom or JSON Feed; check the address.";
                    case UNSAFE ->
                        "The feed defines entities of its own, which is not read for safety; ask the publisher.";
                    case TRUNCATED -> "The feed breaks off; the complete items before that were read.";
                    case BROKEN_ITEMS -> "Some items of the feed can't be read; the others were.";
                });
    }
}
