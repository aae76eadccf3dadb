package dev.bellwether.analyst;

import dev.bellwether.fact.Article;
import java.util.List;

/**
 * An article with what was read in it.
 *
 * @param sightings the facts it states about configured instruments, each once; may be empty
 */
public record ReadArticle(Article article, List<Sighting> sightings) {
    public ReadArticle {
        sightings = List.copyOf(sightings);
    }
}
