package dev.bellwether.news.story;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells one story once: finds for every article the story it belongs to, and says what it adds.
 *
 * <p><b>How.</b> An article is read into its {@link Gist}: telling words, names and numbers, each weighed by how rare it is in
 * the news of late ({@link Commonness}); which words name the company; the analysts' houses and targets it is about; months,
 * tickers, the kind of event; and a 64-bit {@link SimHash} over shingles of words. Articles that share rare terms, or a band of
 * the fingerprint, are looked up on {@link Shelves}, and {@link Judge} compares the closest few: some things keep apart
 * whatever else is alike (another company, another house, another target, another month, too many days), the rest is a
 * score. The article joins the story of the best score, unless that is too low or the story's other articles disagree.
 *
 * <p><b>Cost.</b> Reading is linear and stops after some hundred words; a look-up goes through a bounded number of postings
 * and comparisons. Neither depends on how many articles are kept.
 *
 * <p><b>Memory.</b> Articles stand on shelves of one window each. When there are more than allowed, the oldest is forgotten
 * with its stories. Nothing is written anywhere: after a start, add the articles of the last days again, oldest first.
 *
 * <p><b>Time.</b> A story takes in articles until a window after its first: what goes on for longer is told anew.
 *
 * <p><b>Order.</b> The same articles in the same order give the same stories. No clock is read. A story is never merged with
 * another nor split later, so that what was announced stays true.
 *
 * <p><b>The best headline</b> names the company, holds a number, is no question, no lure and neither very short nor very long;
 * of equals the first.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class StoryBook {
    /** Reports of one event are not further apart than this; after a day they have to be the more alike the further they are. */
    public static final Duration WINDOW = Duration.ofDays(6);

    /** Shelves kept by default: enough for articles that come days late. */
    private static final int SHELVES = 4;

    /** A story's articles must agree on the whole, not one alone. */
    private static final double AGREEMENT = 0.5;

    /** What it costs when all but one of a story's articles must be kept apart from a new one. */
    private static final double DISSENT = 0.25;

    private final Commonness commonness = new Commonness();
    private final GistReader reader = new GistReader(commonness);
    private final Map<String, Telling> tellings = new HashMap<>();
    private final Map<String, String> homes = new HashMap<>();
    private final Judge judge;
    private final Shelves shelves;
    private Instant latest = Instant.EPOCH;
    private long kept;
    private long comparisons;

    /** With the usual window and memory: enough for a feed that comes roughly in the order of time. */
    public StoryBook() {
        this(WINDOW, SHELVES);
    }

    /**
     * @param window longest time between two articles of one event
     * @param shelves how many windows of articles are kept, at least 3: the newest, the one before and what comes late
     */
    public StoryBook(Duration window, int shelves) {
        if (window.toSeconds() < 1 || shelves < 3) {
            throw new IllegalArgumentException(
                    "A story book needs a window of a second or more and at least 3 shelves.");
        }
        judge = new Judge(window.toSeconds() / 86_400.0);
        this.shelves = new Shelves(window.toSeconds(), shelves);
    }

    /** Finds the story of an article, or opens one. An article that is known already changes nothing. */
    public Assigned add(StoryInput article) {
        String home = homes.get(article.id());
        if (home != null) {
            return new Assigned(home, false, List.of());
        }
        Instant when = article.published() == null ? latest : article.published();
        latest = when;
        Account account = reader.read(article, when);
        Optional<Telling> known = find(account.gist());
        Telling telling = known.orElseGet(() -> open(article.id(), account.gist()));
        List<Change> changes = telling.add(article, account);
        keep(article.id(), account.gist(), telling);
        forget();
        return new Assigned(telling.key(), known.isEmpty(), known.isEmpty() ? List.of() : changes);
    }

    /** A story by its key; empty if there is none or it is forgotten. */
    public Optional<Story> story(String key) {
        return Optional.ofNullable(tellings.get(key)).map(Telling::story);
    }

    /** The key of the story an article belongs to; empty if the article is unknown or forgotten. */
    public Optional<String> storyOf(String articleId) {
        return Optional.ofNullable(homes.get(articleId));
    }

    /** How many articles are kept. */
    public int size() {
        return homes.size();
    }

    /** How many pairs of articles were compared since the start. */
    long comparisons() {
        return comparisons;
    }

    private Telling open(String id, Gist gist) {
        commonness.count(gist.terms());
        Telling telling = new Telling(id, gist);
        tellings.put(id, telling);
        return telling;
    }

    private Optional<Telling> find(Gist gist) {
        Map<Telling, Support> support = new LinkedHashMap<>();
        for (Kept candidate : shelves.candidates(gist)) {
            if (judge.tooLate(gist, candidate.telling().opening())) {
                continue;
            }
            comparisons++;
            support.computeIfAbsent(candidate.telling(), key -> new Support()).add(judge.score(gist, candidate.gist()));
        }
        Telling best = null;
        double highest = Judge.SAME;
        for (Map.Entry<Telling, Support> entry : support.entrySet()) {
            Support found = entry.getValue();
            if (found.score() >= highest && found.mean() >= AGREEMENT * Judge.SAME) {
                best = entry.getKey();
                highest = Math.nextUp(found.score());
            }
        }
        return Optional.ofNullable(best);
    }

    /** What the articles of one story say about a new one. */
    private static final class Support {
        private double best = Judge.APART;
        private double sum;
        private int count;

        private int apart;

        void add(double score) {
            best = Math.max(best, score);
            sum += Math.max(0, score);
            count++;
            apart += score == Judge.APART ? 1 : 0;
        }

        /** The best score, less when other articles of the story are kept apart from the new one. */
        double score() {
            return best - DISSENT * apart / count;
        }

        double mean() {
            return sum / count;
        }
    }

    private void keep(String id, Gist gist, Telling telling) {
        homes.put(id, telling.key());
        Shelf shelf = shelves.at(gist.at());
        if (shelf.holds(telling, id)) {
            telling.onShelf();
        }
        if (telling.compares(gist)) {
            shelf.add(new Kept(gist, telling, kept++));
        }
    }

    private void forget() {
        for (Shelf shelf : shelves.evict()) {
            shelf.ids().forEach(homes::remove);
            for (Telling telling : shelf.tellings()) {
                if (telling.offShelf()) {
                    tellings.remove(telling.key());
                }
            }
        }
    }
}
