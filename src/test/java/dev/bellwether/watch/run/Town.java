package dev.bellwether.watch.run;

import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.FactLog;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Transactions;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.quote.QuoteSettings;
import dev.bellwether.quote.Quotes;
import dev.bellwether.quote.TickStream;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Voice;
import dev.bellwether.watch.alert.Alert;
import dev.bellwether.watch.alert.AlertCards;
import dev.bellwether.watch.alert.AlertDesk;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.engine.Rates;
import dev.bellwether.watch.level.BreakRules;
import dev.bellwether.watch.level.BreakoutNotices;
import dev.bellwether.watch.level.Breakouts;
import dev.bellwether.watch.rule.Listings;
import dev.bellwether.watch.rule.ParsedRule;
import dev.bellwether.watch.rule.Rule;
import dev.bellwether.watch.rule.RuleParser;
import dev.bellwether.watch.rule.RuleText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A watch with everything around it real but the market and the clock. Killing it drops every object and opens the same database again. */
final class Town implements AutoCloseable {
    static final ChatId CHAT = new ChatId("telegram", "1");
    static final Instruments INSTRUMENTS = new Instruments(List.of(
            instrument("BABA", listing("BABA", Exchange.NYSE, 8), listing("9988.HK", Exchange.HKEX, 1)),
            instrument("JD", listing("JD", Exchange.NASDAQ, 2)),
            instrument("PDD", listing("PDD", Exchange.NASDAQ, 4))));

    final DrivenClock clock;
    final FakeMarket first = new FakeMarket("Yahoo");
    final FakeMarket second = new FakeMarket("Stooq");
    final Map<String, LocalDate> earnings = new HashMap<>();
    private final StoreSettings settings;
    WatchSettings pace = WatchSettings.defaults();
    TradingCalendars calendars = TradingCalendars.weekdays();
    OptionalDouble parity = OptionalDouble.empty();
    boolean news;
    TickStream stream = TickStream.none();
    Runnable turn = () -> {};

    /** Called at the end of each transaction of the watch, within it. */
    Runnable atTheEnd = () -> {};

    @SuppressWarnings("NullAway.Init")
    Store store;

    @SuppressWarnings("NullAway.Init")
    Watchman watchman;

    Town(StoreSettings settings, String now) {
        this.settings = settings;
        this.clock = new DrivenClock(now);
        open();
    }

    private static Instrument instrument(String symbol, Listing... listings) {
        return new Instrument(symbol, symbol, List.of(), null, List.of(listings), List.of());
    }

    private static Listing listing(String symbol, Exchange exchange, int shares) {
        return new Listing(symbol, exchange, exchange.currency(), shares, Map.of());
    }

    void open() {
        store = Store.open(settings);
        watch();
    }

    /** As after a kill. */
    void reopen() {
        store.close();
        open();
    }

    /** Drops every object but the store. */
    void watch() {
        Listings listings = Listings.of(INSTRUMENTS);
        Quotes quotes = new Quotes(List.of(first, second), store.bars(), clock, QuoteSettings.defaults());
        Supply supply = new Supply(
                quotes, stream, calendars, listings::find, INSTRUMENTS::find, INSTRUMENTS.all(), new Known());
        AlertDesk desk = new AlertDesk(store.alerts(), store.chats(), new AlertCards(listings), listings, calendars);
        BreakoutNotices breakouts = new BreakoutNotices(INSTRUMENTS::find, store.memberLevels(), BreakRules.defaults());
        Outlets outlets = new Outlets(
                new Ending(store.transactions()),
                store.alerts(),
                desk,
                breakouts::of,
                store.seenFacts(),
                notice -> store.delivery().outbox().commit(notice, clock.instant()),
                () -> turn.run());
        Supplier<Engine> engines =
                () -> Engine.over(symbol -> listings.find(symbol).orElseThrow().exchange(), Rates.same());
        watchman = new Watchman(
                supply,
                engines,
                new Breakouts(
                        INSTRUMENTS::find,
                        new Silent(),
                        store.memberLevels(),
                        store.levelStates(),
                        BreakRules.defaults(),
                        clock),
                store.watchlists(),
                outlets,
                store.watch(),
                store.interests(),
                store.watchedPress(),
                pace,
                clock);
    }

    private final class Known implements Supply.Knowledge {
        @Override
        public boolean news(String symbol, Instant after) {
            return news;
        }

        @Override
        public @Nullable LocalDate earnings(String symbol, Instant at) {
            return earnings.get(symbol);
        }

        @Override
        public OptionalDouble parity(Listing listing, Instant at) {
            return parity;
        }
    }

    /** A press that said nothing. */
    private static final class Silent implements FactLog {
        @Override
        public <F extends Fact.Printed> List<F> known(Class<F> kind, String symbol, Instant until) {
            return List.of();
        }
    }

    /** Transactions at whose end a test may do something. */
    private final class Ending implements Transactions {
        private final Transactions real;

        Ending(Transactions real) {
            this.real = real;
        }

        @Override
        public <T extends @Nullable Object> T inOne(Supplier<T> work) {
            return real.inOne(() -> {
                T result = work.get();
                atTheEnd.run();
                return result;
            });
        }

        @Override
        public boolean joined() {
            return real.joined();
        }
    }

    Alert alert(String text) {
        return alert(CHAT, "ann", text);
    }

    Alert alert(ChatId chat, String member, String text) {
        ParsedRule parsed = new RuleParser(Listings.of(INSTRUMENTS)).parse(text, LocalDate.parse("2020-01-01"));
        if (!(parsed instanceof ParsedRule.Understood(Rule rule))) {
            throw new AssertionError(parsed);
        }
        return store.alerts()
                .add(new Alert(
                        0,
                        0,
                        chat,
                        member,
                        member,
                        false,
                        false,
                        rule,
                        RuleText.of(rule),
                        Alert.State.ARMED,
                        clock.instant(),
                        null,
                        Map.of(),
                        false,
                        null));
    }

    /** Ticks every so often for a while. */
    void run(Duration time, Duration every) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            watchman.tick();
            clock.move(every);
        }
    }

    void runTo(String moment, Duration every) {
        run(Duration.between(clock.instant(), Instant.parse(moment)), every);
        watchman.tick();
    }

    List<Fact.AlertFired> fired() {
        return store.seenFacts().between(Fact.AlertFired.class, null, Instant.EPOCH, Instant.MAX);
    }

    List<Fact.LevelMet> met() {
        return store.seenFacts().between(Fact.LevelMet.class, null, Instant.EPOCH, Instant.MAX);
    }

    /** What waits to be sent, as an English reader reads its title, in the order in which it was told. */
    List<String> told() {
        List<String> titles = new ArrayList<>();
        store.delivery().transactions().inOne(() -> {
            for (long id = 1; id <= 500; id++) {
                title(id, titles);
            }
            return true;
        });
        return titles;
    }

    private void title(long id, List<String> titles) {
        try {
            titles.add(Voice.english().plain(store.delivery().outbox().card(id).title()));
        } catch (RuntimeException e) {
            // there is no such notice
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
