package dev.bellwether.analyst;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what was told about an instrument. */
@FunctionalInterface
public interface StoryFinder {
    /** The stories about an instrument that were told between two moments, newest first. */
    List<Story> about(String symbol, Instant from, Instant until);

    /**
     * One event however many outlets told it.
     *
     * @param headline its best headline
     * @param text what its outlets wrote; may be empty
     * @param outlets how many told it, at least 1
     * @param publisher the outlet of the headline, as shown
     * @param first when it was first told
     * @param newest when it was last told, up to the moment asked for
     * @param links where to read it, the headline's first; may be empty
     * @param symbols the instruments it is about
     * @param sample whether it was made up for the sample mode
     */
    record Story(
            String headline,
            String text,
            int outlets,
            String publisher,
            Instant first,
            Instant newest,
            List<URI> links,
            Set<String> symbols,
            boolean sample) {
        public Story {
            links = List.copyOf(links);
            symbols = Set.copyOf(symbols);
        }

        /** Where to read it; null if no outlet gave a link. */
        public @Nullable URI link() {
            return links.isEmpty() ? null : links.getFirst();
        }
    }
}
