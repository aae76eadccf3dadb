package dev.bellwether.news.story;

import java.util.List;

/**
 * Where an article belongs.
 *
 * @param story key of its story
 * @param fresh whether the article opened the story
 * @param changes what it adds to a story that was told before; empty if nothing, and for a fresh story
 */
public record Assigned(String story, boolean fresh, List<Change> changes) {
    public Assigned {
        changes = List.copyOf(changes);
    }

    /** Whether there is something to tell: a new story, or a number or fact that changed. */
    public boolean worthTelling() {
        return fresh || !changes.isEmpty();
    }
}
