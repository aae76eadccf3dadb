package dev.bellwether.news.story;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A story while it grows. */
final class Telling {
    /** A new article is compared with a story's first articles and a few later ones, not with the hundredth copy. */
    private static final int COMPARED = 8;

    private static final long HALF_A_DAY = 12 * 3600;

    private final String key;
    private final Gist opening;
    private final List<String> members = new ArrayList<>();
    private final Set<String> outlets = new HashSet<>();
    private final Set<URI> links = new LinkedHashSet<>();
    private final Facts facts = new Facts();
    private Headline headline = Headline.NONE;
    private @Nullable Instant first;
    private @Nullable Instant newest;
    private int compared;
    private long newestCompared = Long.MIN_VALUE;
    private int shelves;

    Telling(String key, Gist opening) {
        this.key = key;
        this.opening = opening;
    }

    /** What the article said that opened it. */
    Gist opening() {
        return opening;
    }

    String key() {
        return key;
    }

    /** Takes in an article and tells what it changes. */
    List<Change> add(StoryInput article, Account account) {
        members.add(article.id());
        outlets.add(article.outlet());
        if (article.link() != null) {
            links.add(article.link());
        }
        Instant published = article.published();
        if (published != null) {
            first = first == null || published.isBefore(first) ? published : first;
            newest = newest == null || published.isAfter(newest) ? published : newest;
        }
        headline = headline.or(Headline.of(article.title(), account.gist().terms()));
        return facts.learn(account);
    }

    /** Whether to compare others with this article too: one of the first, or the first after half a day. */
    boolean compares(Gist gist) {
        boolean later = gist.at() > newestCompared + HALF_A_DAY;
        if (compared >= COMPARED && !later) {
            return false;
        }
        compared++;
        newestCompared = Math.max(newestCompared, gist.at());
        return true;
    }

    void onShelf() {
        shelves++;
    }

    /** One of its shelves is forgotten; true if it was the last. */
    boolean offShelf() {
        shelves--;
        return shelves == 0;
    }

    Story story() {
        return new Story(key, headline.text(), outlets.size(), first, newest, List.copyOf(links), List.copyOf(members));
    }
}
