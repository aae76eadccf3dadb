package dev.bellwether.analyst;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import java.util.List;

/**
 * Where facts are kept, and which articles they were read from. Every article carries the version of the readers that read it
 * last, so that new readers read everything again, and none is missed however late it was committed.
 */
public interface FactStore extends FactLog {
    /**
     * Articles that these readers, or later ones, have not read, in no particular order.
     *
     * @param version of the readers, from 1 on
     * @param limit how many at the most
     */
    List<Article> unread(int version, int limit);

    /**
     * Keeps what was read in a page of articles and that they were read, all or nothing. A sighting of a known fact becomes a
     * mention of it; a mention that is known stays as it is. Articles that somebody else has read meanwhile are passed over.
     *
     * @return the facts that are new, with the mentions they have so far
     */
    List<Fact.Printed> save(int version, List<ReadArticle> page);
}
