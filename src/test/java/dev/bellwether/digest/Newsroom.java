package dev.bellwether.digest;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.analyst.Desk;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.FactRecorder;
import dev.bellwether.analyst.FactStore;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Marks;
import dev.bellwether.analyst.PressClaims;
import dev.bellwether.command.FollowedSymbols;
import dev.bellwether.command.Symbols;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.fact.WatchedLevel;
import dev.bellwether.market.Markets;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.store.Store;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Line;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.alert.Alert;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything digests are made of, on the sample prices of January 2026 and what a test lets happen. */
public final class Newsroom {
    public static final Instruments INSTRUMENTS = new Instruments(List.of(
            instrument("BABA", "Alibaba Group", listing("BABA", Exchange.NYSE), listing("9988.HK", Exchange.HKEX)),
            instrument("BIDU", "Baidu", listing("BIDU", Exchange.NASDAQ)),
            instrument("PDD", "PDD Holdings", listing("PDD", Exchange.NASDAQ)),
            instrument("JD", "JD.com", listing("JD", Exchange.NASDAQ))));

    private static final URI FEED = URI.create("https://wire.example/rss");

    final SeenFacts seen = SeenFacts.inMemory();
    final Watchlists watchlists;
    final Map<Long, Alert> alerts = new HashMap<>();
    final List<Line> troubles = new ArrayList<>();
    final Marks marks;
    private final Store store;
    private final FactRecorder recorder;
    private final DigestSources sources;

    /** @param store where articles, facts, lists and marks are kept */
    public Newsroom(Store store) {
        this(store, new SampleSource(), TradingCalendars.weekdays());
    }

    Newsroom(Store store, PriceSource prices, TradingCalendars calendars) {
        this.store = store;
        this.watchlists = store.watchlists();
        this.marks = store.marks();
        FactStore facts = store.facts();
        this.recorder = new FactRecorder(facts, 1, Desk::calls, Desk::claims, INSTRUMENTS);
        Quotes quotes = new Quotes(
                List.of(prices),
                BarStore.inMemory(),
                () -> Instant.parse("2026-01-30T22:00:00Z"),
                QuoteSettings.defaults());
        Markets markets = new Markets(quotes, new SampleRates());
        NewsDesk news =
                new NewsDesk(List.of(new Feed(FEED, Duration.ofHours(1), Set.of(), "en")), store.articles(), () -> {});
        BookedStories stories = new BookedStories(news);
        this.sources = new DigestSources(
                new FollowedSymbols(new Symbols(INSTRUMENTS, false), INSTRUMENTS, List.of("BABA", "BIDU", "PDD", "JD")),
                watchlists,
                markets,
                seen,
                id -> Optional.ofNullable(alerts.get(id)),
                new Ledger(facts, marks, Firms.known()),
                stories,
                new EarningsDays(facts),
                new Explainer(markets, INSTRUMENTS, stories.tellings(), facts),
                new PressClaims(facts, markets),
                calendars,
                store.chatFeeds()::forDigest,
                () -> troubles);
    }

    public DigestSources sources() {
        return sources;
    }

    public Digester digester() {
        return new Digester(sources);
    }

    private static Instrument instrument(String symbol, String name, Listing... listings) {
        return new Instrument(symbol, name, List.of(), null, List.of(listings), List.of());
    }

    private static Listing listing(String symbol, Exchange exchange) {
        return new Listing(symbol, exchange, exchange.currency(), 1, Map.of());
    }

    /** An article comes in; {@link Desk} tells how calls and claims are written. */
    void article(String publisher, String title, String at, String text, String... symbols) {
        Instant when = Instant.parse(at);
        Article article = new Article(
                title + "@" + publisher,
                FEED.toString(),
                publisher,
                title,
                text,
                URI.create("https://" + publisher + "/" + Integer.toHexString(title.hashCode())),
                when,
                when,
                "en",
                Set.of(symbols));
        store.articles().save(FeedState.fresh(FEED), List.of(article));
        recorder.catchUp();
    }

    void levelMet(String symbol, WatchedLevel.Kind kind, Fact.LevelMet.Stage stage, double level, String at) {
        Instant when = Instant.parse(at);
        String first = "level:" + symbol + ":" + kind;
        seen.add(new Fact.LevelMet(
                first + ":" + stage,
                symbol,
                symbol,
                when,
                new WatchedLevel(kind.name(), kind, level, "USD", "", "", null),
                stage,
                true,
                level + 1,
                2.1,
                false,
                Duration.ZERO,
                first,
                source(when)));
    }

    void fired(long alert, String symbol, String at) {
        Instant when = Instant.parse(at);
        seen.add(new Fact.AlertFired(
                "alert:" + alert + ":" + when,
                symbol,
                symbol,
                when,
                alert,
                "",
                150.0,
                false,
                Duration.ZERO,
                source(when)));
    }

    private static Provenance source(Instant when) {
        return new Provenance("Sample", when, Duration.ZERO, null, true);
    }

    static DigestSpec spec(ChatId chat, String text) {
        return SpecParser.of(new FollowedSymbols(new Symbols(INSTRUMENTS, false), INSTRUMENTS, List.of("BABA")))
                .parse(chat, text)
                .getFirst();
    }
}
