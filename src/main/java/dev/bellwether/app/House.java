package dev.bellwether.app;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.FactRecorder;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.RefreshedFactLog;
import dev.bellwether.analyst.TextCheck;
import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.app.config.Secret;
import dev.bellwether.command.AboutCommand;
import dev.bellwether.command.AnalystsCommand;
import dev.bellwether.command.CheckCommand;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.ConsensusExtra;
import dev.bellwether.command.DeskFields;
import dev.bellwether.command.EarningsCommand;
import dev.bellwether.command.FavouriteCommand;
import dev.bellwether.command.HelpCommand;
import dev.bellwether.command.LevelsCommand;
import dev.bellwether.command.NewsCommand;
import dev.bellwether.command.QuoteCommand;
import dev.bellwether.command.QuoteExtra;
import dev.bellwether.command.StatusCommand;
import dev.bellwether.command.StatusPart;
import dev.bellwether.command.Symbols;
import dev.bellwether.command.TargetsCommand;
import dev.bellwether.command.WatchCommand;
import dev.bellwether.command.WhyCommand;
import dev.bellwether.fact.FactLog;
import dev.bellwether.market.Markets;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.news.BundledFeedSource;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.FeedSource;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.news.PageReader;
import dev.bellwether.news.WebFeedSource;
import dev.bellwether.quote.CsvSource;
import dev.bellwether.quote.EcbRates;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.Rates;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.quote.StooqSource;
import dev.bellwether.quote.YahooSource;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that wires: from the settings to a working bot, by constructors. Opened from the ground up (store, ways out,
 * feeds and prices, commands), closed in reverse.
 */
final class House implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    /** How long a single ask waits for feeds. */
    private static final Duration ASK_BUDGET = Duration.ofSeconds(5);

    private static final List<String> SAMPLE_FEEDS =
            List.of("market-wire.xml", "boerse.xml", "asia-desk.xml", "ticker.xml");

    private final Config config;
    private final InstantSource clock;
    private final Store store;
    private final GuardedWeb web;
    private final FeedPoller poller;
    private final FactRecorder recorder;
    private final Quotes quotes;
    private final CommandRegistry registry;
    private final Health health;

    /** What a house is opened for. */
    enum Purpose {
        /** One question: feeds that are due are read before the answer. */
        ASK,
        /** To stay: somebody calls {@link House#tick}. */
        STAY
    }

    /** @throws dev.bellwether.store.StoreException if the database can't be used */
    House(Config config, InstantSource clock, Purpose purpose) {
        boolean sample = config.mode() == Mode.SAMPLE;
        this.config = config;
        this.clock = clock;
        this.store = Store.open(storeSettings(config));
        this.web = new GuardedWeb(limits(config), clock);
        List<Feed> feeds = feeds(config);
        this.poller = new FeedPoller(
                feeds,
                feedSource(web),
                store.articles(),
                new CompanyFinder(config.instruments()),
                clock,
                new SplittableRandom());
        this.quotes = new Quotes(sources(config), store.bars(), clock, QuoteSettings.defaults());
        Rates rates = sample ? new SampleRates() : new EcbRates(web, EcbRates.HOME, clock);
        this.health = new Health(config, clock, store, quotes, poller);
        TextReaders readers = new TextReaders(config.instruments());
        this.recorder = new FactRecorder(
                store.facts(), TextReaders.VERSION, readers::calls, readers::claims, config.instruments());
        Runnable refresh = purpose == Purpose.ASK ? new Once(this::readDue) : () -> {};
        NewsDesk news = new NewsDesk(feeds, store.articles(), refresh);
        FactLog facts = new RefreshedFactLog(store.facts(), refresh);
        this.registry = registry(new Markets(quotes, rates), rates, news, facts, readers);
    }

    /** Polls the feeds that are due and reads what they brought. */
    void tick() {
        poller.tick();
        catchUp();
    }

    private void readDue() {
        poller.pollDue(ASK_BUDGET);
        catchUp();
    }

    /** What can't be read or kept now is tried again the next time; old facts are better than no answer. */
    private void catchUp() {
        try {
            recorder.catchUp();
        } catch (RuntimeException e) {
            LOG.error("Reading the articles failed; it goes on with the next tick", e);
        }
    }

    private CommandRegistry registry(Markets markets, Rates rates, NewsDesk news, FactLog facts, TextReaders readers) {
        boolean sample = config.mode() == Mode.SAMPLE;
        Symbols symbols = new Symbols(config.instruments(), !sample);
        CommandRegistry commands = new CommandRegistry(symbols, store.chats(), sample);
        Ledger ledger = new Ledger(facts, store.marks(), Firms.known());
        BookedStories stories = new BookedStories(news);
        EarningsDays earnings = new EarningsDays(facts);
        TextCheck checks = new TextCheck(readers::claims, readers::calls, config.instruments(), markets, facts);
        Explainer explainer = new Explainer(markets, config.instruments(), stories.tellings(), facts);
        List<QuoteExtra> extras = List.of(new ConsensusExtra(ledger, rates), new DeskFields(earnings, stories));
        QuoteCommand quote =
                new QuoteCommand(markets, news, symbols, config.limits().quoteSymbols(), extras);
        config.favourites().stream()
                .flatMap(symbol -> config.instruments().find(symbol).stream())
                .forEach(instrument -> commands.add(new FavouriteCommand(instrument, quote)));
        return commands.add(quote)
                .add(new NewsCommand(news, config.limits().newsItems()))
                .add(new LevelsCommand(markets, symbols))
                .add(new TargetsCommand(ledger, store.marks(), markets, rates, config.instruments()))
                .add(new AnalystsCommand(ledger, markets, config.instruments()))
                .add(new WhyCommand(explainer, markets, config.instruments(), symbols))
                .add(new CheckCommand(checks, new PageReader(web)))
                .add(new EarningsCommand(earnings, config.instruments()))
                .add(new WatchCommand(
                        store.watchlists(), markets, symbols, config.limits().watchedSymbols()))
                .add(new StatusCommand(health::parts))
                .add(new HelpCommand(() -> commands.commands().stream()
                        .map(command -> command.spec())
                        .toList()))
                .add(new AboutCommand(Version.number()));
    }

    /** Where a bot with these settings keeps its memory. */
    static StoreSettings storeSettings(Config config) {
        Secret url = config.store().url();
        Path folder = config.mode() == Mode.SAMPLE ? config.data().resolve("sample") : config.data();
        return StoreSettings.at(url == null ? null : url.text(), folder);
    }

    private static WebLimits limits(Config config) {
        WebLimits usual = WebLimits.standard();
        return new WebLimits(
                usual.connect(),
                config.net().timeout(),
                config.net().maxBytes(),
                usual.maxRedirects(),
                config.net().allow(),
                usual.userAgent());
    }

    private static FeedSource feedSource(GuardedWeb web) {
        FeedSource far = new WebFeedSource(web);
        return FeedSource.byScheme(Map.of("http", far, "https", far, "sample", new BundledFeedSource()));
    }

    private static List<Feed> feeds(Config config) {
        if (config.mode() != Mode.SAMPLE) {
            return config.feeds();
        }
        return SAMPLE_FEEDS.stream()
                .map(name -> new Feed(URI.create("sample:" + name), Duration.ofHours(1), Set.of(), "en"))
                .toList();
    }

    private List<PriceSource> sources(Config config) {
        if (config.mode() == Mode.SAMPLE) {
            return List.of(new SampleSource());
        }
        List<PriceSource> sources = new ArrayList<>();
        for (String name : config.prices().order()) {
            sources.add(source(name, config.prices().csvFolder()));
        }
        return sources;
    }

    private PriceSource source(String name, @Nullable Path csvFolder) {
        return switch (name) {
            case "csv" -> new CsvSource(Objects.requireNonNull(csvFolder, "checked when the settings were read"));
            case "yahoo" -> new YahooSource(web, YahooSource.HOME);
            case "stooq" -> new StooqSource(web, StooqSource.HOME);
            default -> throw new IllegalArgumentException("no such source: " + name);
        };
    }

    Config config() {
        return config;
    }

    InstantSource clock() {
        return clock;
    }

    CommandRegistry registry() {
        return registry;
    }

    List<StatusPart> health() {
        return health.parts();
    }

    Health checks() {
        return health;
    }

    @Override
    public void close() {
        web.close();
        store.close();
    }
}
