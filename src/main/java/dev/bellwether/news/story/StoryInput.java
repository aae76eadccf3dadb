package dev.bellwether.news.story;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as {@link StoryBook} needs it.
 *
 * @param id names the article for ever
 * @param title headline without markup; may be empty
 * @param text summary or body without markup; may be empty
 * @param published when it was published; null if unknown, then it is taken to be as old as the article added before it
 * @param outlet who published it; empty if unknown
 * @param link where to read it; null if unknown
 * @param companies symbols (or names) of the companies it is about, all from one register so that they can be compared; empty
 *     if unknown, then they are recognised from the text
 * @param calls the analyst calls read from it, in their order; empty if none were read, then firms and targets are
 *     recognised from the text
 */
public record StoryInput(
        String id,
        String title,
        String text,
        @Nullable Instant published,
        String outlet,
        @Nullable URI link,
        Set<String> companies,
        List<CallKey> calls) {
    public StoryInput {
        companies = Set.copyOf(companies);
        calls = List.copyOf(calls);
    }

    /** An article of which no more is known than its words. */
    public static StoryInput of(String id, String title, String text, @Nullable Instant published) {
        return new StoryInput(id, title, text, published, "", null, Set.of(), List.of());
    }
}
