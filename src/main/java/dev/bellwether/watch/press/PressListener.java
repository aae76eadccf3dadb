package dev.bellwether.watch.press;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Fact;
import java.util.List;

/**
 * Told of what is new in the press, each fact and article once, however often the program starts and however many processes there
 * are. Called inside of the transaction that keeps that it was told ({@code fact.Transactions}), on one thread at a time: what the listener
 * writes to the store is kept if and only if that is. So it should be short and touch nothing but the store.
 *
 * <p>What is old when it is read is left out: what a feed brings at its first good poll, and what was printed long before.
 */
public interface PressListener {
    /** Facts that became known, the earliest read first. */
    void facts(List<Fact.Printed> facts);

    /** Articles about at least one configured instrument that came in, the earliest first. */
    void articles(List<Article> articles);

    /** Listens to nothing. */
    static PressListener none() {
        return new PressListener() {
            @Override
            public void facts(List<Fact.Printed> facts) {}

            @Override
            public void articles(List<Article> articles) {}
        };
    }
}
