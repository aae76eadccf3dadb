package dev.bellwether.reading;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text to be read.
 *
 * @param text clean text without markup
 * @param title its headline, null if it has none of its own
 * @param published when it was published, null if unknown; days without a year are read from it
 */
public record Passage(
        String text, @Nullable String title, @Nullable Instant published) {
    /** A text of which nothing else is known. */
    public static Passage of(String text) {
        return new Passage(text, null, null);
    }
}
