package dev.bellwether.watch.press;

import dev.bellwether.analyst.Desk;
import dev.bellwether.analyst.Firms;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.Markets;
import dev.bellwether.news.FeedState;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.store.Store;
import dev.bellwether.talk.Notice;
import dev.bellwether.talk.Post;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A store whose feeds answered well before the test begins, and the press that tells of what comes after. */
final class Newsroom implements InstantSource {
    /** The evening of 13 January 2026 in New York. */
    static final Instant START = Instant.parse("2026-01-13T23:00:00Z");

    private static final Instant BEGUN = START.minus(Duration.ofDays(30));

    Consumer<Notice> beforePosting = notice -> {};
    private final Instruments instruments;
    private Store store;
    private Press press;
    private Instant now = START;

    Newsroom(Store store) {
        this(store, Desk.GROUP);
    }

    Newsroom(Store store, Instruments instruments) {
        this.instruments = instruments;
        this.store = store;
        this.press = press(store, store.press());
    }

    /** As after a start of the program. */
    void restart(Store other) {
        store = other;
        press = press(other, other.press());
    }

    Press press(Store of, PressStore told) {
        Quotes quotes = new Quotes(List.of(new SampleSource()), BarStore.inMemory(), this, QuoteSettings.defaults());
        Post post = notice -> {
            beforePosting.accept(notice);
            return of.delivery().outbox().commit(notice, now);
        };
        return new Press(
                told,
                of.transactions(),
                post,
                new CallNotices(
                        of.facts(),
                        Firms.known(),
                        new Markets(quotes, new SampleRates()),
                        new SampleRates(),
                        instruments),
                new EarningsNotices(of.facts(), instruments),
                this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void at(String moment) {
        now = Instant.parse(moment);
    }

    void pass(Duration length) {
        now = now.plus(length);
    }

    /** Keeps articles of a feed that has answered before. */
    void keep(Article... kept) {
        for (Article article : kept) {
            store.articles().save(state(article.feed(), BEGUN), List.of());
            store.articles().save(state(article.feed(), now), List.of(article));
        }
    }

    /** Keeps what a feed brings the first time it answers well. */
    void keepFirst(Article article) {
        store.articles().save(state(article.feed(), article.seen()), List.of(article));
    }

    /** Keeps what a feed brings at its next good answer. */
    void keepLater(Article article) {
        store.articles().save(state(article.feed(), now), List.of(article));
    }

    static FeedState failed(int outlet) {
        return new FeedState(URI.create(feed(outlet)), null, null, null, START, null, START, 1, null, null);
    }

    private static FeedState state(String feed, Instant succeeded) {
        return new FeedState(
                URI.create(feed), null, null, null, succeeded, succeeded, succeeded.plusSeconds(60), 0, null, null);
    }

    /** Reads what was kept and tells of it. */
    void tell() {
        Desk.recorder(store.facts(), 1).catchUp();
        press.tick();
    }

    /** An article of one of several outlets, an hour ago. */
    Article article(int outlet, String key, String text) {
        return Desk.article(feed(outlet), key, now.minus(Duration.ofHours(1)).toString(), text, Set.of("BABA"));
    }

    /** One with a headline. */
    Article headline(int outlet, String title, String text, String... symbols) {
        Instant when = now.minus(Duration.ofHours(1));
        return new Article(
                title,
                feed(outlet),
                "outlet" + outlet,
                title,
                text,
                URI.create("https://outlet" + outlet + ".example/" + Integer.toHexString(title.hashCode())),
                when,
                now,
                "en",
                Set.of(symbols));
    }

    static String feed(int outlet) {
        return "https://outlet" + outlet + ".example/rss";
    }
}
