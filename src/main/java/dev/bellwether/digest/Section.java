package dev.bellwether.digest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a digest. */
public enum Section {
    /** The instruments with their figures; for a week the best and the worst first. */
    MOVES,
    /** Levels that were met, and those that are near. */
    LEVELS,
    /** What analysts said. */
    CALLS,
    /** What the press told. */
    STORIES,
    /** What is new in the feeds that the chat follows for its digests. */
    FEEDS,
    /** Days of earnings, holidays and short sessions. */
    AHEAD,
    /** The alerts of the chat that fired; for a week those that fired most. */
    ALERTS,
    /** Statements of the press that prices contradict. */
    CLAIMS;

    /** All of them in the order that is usual. */
    public static final List<Section> ALL = List.of(values());

    /** As typed and shown, such as {@code moves}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this word. */
    static Optional<Section> of(String word) {
        return Arrays.stream(values())
                .filter(section -> section.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
