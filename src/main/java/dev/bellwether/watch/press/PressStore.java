package dev.bellwether.watch.press;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What of the press was told. Facts and articles carry a mark and there is no cursor, since rows are numbered in another order than
 * transactions commit: however late one is committed, it is told. Safe for threads and for several processes.
 *
 * <p>Who tells a page reads the turn first, works out what to say, and then takes that turn in the transaction that keeps it. If
 * somebody else told something meanwhile the turn is another, nothing is kept, and the page is looked at again.
 */
public interface PressStore {
    /** The turn: it is another as soon as anybody has told anything. */
    long turn();

    /** Takes a turn, to be told in the transaction of the thread; false if it is over. */
    boolean take(long turn);

    /** Facts that were not looked at, the earliest kept first. */
    FactPage newFacts(int most);

    /** Articles that were not looked at, the earliest kept first. */
    List<NewArticle> newArticles(int most);

    /** Facts were looked at. */
    void told(Collection<String> facts);

    /**
     * An article was looked at.
     *
     * @param story the key of its story; empty if it is about no instrument
     */
    void place(Article article, String story);

    /**
     * The newest articles about at least one of some instruments that were looked at, in no particular order.
     *
     * @param from those before it are left out
     */
    List<Placed> placed(Collection<String> symbols, Instant from, int most);

    /** The symbols of instruments for which the press has named a day of results since a moment. */
    List<String> withEarnings(Instant since);

    /**
     * A page of facts.
     *
     * @param keys of all of them
     * @param facts those that can be read
     */
    record FactPage(List<String> keys, List<NewFact> facts) {
        public FactPage {
            keys = List.copyOf(keys);
            facts = List.copyOf(facts);
        }
    }

    /**
     * A fact to tell.
     *
     * @param past whether all it was read in came with the first good poll of a feed
     */
    record NewFact(Fact.Printed fact, boolean past) {}

    /**
     * An article to tell.
     *
     * @param past whether it came with the first good poll of its feed
     */
    record NewArticle(Article article, boolean past) {}

    /**
     * An article that was looked at.
     *
     * @param story the key of its story; empty for one that was kept before stories were told
     */
    record Placed(Article article, String story) {}
}
