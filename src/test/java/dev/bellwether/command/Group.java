package dev.bellwether.command;

import dev.bellwether.analyst.BookedStories;
import dev.bellwether.analyst.EarningsDays;
import dev.bellwether.analyst.Explainer;
import dev.bellwether.analyst.Firms;
import dev.bellwether.analyst.Ledger;
import dev.bellwether.analyst.Marks;
import dev.bellwether.analyst.MemoryFacts;
import dev.bellwether.analyst.PressClaims;
import dev.bellwether.bot.console.CardText;
import dev.bellwether.bot.console.Paint;
import dev.bellwether.digest.DigestDesk;
import dev.bellwether.digest.DigestSources;
import dev.bellwether.digest.Digester;
import dev.bellwether.digest.Digests;
import dev.bellwether.digest.Due;
import dev.bellwether.digest.DueTasks;
import dev.bellwether.digest.Following;
import dev.bellwether.digest.OnTime;
import dev.bellwether.digest.SpecParser;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Isin;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.fact.Transactions;
import dev.bellwether.market.Markets;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.Feed;
import dev.bellwether.news.FeedState;
import dev.bellwether.news.InMemoryArticleStore;
import dev.bellwether.news.NewsDesk;
import dev.bellwether.quote.BarStore;
import dev.bellwether.quote.PriceSource;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.SampleRates;
import dev.bellwether.quote.SampleSource;
import dev.bellwether.talk.Answer;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Subscriptions;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.FollowedLists;
import dev.bellwether.watch.FollowedWatchlists;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.Wishes;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.alert.AlertProgress;
import dev.bellwether.watch.alert.Alerts;
import dev.bellwether.watch.alert.Backtests;
import dev.bellwether.watch.level.MemberLevels;
import dev.bellwether.watch.level.PressLevels;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A group of investors with all commands, on the sample data and a few articles, at one moment. */
public final class Group {
    /** An hour after the close of New York on the first trading day of the year. */
    public static final Instant NOW = Instant.parse("2026-01-02T22:00:00Z");

    static final ChatId CHAT = new ChatId("test", "group");
    static final URI FEED = URI.create("sample:test");

    final List<StatusPart> parts = new ArrayList<>(List.of(StatusPart.ok("Store", "fine")));
    final KeptThings memory = new KeptThings();
    final Alerts alerts = Alerts.inMemory();
    final SeenFacts seen = SeenFacts.inMemory();
    Backtests backtests = Backtests.none();
    AlertProgress progress = AlertProgress.none();
    /** What the press said. */
    final MemoryFacts facts = new MemoryFacts();

    private final Instant now;
    private final CommandRegistry registry;

    /** In sample mode, at {@link #NOW}. */
    public Group() {
        this(NOW, List.of(new SampleSource()), BarStore.inMemory(), true);
    }

    /** In sample mode, at {@link #NOW}, with chats that are looked at from outside. */
    public Group(Chats chats) {
        this(NOW, List.of(new SampleSource()), BarStore.inMemory(), true, articles(), chats);
    }

    Group(Instant now, List<PriceSource> sources, BarStore bars, boolean sample) {
        this(now, sources, bars, sample, articles(), Chats.inMemory());
    }

    Group(Instant now, List<PriceSource> sources, BarStore bars, boolean sample, ArticleStore articles, Chats chats) {
        this.now = now;
        Quotes quotes = new Quotes(sources, bars, () -> now, QuoteSettings.defaults());
        Markets markets = new Markets(quotes, new SampleRates());
        Feed feed = new Feed(FEED, Duration.ofHours(1), Set.of(), "en");
        NewsDesk news = new NewsDesk(List.of(feed), articles, () -> {});
        Symbols symbols = new Symbols(instruments(), !sample);
        QuoteCommand quote = new QuoteCommand(markets, news, symbols, 10);
        FollowedLists followed = FollowedLists.inMemory();
        FollowedWatchlists watchlists =
                new FollowedWatchlists(Watchlists.inMemory(), followed, instruments(), Transactions.none());
        AlertCards cards = new AlertCards(symbols.listings());
        AlertDesk desk = new AlertDesk(alerts, chats, cards, symbols.listings(), TradingCalendars.weekdays());
        AlertTools tools = new AlertTools(
                alerts,
                desk,
                cards,
                chats,
                markets,
                symbols,
                watchlists,
                seen,
                (rule, listing, at) -> backtests.lookBack(rule, listing, at),
                alert -> progress.of(alert),
                new AlertTools.Limits(4, 6));
        CommandRegistry commands = new CommandRegistry(symbols, chats, sample);
        Wishes wishes = new Wishes(Subscriptions.inMemory(), followed, watchlists, Transactions.none());
        commands.with(new Cashtags(markets, symbols));
        instruments().all().forEach(instrument -> commands.add(new FavouriteCommand(instrument, quote)));
        this.registry = commands.add(quote)
                .add(new NewsCommand(news, 20))
                .add(new WatchCommand(watchlists, markets, symbols, 3))
                .add(new AlertCommand(tools))
                .add(new AlertsCommand(tools))
                .add(new LevelsCommand(markets, symbols, new PressLevels(facts), MemberLevels.inMemory(), 3))
                .add(digest(symbols, markets, news, chats))
                .add(new SubscribeCommand(wishes, markets, symbols))
                .add(new UnsubscribeCommand(wishes, () -> now))
                .add(new SubscriptionsCommand(wishes, () -> now))
                .add(new SettingsCommand(chats))
                .add(new ForgetCommand(memory))
                .add(new ExportCommand(memory))
                .add(new StatusCommand(() -> parts))
                .add(new HelpCommand(
                        () -> commands.commands().stream().map(Command::spec).toList()))
                .add(new AboutCommand("1.2.3"));
    }

    private DigestCommand digest(Symbols symbols, Markets markets, NewsDesk news, Chats chats) {
        FactLog facts = new MemoryFacts();
        BookedStories stories = new BookedStories(news);
        Following following = new FollowedSymbols(symbols, instruments(), List.of("BABA", "JD"));
        DigestSources sources = new DigestSources(
                following,
                Watchlists.inMemory(),
                markets,
                SeenFacts.inMemory(),
                alert -> Optional.empty(),
                new Ledger(facts, Marks.inMemory(), Firms.known()),
                stories,
                new EarningsDays(facts),
                new Explainer(markets, instruments(), stories.tellings(), facts),
                new PressClaims(facts, markets),
                TradingCalendars.weekdays(),
                (chat, after, until, items) -> List.of(),
                news::troubles);
        Due due = new Due(TradingCalendars.weekdays());
        Digests digests = Digests.inMemory();
        OnTime onTime = new OnTime(
                digests,
                new Digester(sources),
                due,
                chats,
                notice -> true,
                Transactions.none(),
                () -> now,
                Duration.ofHours(3));
        DigestDesk desk = new DigestDesk(digests, new NoTasks(), onTime, due, Transactions.none(), 4);
        return new DigestCommand(desk, SpecParser.of(following), symbols, markets, chats);
    }

    /** Nothing is due while a test asks. */
    private record NoTasks() implements DueTasks {
        @Override
        public void set(long id, Instant due) {}

        @Override
        public void setIfNone(long id, Instant due) {}

        @Override
        public void cancel(long id) {}

        @Override
        public int tick() {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** All commands. */
    public CommandRegistry registry() {
        return registry;
    }

    Answer ask(String text) {
        return ask(CHAT, "ann", text);
    }

    Answer ask(ChatId chat, String member, String text) {
        return registry.answer(new Ask(chat, member, text, now));
    }

    Answer askAsManager(String text) {
        return registry.answer(new Ask(CHAT, "boss", text, now, true));
    }

    /** The answer as a terminal shows it. */
    String read(String text) {
        return text(ask(text));
    }

    static String text(Answer answer) {
        return new CardText(Voice.english(), Paint.PLAIN).render(answer.card());
    }

    /** A line as an English reader reads it. */
    static String plain(Line line) {
        return Voice.english().plain(line);
    }

    static Instruments instruments() {
        return new Instruments(List.of(
                instrument(
                        "BABA",
                        "Alibaba Group",
                        List.of("Alibaba", "阿里巴巴"),
                        "US01609W1027",
                        listing("BABA", Exchange.NYSE, 8),
                        listing("9988.HK", Exchange.HKEX, 1),
                        listing("AHLA.DE", Exchange.XETRA, 8)),
                instrument("BIDU", "Baidu", List.of("百度"), "US0567521085", listing("BIDU", Exchange.NASDAQ, 8)),
                instrument(
                        "PDD",
                        "PDD Holdings",
                        List.of("Pinduoduo", "Temu"),
                        "US7223041028",
                        listing("PDD", Exchange.NASDAQ, 4)),
                instrument("JD", "JD.com", List.of("京东"), "US47215P1066", listing("JD", Exchange.NASDAQ, 2))));
    }

    private static Instrument instrument(
            String symbol, String name, List<String> aliases, String isin, Listing... listings) {
        return new Instrument(symbol, name, aliases, new Isin(isin), List.of(listings), List.of());
    }

    static Listing listing(String symbol, Exchange exchange, int shares) {
        return new Listing(symbol, exchange, exchange.currency(), shares, Map.of());
    }

    static InMemoryArticleStore articles() {
        return store(
                article("Alibaba starts the year with a jump", "2026-01-02T21:30:00Z", "BABA"),
                article("Cloud orders lift Alibaba", "2026-01-02T14:00:00Z", "BABA"),
                article("Baidu lists its chips in Hong Kong", "2026-01-02T15:00:00Z", "BIDU"),
                article("Rain in the mountains", "2026-01-02T21:45:00Z"),
                article("JD opens a warehouse", "", "JD"),
                article(
                        "<script>alert(1)</script> **PDD** @everyone \u001b[31mred\u202e tfel",
                        "2026-01-02T12:00:00Z",
                        "PDD"),
                article("Not written yet", "2026-01-05T09:00:00Z", "BABA"));
    }

    static InMemoryArticleStore store(Article... articles) {
        InMemoryArticleStore store = new InMemoryArticleStore();
        store.save(FeedState.fresh(FEED), List.of(articles));
        return store;
    }

    /** @param published empty for an undated one, which was seen two hours before {@link #NOW} */
    static Article article(String title, String published, String... symbols) {
        return new Article(
                title,
                FEED.toString(),
                "Test Wire",
                title,
                "",
                URI.create("https://wire.test/" + Integer.toHexString(title.hashCode())),
                published.isEmpty() ? null : Instant.parse(published),
                NOW.minus(Duration.ofHours(2)),
                "en",
                Set.of(symbols));
    }
}
