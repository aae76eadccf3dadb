package dev.bellwether.app;

import dev.bellwether.app.config.Config;
import dev.bellwether.app.config.Mode;
import dev.bellwether.app.config.Secret;
import dev.bellwether.command.AboutCommand;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.FavouriteCommand;
import dev.bellwether.command.HelpCommand;
import dev.bellwether.command.LevelsCommand;
import dev.bellwether.command.NewsCommand;
import dev.bellwether.command.QuoteCommand;
import dev.bellwether.command.StatusCommand;
import dev.bellwether.command.StatusPart;
import dev.bellwether.command.Symbols;
import dev.bellwether.command.WatchCommand;
import dev.bellwether.market.Markets;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.net.WebLimits;
import dev.bellwether.news.BundledFeedSource;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.FeedSource;
import dev.bellwether.news.NewsDesk;
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

/**
 * The one place that wires: from the settings to a working bot, by constructors. Opened from the ground up (store, ways out,
 * feeds and prices, commands), closed in reverse.
 */
final class House implements AutoCloseable {
    /** How long a single ask waits for feeds. */
    private static final Duration ASK_BUDGET = Duration.ofSeconds(5);

    private static final List<String> SAMPLE_FEEDS =
            List.of("market-wire.xml", "boerse.xml", "asia-desk.xml", "ticker.xml");

    private final Config config;
    private final InstantSource clock;
    private final Store store;
    private final GuardedWeb web;
    private final FeedPoller poller;
    private final Quotes quotes;
    private final CommandRegistry registry;
    private final Health health;

    /** What a house is opened for. */
    enum Purpose {
        /** One question: feeds that are due are read before the answer. */
        ASK,
        /** To stay: somebody calls {@link FeedPoller#tick}. */
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
        Runnable refresh = purpose == Purpose.ASK ? () -> poller.pollDue(ASK_BUDGET) : () -> {};
        NewsDesk news = new NewsDesk(feeds, store.articles(), refresh);
        this.registry = registry(new Markets(quotes, rates), news);
    }

    private CommandRegistry registry(Markets markets, NewsDesk news) {
        boolean sample = config.mode() == Mode.SAMPLE;
        Symbols symbols = new Symbols(config.instruments(), !sample);
        CommandRegistry commands = new CommandRegistry(symbols, store.chats(), sample);
        QuoteCommand quote =
                new QuoteCommand(markets, news, symbols, config.limits().quoteSymbols());
        config.favourites().stream()
                .flatMap(symbol -> config.instruments().find(symbol).stream())
                .forEach(instrument -> commands.add(new FavouriteCommand(instrument, quote)));
        return commands.add(quote)
                .add(new NewsCommand(news, config.limits().newsItems()))
                .add(new LevelsCommand(markets, symbols))
                .add(new WatchCommand(
                        store.watchlists(), markets, symbols, config.limits().watchedSymbols()))
                .add(new StatusCommand(health::parts))
                .add(new HelpCommand(() -> commands.commands().stream()
                        .map(command -> command.spec())
                        .toList()))
                .add(new AboutCommand(Version.number()));
    }

    private static StoreSettings storeSettings(Config config) {
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

    FeedPoller poller() {
        return poller;
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
