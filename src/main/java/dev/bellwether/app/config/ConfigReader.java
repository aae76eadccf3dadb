package dev.bellwether.app.config;

import dev.bellwether.command.CommandRegistry;
import dev.bellwether.command.FavouriteCommand;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.market.calendar.Closure;
import dev.bellwether.net.CidrRange;
import dev.bellwether.news.Feed;
import dev.bellwether.watch.run.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the settings together. Lists ({@code instruments}, {@code favourites}, {@code feeds}, {@code prices.order}) replace
 * those of the defaults as a whole; nothing is merged item by item.
 */
final class ConfigReader {
    private static final List<String> MODES = List.of("auto", "sample", "live");
    private static final int MOST_QUESTIONS = 100_000;
    private static final List<String> SOURCES = List.of("csv", "finnhub", "stooq", "yahoo");
    private static final List<String> STORES = List.of("jdbc:sqlite:", "jdbc:postgresql://");

    /** A digest of the morning is of no use in the afternoon. */
    private static final Duration USUALLY_LATE = Duration.ofHours(3);

    private final Section top;
    private final Section defaults;
    private final List<Problem> problems;
    private final Readers readers;

    ConfigReader(Section top, Section defaults, List<Problem> problems) {
        this.top = top;
        this.defaults = defaults;
        this.problems = problems;
        this.readers = new Readers(problems);
    }

    Config read(@Nullable Path file, Path usualData) {
        Path data = top.entry("data").map(readers::path).orElse(usualData);
        Mode wanted = top.entry("mode")
                .flatMap(entry -> readers.oneOf(entry, MODES))
                .map(word -> Mode.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Mode.AUTO);
        Config.StoreConfig store = store(top.section("store"));
        Config.Fronts fronts = new FrontConfigReader(readers, problems).read(top.section("fronts"));
        Config.Net net = net(top.section("net"));
        Section priceSection = top.section("prices");
        Config.Prices prices = prices(priceSection, defaults.section("prices"));
        Instruments instruments = instruments();
        List<String> favourites = favourites(instruments);
        FeedConfigReader feedReader = new FeedConfigReader(readers, problems, instruments);
        List<Feed> feeds = top.has("feeds")
                ? feedReader.read(top.sections("feeds"))
                : feedReader.readDefaults(defaults.sections("feeds"));
        boolean namesSources = priceSection.has("order") || prices.csvFolder() != null || top.has("feeds");
        Config.Limits limits = limits(top.section("limits"));
        List<Closure> closures = new ClosureReader(readers, problems).read(top.section("calendars"));
        Config.Digests digests = digests(top.section("digests"));
        Config.Breakouts breakouts = new BreakoutConfigReader(readers).read(top.section("breakouts"));
        top.refuseTheRest();
        Mode mode = decide(wanted, fronts, namesSources);
        return new Config(
                file,
                data,
                mode,
                store,
                fronts,
                net,
                prices,
                feeds,
                instruments,
                favourites,
                limits,
                closures,
                digests,
                breakouts);
    }

    private static Mode decide(Mode wanted, Config.Fronts fronts, boolean namesSources) {
        if (wanted != Mode.AUTO) {
            return wanted;
        }
        boolean hasToken = fronts.telegram().token() != null || fronts.discord().token() != null;
        return hasToken || namesSources ? Mode.LIVE : Mode.SAMPLE;
    }

    private Config.StoreConfig store(Section section) {
        Optional<Entry> url = section.entry("url");
        url.filter(entry -> STORES.stream().noneMatch(entry.text()::startsWith))
                .ifPresent(entry -> readers.problem(
                        entry, "not an address of a store; it must start with " + String.join(" or ", STORES)));
        section.refuseTheRest();
        return new Config.StoreConfig(url.map(entry -> new Secret(entry.text())).orElse(null));
    }

    private Config.Net net(Section section) {
        List<CidrRange> allow = section.entries("allow").stream()
                .flatMap(entry -> readers.range(entry).stream())
                .toList();
        Duration timeout = section.entry("timeout")
                .map(entry -> readers.duration(entry, Duration.ofSeconds(1), Duration.ofSeconds(20)))
                .orElse(Duration.ofSeconds(20));
        int megabytes = section.entry("megabytes")
                .map(entry -> readers.number(entry, 1, 100, 8))
                .orElse(8);
        section.refuseTheRest();
        return new Config.Net(allow, timeout, megabytes * 1024 * 1024);
    }

    private Config.Prices prices(Section section, Section usual) {
        List<Entry> named = section.entries("order");
        Section csv = section.section("csv");
        Optional<Entry> folder = csv.entry("folder");
        csv.refuseTheRest();
        WatchSettings watch = watch(section.section("watch"));
        Section account = section.section("finnhub");
        Secret finnhub = new FrontConfigReader(readers, problems).secret(account, "key");
        account.refuseTheRest();
        section.refuseTheRest();
        List<String> order = new ArrayList<>();
        for (Entry entry : named.isEmpty() ? usual.entries("order") : named) {
            readers.oneOf(entry, SOURCES)
                    .filter(source -> !order.contains(source))
                    .ifPresent(order::add);
        }
        if (named.isEmpty() && folder.isPresent()) {
            order.addFirst("csv");
        }
        if (order.contains("csv") && folder.isEmpty()) {
            problems.add(new Problem(
                    section.where(),
                    "prices.csv.folder",
                    "is missing; csv stands in prices.order and needs a folder of <SYMBOL>.csv files"));
        }
        if (order.contains("finnhub") && finnhub == null) {
            problems.add(new Problem(
                    section.where(),
                    "prices.finnhub.key",
                    "is missing; finnhub stands in prices.order and needs a key from finnhub.io"));
        }
        return new Config.Prices(order, folder.map(readers::path).orElse(null), finnhub, watch);
    }

    private WatchSettings watch(Section section) {
        WatchSettings usual = WatchSettings.defaults();
        Duration ticks = section.entry("ticks")
                .map(entry -> readers.duration(entry, Duration.ofSeconds(5), usual.ticks()))
                .orElse(usual.ticks());
        Duration otherwise = section.entry("otherwise")
                .map(entry -> readers.duration(entry, Duration.ofSeconds(5), usual.otherwise()))
                .orElse(usual.otherwise());
        Section questions = section.section("questions");
        Map<String, Integer> perMinute = new LinkedHashMap<>(usual.perMinute());
        for (String source : SOURCES) {
            questions
                    .entry(source)
                    .ifPresent(
                            entry -> perMinute.put(source, readers.number(entry, 1, MOST_QUESTIONS, MOST_QUESTIONS)));
        }
        questions.refuseTheRest();
        section.refuseTheRest();
        return new WatchSettings(ticks, otherwise, perMinute);
    }

    private Instruments instruments() {
        return new Instruments(
                new InstrumentReader(readers, problems).read(own("instruments").sections("instruments")));
    }

    /** Where a list is read from: the file if it has one, else the defaults. */
    private Section own(String key) {
        return top.has(key) ? top : defaults;
    }

    private List<String> favourites(Instruments instruments) {
        if (!top.has("favourites")) {
            return defaults.entries("favourites").stream()
                    .flatMap(entry -> instruments.find(entry.text()).stream())
                    .map(Instrument::symbol)
                    .toList();
        }
        Map<String, String> byCommand = new LinkedHashMap<>();
        for (Entry entry : top.entries("favourites")) {
            instruments
                    .find(entry.text())
                    .ifPresentOrElse(
                            instrument -> favourite(entry, instrument.symbol(), byCommand),
                            () -> readers.problem(entry, FeedConfigReader.unknown(entry, instruments)));
        }
        return List.copyOf(byCommand.values());
    }

    private void favourite(Entry entry, String symbol, Map<String, String> byCommand) {
        String name = FavouriteCommand.nameOf(symbol);
        String other = byCommand.putIfAbsent(name, symbol);
        if (CommandRegistry.OWN_NAMES.contains(name) || (other != null && !other.equals(symbol))) {
            readers.problem(entry, symbol + " would become the command /" + name + ", which exists; leave it out");
        }
    }

    private Config.Limits limits(Section section) {
        int quoteSymbols = number(section, "quote-symbols", 25, 10);
        int newsItems = number(section, "news-items", 50, 20);
        int watched = number(section, "watched-symbols", 500, 50);
        int memberPerMinute = number(section, "member-per-minute", 600, 20);
        int chatPerMinute = number(section, "chat-per-minute", 6_000, 60);
        int memberAlerts = number(section, "alerts-per-member", 10_000, 50);
        int chatAlerts = number(section, "alerts-per-chat", 100_000, 200);
        int feedsPerChat = number(section, "feeds-per-chat", 500, 20);
        section.refuseTheRest();
        return new Config.Limits(
                quoteSymbols,
                newsItems,
                watched,
                memberPerMinute,
                chatPerMinute,
                memberAlerts,
                chatAlerts,
                feedsPerChat);
    }

    private Config.Digests digests(Section section) {
        Duration late = section.entry("late")
                .map(entry -> readers.duration(entry, Duration.ofMinutes(5), USUALLY_LATE))
                .orElse(USUALLY_LATE);
        int perChat = number(section, "per-chat", 100, 10);
        section.refuseTheRest();
        return new Config.Digests(late, perChat);
    }

    private int number(Section section, String key, int most, int usual) {
        return section.entry(key)
                .map(entry -> readers.number(entry, 1, most, usual))
                .orElse(usual);
    }
}
