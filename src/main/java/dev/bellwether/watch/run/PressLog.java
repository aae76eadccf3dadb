package dev.bellwether.watch.run;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import java.util.List;
import java.util.Set;

/**
 * What came in from the press and was not taken note of yet. A mark on each item, and no memory of the process: what came in before a kill is
 * still here after it. Safe for threads.
 */
public interface PressLog {
    /** Something from the press, with the number by which it is marked. */
    sealed interface Item {
        /** Its number. */
        long id();

        /** Symbols of the instruments it is about. */
        Set<String> symbols();
    }

    /** An article. */
    record NewArticle(long id, Article article) implements Item {
        @Override
        public Set<String> symbols() {
            return article.symbols();
        }
    }

    /** A fact read in articles. */
    record NewFact(long id, Fact.Printed fact) implements Item {
        @Override
        public Set<String> symbols() {
            return Set.of(fact.symbol());
        }
    }

    /** What was not taken note of: facts, then articles, each in the order they came. */
    List<Item> unseen(int most);

    /** Marks items as taken note of. */
    void seen(List<Item> items);
}
