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
import dev.bellwether.bot.Allowance;
import dev.bellwether.bot.FrontDesk;
import dev.bellwether.bot.web.HealthServer;
import dev.bellwether.command.AboutCommand;
import dev.bellwether.command.AnalystsCommand;
import dev.bellwether.command.Cashtags;
import dev.bellwether.command.CheckCommand;
import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.ConsensusExtra;
import dev.bellwether.command.DeskFields;
import dev.bellwether.command.EarningsCommand;
import dev.bellwether.command.ExportCommand;
import dev.bellwether.command.FavouriteCommand;
import dev.bellwether.command.FeedsCommand;
import dev.bellwether.command.ForgetCommand;
import dev.bellwether.command.HelpCommand;
import dev.bellwether.command.HoursFields;
import dev.bellwether.command.LevelsCommand;
import dev.bellwether.command.NewsCommand;
import dev.bellwether.command.QuoteCommand;
import dev.bellwether.command.QuoteExtra;
import dev.bellwether.command.SettingsCommand;
import dev.bellwether.command.StatusCommand;
import dev.bellwether.command.StatusPart;
import dev.bellwether.command.Symbols;
import dev.bellwether.command.TargetsCommand;
import dev.bellwether.command.WatchCommand;
import dev.bellwether.command.WhyCommand;
import dev.bellwether.deliver.AudiencePages;
import dev.bellwether.deliver.ChatOwners;
import dev.bellwether.deliver.Delivery;
import dev.bellwether.deliver.DeliverySettings;
import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.deliver.Way;
import dev.bellwether.fact.FactLog;
import dev.bellwether.market.Markets;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.net.GuardedWeb;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedPoller;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.news.PageReader;
import dev.bellwether.news.chat.FeedFinder;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.Rates;
import dev.bellwether.reading.CompanyFinder;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.level.PressLevels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that wires: from the settings to a working bot, by constructors. Opened from the ground up (store, ways out,
 * feeds and prices, commands, fronts), closed in reverse.
 */
final class House implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);

    /** How long a single ask waits for feeds. */
    private static final Duration ASK_BUDGET = Duration.ofSeconds(5);

    private static final int PAGE = 1_000;

    private final Config config;
    private final InstantSource clock;
    private final Store store;
    private final GuardedWeb web;
    private final ChatFeedWing chatFeeds;
    private final FeedPoller poller;
    private final FactRecorder recorder;
    private final Quotes quotes;
    private final TradingCalendars calendars;
    private final PressWing press;
    private final WatchWing watch;
    private final CommandRegistry registry;
    private final Health health;
    private final ScheduledExecutorService timer;
    private final FrontDesk desk;
    private final Fronts fronts;
    private final Metrics metrics = new Metrics();
    private volatile @Nullable Delivery delivery;
    private final Housekeeping housekeeping;
    private final Consumer<Notice> posted;
    private final DigestWing digests;

    /** What a house is opened for. */
    enum Purpose {
        /** One question: feeds that are due are read before the answer. */
        ASK,
        /** To stay: somebody calls {@link House#tick}. */
        STAY
    }

    /** @throws dev.bellwether.store.StoreException if the database can't be used */
    House(Config config, InstantSource clock, Purpose purpose) {
        this(config, clock, purpose, FrontPlans::fronts);
    }

    /** The same with other fronts. */
    House(Config config, InstantSource clock, Purpose purpose, FrontPlans plans) {
        this(config, clock, purpose, plans, web -> new ConfiguredSupplies(config, web), notice -> {});
    }

    /**
     * The same with other news and prices.
     *
     * @param posted hears of each notice when it is kept for sending, in the order of keeping
     */
    House(
            Config config,
            InstantSource clock,
            Purpose purpose,
            FrontPlans plans,
            Function<GuardedWeb, Supplies> supply,
            Consumer<Notice> posted) {
        this.config = config;
        this.posted = posted;
        this.clock = clock;
        this.store = Store.open(storeSettings(config));
        this.web = new GuardedWeb(ConfiguredSupplies.limits(config), clock);
        Supplies supplies = supply.apply(web);
        List<Feed> feeds = supplies.feeds();
        this.chatFeeds = new ChatFeedWing(store, feeds, clock);
        this.poller = new FeedPoller(
                feeds,
                chatFeeds.feeds(purpose),
                supplies.feedSource(),
                chatFeeds.articles(),
                new CompanyFinder(config.instruments()),
                clock,
                new SplittableRandom());
        this.quotes = new Quotes(supplies.sources(), store.bars(), clock, supplies.freshness());
        Rates rates = supplies.rates(clock);
        this.calendars = TradingCalendars.known(config.closures());
        ExchangeParts exchanges = new ExchangeParts(calendars, config.instruments(), clock);
        this.health = new Health(config, clock, store, quotes, poller, this::frontParts, exchanges);
        TextReaders readers = new TextReaders(config.instruments());
        this.recorder = new FactRecorder(
                store.facts(), TextReaders.VERSION, readers::calls, readers::claims, config.instruments());
        Runnable refresh = purpose == Purpose.ASK ? new Once(this::readDue) : () -> {};
        NewsDesk news = new NewsDesk(feeds, store.articles(), refresh);
        FactLog facts = new RefreshedFactLog(store.facts(), refresh);
        Markets markets = new Markets(quotes, rates);
        Symbols symbols = new Symbols(config.instruments(), config.mode() != Mode.SAMPLE);
        this.digests = DigestWing.of(
                config,
                store,
                new DigestWing.Watching(calendars, store.seenFacts(), store.alerts()::byId),
                markets,
                symbols,
                news,
                facts,
                this::post,
                clock);
        this.press = new PressWing(store, config.instruments(), markets, rates, clock);
        this.watch = new WatchWing(new WatchWing.Tools(
                config,
                store,
                quotes,
                supplies.stream(),
                markets,
                rates,
                calendars,
                symbols.listings(),
                AlertWiring.desk(store, symbols, calendars),
                clock,
                Clocks.real()));
        this.registry = registry(markets, symbols, rates, news, facts, readers);
        this.housekeeping = new Housekeeping(store, clock);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("timer").daemon().factory());
        // Floods happen by the machine's clock, whatever year the sample mode is in.
        InstantSource real = Clocks.real();
        Allowance allowance =
                new Allowance(config.limits().memberPerMinute(), config.limits().chatPerMinute());
        this.desk = new FrontDesk(registry, store.chats(), timer, allowance, real, clock);
        this.fronts = new Fronts(plans.of(config, new FrontTools(desk, store, real, Clocks.delayer())), real);
    }

    /** Polls the feeds that are due, reads what they brought, and throws away what is old. */
    void tick() {
        poller.tick();
        chatFeeds.tell(this::post);
        catchUp();
        press.tick();
        housekeeping.tick();
    }

    /** Lets people in from everywhere, and begins to deliver. To be called once, by a house that stays. */
    void openUp() {
        openUp(List.of());
    }

    /**
     * The same with ways out besides those of the fronts.
     *
     * @param more such as the terminal of this process
     */
    void openUp(List<Way> more) {
        fronts.start();
        Delivery begun = new Delivery(
                store.delivery(),
                store.chats(),
                Stream.concat(fronts.ways().stream(), more.stream()).toList(),
                new ChatOwners(store.chats(), config.fronts().operator()),
                metrics,
                Clocks.real(),
                DeliverySettings.defaults());
        begun.start();
        delivery = begun;
        speakUp();
        watch.start(metrics);
        digests.start();
    }

    /** From now on what is new is told; until then it waits. To be called once, by a house that stays. */
    void speakUp() {
        press.open(this::post);
        watch.open(this::post);
    }

    /** Looks at prices and tells the digests that are due; a house with people in it does so by itself. */
    void lookAround() {
        watch.tick();
        digests.tick();
    }

    /** When the next digest is due; empty if none is. */
    Optional<Instant> nextDigest() {
        return digests.next();
    }

    /** Keeps a notice for sending, and sends it as soon as there is somebody who does. */
    boolean post(Notice notice) {
        boolean fresh = new HousePost(this::deliver, clock, Clocks.real()).post(notice);
        if (fresh) {
            posted.accept(notice);
        }
        return fresh;
    }

    /** What is told before delivery begins waits in the store. */
    private boolean deliver(Notice notice) {
        Delivery running = delivery;
        return running == null
                ? store.delivery().outbox().commit(notice, Clocks.real().instant())
                : running.post(notice);
    }

    /** Gets to know a chat that no front speaks for. */
    void meet(ChatId chat) {
        store.chats().seen(chat, clock.instant());
    }

    /** Whether a notice is for a chat, as of now. */
    boolean concerns(Notice notice, ChatId chat) {
        String from = null;
        do {
            AudiencePages.Page page = store.delivery().audiences().page(notice.audience(), from, PAGE, clock.instant());
            if (page.chats().contains(chat)) {
                return true;
            }
            from = page.next();
        } while (from != null);
        return false;
    }

    private List<StatusPart> frontParts() {
        List<StatusPart> parts = new ArrayList<>(fronts.parts());
        Delivery running = delivery;
        if (running != null && !parts.isEmpty()) {
            parts.addAll(running.status());
        }
        parts.addAll(watch.status());
        parts.addAll(digests.parts());
        parts.addAll(chatFeeds.status());
        return parts;
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

    private CommandRegistry registry(
            Markets markets, Symbols symbols, Rates rates, NewsDesk news, FactLog facts, TextReaders readers) {
        boolean sample = config.mode() == Mode.SAMPLE;
        CommandRegistry commands = new CommandRegistry(symbols, store.chats(), sample);
        Ledger ledger = new Ledger(facts, store.marks(), Firms.known());
        BookedStories stories = new BookedStories(news);
        EarningsDays earnings = new EarningsDays(facts);
        TextCheck checks = new TextCheck(readers::claims, readers::calls, config.instruments(), markets, facts);
        Explainer explainer = new Explainer(markets, config.instruments(), stories.tellings(), facts);
        List<QuoteExtra> extras = List.of(
                new HoursFields(calendars), new ConsensusExtra(ledger, rates), new DeskFields(earnings, stories));
        QuoteCommand quote =
                new QuoteCommand(markets, news, symbols, config.limits().quoteSymbols(), extras);
        config.favourites().stream()
                .flatMap(symbol -> config.instruments().find(symbol).stream())
                .forEach(instrument -> commands.add(new FavouriteCommand(instrument, quote)));
        commands.with(new Cashtags(markets, symbols));
        AlertWiring alerts = new AlertWiring(
                store,
                markets,
                symbols,
                config.limits(),
                store.seenFacts(),
                calendars,
                watch.lookBack(),
                watch.progress());
        commands.add(quote)
                .add(new NewsCommand(news, config.limits().newsItems()))
                .add(new LevelsCommand(
                        markets,
                        symbols,
                        new PressLevels(store.facts()),
                        store.memberLevels(),
                        config.breakouts().memberLevels()))
                .add(new TargetsCommand(ledger, store.marks(), markets, rates, config.instruments()))
                .add(new AnalystsCommand(ledger, markets, config.instruments()))
                .add(new WhyCommand(explainer, markets, config.instruments(), symbols))
                .add(new CheckCommand(checks, new PageReader(web)))
                .add(new EarningsCommand(earnings, config.instruments()))
                .add(new WatchCommand(
                        press.watchlists(), markets, symbols, config.limits().watchedSymbols()))
                .add(new FeedsCommand(
                        store.chatFeeds(), new FeedFinder(web), config.limits().feedsPerChat()))
                .add(digests.command(symbols, markets, store.chats()));
        press.commands(symbols).forEach(commands::add);
        return alerts.addTo(commands)
                .add(new SettingsCommand(store.chats()))
                .add(new ForgetCommand(store.memory()))
                .add(new ExportCommand(store.memory()))
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

    FrontDesk desk() {
        return desk;
    }

    Fronts fronts() {
        return fronts;
    }

    Metrics metrics() {
        return metrics;
    }

    FrontNotes notes() {
        return store.notes();
    }

    /** Where Telegram's calls go; null if they are not to come. */
    HealthServer.@Nullable Route telegramRoute() {
        Config.Webhook webhook = config.fronts().telegram().webhook();
        return webhook == null ? null : new HealthServer.Route(webhook.name(), fronts::receive);
    }

    @Override
    public void close() {
        digests.close();
        watch.close();
        Delivery running = delivery;
        if (running != null) {
            running.close();
        }
        fronts.close();
        timer.shutdownNow();
        web.close();
        store.close();
    }
}
