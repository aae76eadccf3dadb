package dev.bellwether.store;

import dev.bellwether.analyst.FactStore;
import dev.bellwether.analyst.Marks;
import dev.bellwether.deliver.ButtonStore;
import dev.bellwether.deliver.DeliveryStore;
import dev.bellwether.deliver.FrontNotes;
import dev.bellwether.deliver.Inbox;
import dev.bellwether.deliver.Leases;
import dev.bellwether.digest.Digests;
import dev.bellwether.digest.DueTasks;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.fact.Transactions;
import dev.bellwether.news.ArticleStore;
import dev.bellwether.news.chat.ChatFeeds;
import dev.bellwether.news.chat.FollowedItems;
import dev.bellwether.quote.BarStore;
import dev.bellwether.talk.Chats;
import dev.bellwether.talk.Memory;
import dev.bellwether.talk.Subscriptions;
import dev.bellwether.watch.FollowedLists;
import dev.bellwether.watch.Watchlists;
import dev.bellwether.watch.alert.Alerts;
import dev.bellwether.watch.level.LevelStates;
import dev.bellwether.watch.level.MemberLevels;
import dev.bellwether.watch.press.PressStore;
import dev.bellwether.watch.run.Interests;
import dev.bellwether.watch.run.PressLog;
import dev.bellwether.watch.run.WatchMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bot's memory: a SQLite file, or a PostgreSQL database that several bots may share. Safe for use by many threads.
 *
 * <p>All of its parts throw {@link StoreException} when the database fails. Moments are kept to the microsecond.
 * Characters that PostgreSQL can't hold (NUL, half of a surrogate pair) are dropped from every text.
 */
public final class Store implements AutoCloseable {
    /** As much of a foreign address as can be shown: what follows may hold a password. */
    private static final Pattern SCHEME = Pattern.compile("(jdbc:)?[a-z0-9]+:(?=//)");

    private static final Duration ITEMS_KEPT = Duration.ofDays(30);
    private static final Duration CHATS_KEPT = Duration.ofDays(30);
    private static final Duration UPDATES_KEPT = Duration.ofDays(7);
    private static final Duration BUTTONS_KEPT = Duration.ofDays(180);
    private static final Duration DONE_ALERTS_KEPT = Duration.ofDays(90);

    /** A digest of every week looks back on two of them, when one was left out. */
    private static final Duration TOLD_KEPT = Duration.ofDays(21);
    /** A year of history and a month for who reads it late. */
    private static final Duration FACTS_KEPT = Duration.ofDays(400);

    private final Database database;
    private final ArticleStore articles;
    private final BarStore bars;
    private final Watchlists watchlists;
    private final Chats chats;
    private final FactStore facts;
    private final Marks marks;
    private final Memory memory;
    private final InboxTable inbox;
    private final ButtonTable buttons;
    private final FrontNotes notes;
    private final Leases leases;
    private final Subscriptions subscriptions;
    private final FollowedLists followedLists;
    private final PressStore press;
    private final DeliveryTables delivery;
    private final ChatFeedTable chatFeeds;
    private final ChatFeedItemTable chatFeedItems;
    private final DigestTable digests;
    private final Access access;
    private final WatchMemory watch;
    private final Interests interests;
    private final PressLog watchedPress;
    private final AlertTable alerts;
    private final SeenFactTable seen;
    private final LevelStates levelStates;
    private final MemberLevels memberLevels;

    private Store(Database database) {
        this.database = database;
        this.access = new Access(database);
        this.articles = new ArticleTable(access);
        this.bars = new BarTable(access);
        this.watchlists = new WatchlistTable(access);
        this.chats = new ChatTable(access);
        this.facts = new FactTable(access);
        this.marks = new MarkTable(access);
        this.memory = new StoredMemory(access);
        this.inbox = new InboxTable(access);
        this.buttons = new ButtonTable(access);
        this.notes = new FrontNoteTable(access);
        this.leases = new LeaseTable(access);
        this.subscriptions = new SubscriptionTable(access);
        this.followedLists = new FollowedListTable(access);
        this.press = new PressTable(access);
        this.delivery = new DeliveryTables(access, chats);
        this.chatFeeds = new ChatFeedTable(access);
        this.chatFeedItems = new ChatFeedItemTable(access);
        this.digests = new DigestTable(access);
        this.watch = new WatchTable(access);
        this.interests = new InterestTable(access);
        this.watchedPress = new WatchedPressTable(access);
        this.alerts = new AlertTable(access);
        this.seen = new SeenFactTable(access);
        this.levelStates = new LevelStateTable(access);
        this.memberLevels = new MemberLevelTable(access);
    }

    /**
     * Opens the database, and makes or migrates its tables where needed.
     *
     * @throws StoreException if it is not usable; it is then as it was before
     */
    public static Store open(StoreSettings settings) {
        String url = settings.url();
        if (url == null || url.startsWith(SqliteDatabase.PREFIX)) {
            return new Store(SqliteDatabase.open(settings));
        }
        if (url.startsWith(PostgresAddress.PREFIX)) {
            return new Store(PostgresDatabase.open(settings));
        }
        Matcher scheme = SCHEME.matcher(url);
        String found = scheme.lookingAt() ? scheme.group() : "an address of another kind";
        throw new StoreException(StoreException.Kind.BAD_ADDRESS, found, null);
    }

    /** The articles and the state of their feeds. */
    public ArticleStore articles() {
        return articles;
    }

    /** The daily bars. */
    public BarStore bars() {
        return bars;
    }

    /** The members' watchlists. */
    public Watchlists watchlists() {
        return watchlists;
    }

    /** The chats that spoke to the bot. */
    public Chats chats() {
        return chats;
    }

    /** What was read in the articles. */
    public FactStore facts() {
        return facts;
    }

    /** What members say is wrong with facts. */
    public Marks marks() {
        return marks;
    }

    /** What is kept about people and chats. */
    public Memory memory() {
        return memory;
    }

    /** What platforms sent. */
    public Inbox inbox() {
        return inbox;
    }

    /** The commands of buttons. */
    public ButtonStore buttons() {
        return buttons;
    }

    /** What fronts note for their next start. */
    public FrontNotes notes() {
        return notes;
    }

    /** What only one process may do at a time. */
    public Leases leases() {
        return leases;
    }

    /** Throws away what is kept for a time only and whose time is over. To be called now and then. */
    public Tidied tidy(Instant now) {
        return new Tidied(
                chats.purge(now.minus(CHATS_KEPT)),
                inbox.prune(now.minus(UPDATES_KEPT)),
                buttons.prune(now.minus(BUTTONS_KEPT)),
                digests.prune(now.minus(TOLD_KEPT)),
                seen.prune(now.minus(FACTS_KEPT)),
                alerts.prune(now.minus(DONE_ALERTS_KEPT)),
                chatFeedItems.prune(now.minus(ITEMS_KEPT)));
    }

    /** Which chats want to be told about what. */
    public Subscriptions subscriptions() {
        return subscriptions;
    }

    /** The feeds that chats follow. */
    public ChatFeeds chatFeeds() {
        return chatFeeds;
    }

    /** What those feeds brought. */
    public FollowedItems chatFeedItems() {
        return chatFeedItems;
    }

    /** Which chats are told about whose watchlists. */
    public FollowedLists followedLists() {
        return followedLists;
    }

    /** What of the press was told. */
    public PressStore press() {
        return press;
    }

    /** The members' alerts. */
    public Alerts alerts() {
        return alerts;
    }

    /** What was seen in prices. */
    public SeenFacts seenFacts() {
        return seen;
    }

    /** What became of the levels that are watched. */
    public LevelStates levelStates() {
        return levelStates;
    }

    /** The levels that members set. */
    public MemberLevels memberLevels() {
        return memberLevels;
    }

    /** Notices, and what becomes of them. */
    public DeliveryStore delivery() {
        return delivery;
    }

    /** What chats want to be told regularly. */
    public Digests digests() {
        return digests;
    }

    /**
     * The tasks of the digests, to be done when they are due. To be closed before the store.
     *
     * @param clock decides what is due
     */
    public DueTasks dueTasks(DueTasks.Work work, InstantSource clock) {
        return new ScheduledTasks(access, work, clock);
    }

    /** How far the watch has come. */
    public WatchMemory watch() {
        return watch;
    }

    /** Who wants prices watched besides the alerts. */
    public Interests interests() {
        return interests;
    }

    /** What came in from the press and the watch did not take note of. */
    public PressLog watchedPress() {
        return watchedPress;
    }

    /** Lets several parts be written all or none. */
    public Transactions transactions() {
        return delivery.transactions();
    }

    /** What and where the database is, its schema and its size; without secrets. */
    public String describe() {
        double megabytes = database.size() / 1e6;
        return String.format(Locale.ROOT, "%s, schema %d, %.1f MB", database.name(), Schema.VERSION, megabytes);
    }

    /**
     * Reads, and begins a write that changes nothing.
     *
     * @throws StoreException if either is not possible now
     */
    public void probe() {
        database.probe();
        access.read(handle -> handle.createQuery("SELECT COUNT(*) FROM flyway_schema_history")
                .mapTo(Long.class)
                .one());
        access.write(handle -> handle.execute("DELETE FROM chats WHERE id < 0"));
    }

    /** Waits for what is under way and closes every connection. Closing twice does no harm. */
    @Override
    public void close() {
        database.close();
    }
}
