package dev.bellwether.news;

import dev.bellwether.talk.Line;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of reading a page. */
public sealed interface WebPage {

    /**
     * A page as clean text.
     *
     * @param address where it was found in the end
     * @param title its headline; null if it has none
     * @param text its main text; never empty
     * @param published when it says it was published; null if it does not say
     */
    record Read(
            URI address,
            @Nullable String title,
            String text,
            @Nullable Instant published) implements WebPage {}

    /**
     * No text.
     *
     * @param why one sentence for a person
     */
    record Unread(Line why) implements WebPage {}
}
