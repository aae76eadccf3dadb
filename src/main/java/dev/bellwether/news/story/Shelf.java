package dev.bellwether.news.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjDoubleConsumer;

/** The articles of one span of time, found by their most telling terms or by the bands of their fingerprints. */
final class Shelf {
    /** An article is looked up by so many terms, its most telling. */
    private static final int TERMS = 16;

    /** What an equal band of the fingerprint counts for. */
    private static final double BAND = 20;

    private final Map<Long, Postings> byTerm = new HashMap<>();
    private final Map<Integer, Postings> byBand = new HashMap<>();
    private final Set<Telling> tellings = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    void add(Kept kept) {
        Gist gist = kept.gist();
        for (int term : best(gist)) {
            byTerm.computeIfAbsent(gist.terms().key(term), key -> new Postings())
                    .add(kept);
        }
        for (int band = 0; gist.fingerprint() != 0 && band < SimHash.BANDS; band++) {
            byBand.computeIfAbsent(SimHash.band(gist.fingerprint(), band), key -> new Postings())
                    .add(kept);
        }
    }

    /** Names everything that shares a telling term or a band with an article, and how telling what they share is. */
    void search(Gist gist, int[] best, ObjDoubleConsumer<Kept> found) {
        for (int term : best) {
            Postings postings = byTerm.get(gist.terms().key(term));
            if (postings != null) {
                postings.forEach(kept -> found.accept(kept, gist.terms().weight(term)));
            }
        }
        for (int band = 0; gist.fingerprint() != 0 && band < SimHash.BANDS; band++) {
            Postings postings = byBand.get(SimHash.band(gist.fingerprint(), band));
            if (postings != null) {
                postings.forEach(kept -> found.accept(kept, BAND));
            }
        }
    }

    /** The places of the terms by which an article is looked up. */
    static int[] best(Gist gist) {
        return gist.terms().best(TERMS);
    }

    /** Remembers that a story has an article here. */
    boolean holds(Telling telling, String id) {
        ids.add(id);
        return tellings.add(telling);
    }

    Set<Telling> tellings() {
        return tellings;
    }

    Set<String> ids() {
        return ids;
    }
}
