package dev.bellwether.analyst;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Claim;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instruments;
import dev.bellwether.reading.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns kept articles into facts. Goes through all articles that these readers have not read, page by page; a page's facts and
 * the note that its articles were read are saved in one transaction. So a crash repeats the last page and neither loses nor
 * doubles anything, and any number of recorders may work on one store.
 *
 * <p>Readers with a higher version read every article again. What they find as well is known already; what they find else is a
 * new fact; what only the old ones found stays.
 *
 * <p>For any thread; one works, the others wait for it.
 */
public final class FactRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(FactRecorder.class);
    private static final int PAGE = 100;

    private final FactStore store;
    private final int version;
    private final ArticleFacts facts;
    private final ReentrantLock turn = new ReentrantLock();

    /**
     * @param version of the two readers, from 1 on; to be raised when they read something else than before
     * @param calls reads analyst calls from a text
     * @param claims reads claims from a text
     * @param instruments those whose facts are kept
     */
    public FactRecorder(
            FactStore store,
            int version,
            Function<Passage, List<AnalystCall>> calls,
            Function<Passage, List<Claim>> claims,
            Instruments instruments) {
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version);
        }
        this.store = store;
        this.version = version;
        this.facts = new ArticleFacts(calls, claims, instruments, Firms.known());
    }

    /**
     * Reads what was not read yet. What the store throws passes through; the pages before it are kept.
     *
     * @return the facts that were new, the earliest read first
     */
    public List<Fact.Printed> catchUp() {
        turn.lock();
        try {
            List<Fact.Printed> fresh = new ArrayList<>();
            List<Article> page = store.unread(version, PAGE);
            while (!page.isEmpty()) {
                fresh.addAll(store.save(version, page.stream().map(this::read).toList()));
                page = store.unread(version, PAGE);
            }
            return List.copyOf(fresh);
        } finally {
            turn.unlock();
        }
    }

    /** An article that breaks a reader states nothing; it must not keep the others from being read. */
    private ReadArticle read(Article article) {
        try {
            return new ReadArticle(article, facts.of(article));
        } catch (RuntimeException e) {
            LOG.error("Article \"{}\" of {} can't be read", article.title(), article.publisher(), e);
            return new ReadArticle(article, List.of());
        }
    }
}
