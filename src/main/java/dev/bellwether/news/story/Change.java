package dev.bellwether.news.story;

import org.jspecify.annotations.Nullable;

/**
 * What an article adds to a story that was told before: the reason to announce it again.
 *
 * @param kind what kind of fact it is
 * @param what what the fact is about: the house of a call, the word that a number counts; may be empty
 * @param before what the story said until now, as printed; null if it said nothing
 * @param now what this article says, as printed
 */
public record Change(Kind kind, String what, @Nullable String before, String now) {
    /** What can change in a story. */
    public enum Kind {
        /** A number: before and now count the same thing, or the headline has one that the story did not have. */
        NUMBER,
        /** A house's price target, new to the story or another than before. */
        TARGET,
        /** How far a deal has come. */
        STAGE
    }

    /** As told to people, such as {@code deal: $7 billion, now $7.75 billion}. */
    public String text() {
        String subject = what.isEmpty() ? "" : what + ": ";
        return before == null ? subject + now : subject + before + ", now " + now;
    }
}
