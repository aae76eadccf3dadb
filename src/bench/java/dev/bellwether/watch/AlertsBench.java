package dev.bellwether.watch;

import dev.bellwether.deliver.Contacts;
import dev.bellwether.deliver.Delivery;
import dev.bellwether.deliver.DeliverySettings;
import dev.bellwether.deliver.Metrics;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.SeenFacts;
import dev.bellwether.store.Store;
import dev.bellwether.store.StoreSettings;
import dev.bellwether.talk.Audience;
import dev.bellwether.talk.Card;
import dev.bellwether.talk.ChatId;
import dev.bellwether.talk.Lane;
import dev.bellwether.talk.Notice;
import dev.bellwether.watch.engine.Backtest;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.engine.Firing;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.engine.Rates;
import dev.bellwether.watch.rule.Rule;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * What armed rules cost: prices a second that cross nothing, beside a plain loop over all rules in the same run; memory; the look back over
 * twelve months; and the time from a price to the committed notice for 100,000 subscribers. A plain program, since what it measures is a
 * heap full of rules.
 */
public final class AlertsBench {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int LISTINGS = 5_000;
    private static final int SUBSCRIBERS = 100_000;
    private static final Duration MEASURED = Duration.ofSeconds(3);

    private AlertsBench() {}

    /** @param arguments any of {@code ticks}, {@code shared}, {@code backtest}, {@code notice}; none for all */
    public static void main(String[] arguments) throws Exception {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).setLevel(ch.qos.logback.classic.Level.WARN);
        List<String> which =
                arguments.length == 0 ? List.of("ticks", "shared", "backtest", "notice") : List.of(arguments);
        for (String each : which) {
            switch (each) {
                case "ticks" -> {
                    for (int rules : new int[] {1_000, 100_000, 1_000_000}) {
                        ticks(rules);
                    }
                }
                case "shared" -> shared();
                case "backtest" -> backtest();
                case "notice" -> notice();
                default -> throw new IllegalArgumentException(each);
            }
        }
    }

    private static void ticks(int rules) {
        BenchMarket market = new BenchMarket(LISTINGS);
        Engine engine = Engine.over(symbol -> Exchange.NYSE, Rates.same());
        market.tellBars(engine);
        long empty = used();
        for (int rule = 0; rule < rules; rule++) {
            engine.arm(rule, market.listing(rule % LISTINGS), market.condition(rule), market.basis(rule));
        }
        long full = used();
        if (rules > LISTINGS) {
            show(rules, "bytes for each rule, conditions that hardly two share", (double) (full - empty) / rules);
        }
        show(rules, "heap in use, MB", full / 1e6);
        Observation[] quiet = market.quietPrices(engine);
        measure(engine, quiet, MEASURED);
        double all = measure(engine, quiet, MEASURED);
        show(rules, "prices a second that cross nothing", all);
        Observation[] watched = Arrays.stream(quiet)
                .filter(price -> engine.listings().contains(price.listing()))
                .toArray(Observation[]::new);
        if (watched.length < quiet.length) {
            show(rules, "the same, of watched listings alone", measure(engine, watched, MEASURED));
        }
        PlainLoop loop = market.plainLoop(rules);
        loop.measure(quiet, Duration.ofSeconds(1));
        show(rules, "a plain loop over all rules, prices a second", loop.measure(quiet, MEASURED));
    }

    /** Time of this thread on the processor, so that whatever else runs counts less. */
    private static double measure(Engine engine, Observation[] prices, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        long begun = PlainLoop.processorTime();
        long count = 0;
        while (System.nanoTime() < until) {
            for (Observation price : prices) {
                if (!engine.observe(price).isEmpty()) {
                    throw new IllegalStateException("crossed something: " + price);
                }
            }
            count += prices.length;
        }
        return count * 1e9 / (PlainLoop.processorTime() - begun);
    }

    private static void shared() {
        BenchMarket market = new BenchMarket(LISTINGS);
        Engine engine = Engine.over(symbol -> Exchange.NYSE, Rates.same());
        market.tellBars(engine);
        long empty = used();
        int rules = 1_000_000;
        for (int rule = 0; rule < rules; rule++) {
            int listing = rule % LISTINGS;
            engine.arm(rule, market.listing(listing), market.commonCondition(rule / LISTINGS), Rule.Basis.TICKS);
        }
        show(rules, "bytes for each rule, ten conditions for each listing", (double) (used() - empty) / rules);
        long begun = System.nanoTime();
        for (int rule = 0; rule < rules; rule++) {
            engine.disarm(rule);
        }
        show(rules, "rules disarmed a second", rules * 1e9 / (System.nanoTime() - begun));
        if (!engine.listings().isEmpty()) {
            throw new IllegalStateException("something is still armed");
        }
    }

    private static void backtest() {
        BenchMarket market = new BenchMarket(1);
        Backtest.Played played = market.played();
        for (int i = 0; i < 300; i++) {
            run(market, played, i);
        }
        long begun = System.nanoTime();
        int runs = 300;
        for (int i = 0; i < runs; i++) {
            run(market, played, i);
        }
        show(runs, "look back over 12 months, ms for each rule", (System.nanoTime() - begun) / 1e6 / runs);
    }

    private static void run(BenchMarket market, Backtest.Played played, int i) {
        Backtest.run(market.condition(i), market.basis(i), played, Rates.same(), Backtest.MayFire.always());
    }

    private static void notice() throws Exception {
        StoreSettings settings = StoreSettings.inFolder(Files.createTempDirectory("bellwether-bench"));
        try (Store store = Store.open(settings);
                Delivery delivery = new Delivery(
                        store.delivery(),
                        store.chats(),
                        List.of(),
                        Contacts.none(),
                        new Metrics(),
                        CLOCK,
                        DeliverySettings.defaults())) {
            subscribe(store);
            BenchMarket market = new BenchMarket(LISTINGS);
            Engine engine = Engine.over(symbol -> Exchange.NYSE, Rates.same());
            market.tellBars(engine);
            for (int rule = 0; rule < SUBSCRIBERS; rule++) {
                engine.arm(rule, market.listing(rule % LISTINGS), market.condition(rule), market.basis(rule));
            }
            engine.arm(SUBSCRIBERS, market.listing(0), market.level(), Rule.Basis.TICKS);
            double[] took = new double[200];
            SeenFacts facts = store.seenFacts();
            for (int i = 0; i < took.length; i++) {
                engine.observe(market.below(i));
                long begun = System.nanoTime();
                List<Firing> fired = engine.observe(market.beyond(i));
                commit(store, delivery, facts, fired.getLast());
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(took);
            show(SUBSCRIBERS, "subscribers of one level: price to committed notice, ms, median", took[took.length / 2]);
            show(SUBSCRIBERS, "the same, 99th percentile", took[took.length * 99 / 100]);
        }
    }

    private static void subscribe(Store store) {
        for (int from = 0; from < SUBSCRIBERS; from += 1_000) {
            int first = from;
            store.transactions().inOne(() -> {
                for (int chat = first; chat < first + 1_000; chat++) {
                    ChatId id = new ChatId("front", Integer.toString(chat));
                    store.subscriptions().add(id, chat % 2 == 0 ? "breakouts:L0" : "breakouts", CLOCK.instant());
                }
                return true;
            });
        }
    }

    /** What fires and the notice that tells of it, all or nothing. */
    private static void commit(Store store, Delivery delivery, SeenFacts facts, Firing firing) {
        Double price = firing.price();
        String key = "alert:" + firing.alert() + ":" + firing.listing() + ":" + firing.at();
        Fact.AlertFired fact = new Fact.AlertFired(
                key,
                firing.listing(),
                firing.listing(),
                firing.at(),
                firing.alert(),
                "price > 155",
                price,
                firing.gap(),
                Duration.ZERO,
                BenchMarket.source(firing.at()));
        Card card = Card.titled("L0", CLOCK.instant())
                .paragraph("L0 broke its resistance.")
                .build();
        Notice notice = new Notice(
                key,
                card,
                new Audience.AnyTopic(List.of("breakouts:L0", "breakouts")),
                Lane.ALERT,
                CLOCK.instant().plus(Duration.ofDays(1)));
        boolean posted = store.transactions().inOne(() -> facts.add(fact) && delivery.post(notice));
        if (!posted) {
            throw new IllegalStateException("told before: " + key);
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void show(int of, String what, double figure) {
        System.out.println(String.format(Locale.ROOT, "%,9d %-75s %,14.1f", of, what, figure));
    }
}
