package dev.bellwether.watch;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Provenance;
import dev.bellwether.market.calendar.TradingCalendars;
import dev.bellwether.watch.engine.Backtest;
import dev.bellwether.watch.engine.Engine;
import dev.bellwether.watch.engine.Observation;
import dev.bellwether.watch.rule.Condition;
import dev.bellwether.watch.rule.Condition.Direction;
import dev.bellwether.watch.rule.Condition.Relation;
import dev.bellwether.watch.rule.Operand;
import dev.bellwether.watch.rule.Quantity;
import dev.bellwether.watch.rule.Quantity.Kind;
import dev.bellwether.watch.rule.Rule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Listings with a year and more of random bars, the same in every run, and rules as members set them. */
final class BenchMarket {
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
    private static final int BARS = 270;
    private static final Quantity PRICE = Quantity.of(Kind.PRICE);

    private final int listings;
    private final String[] symbols;
    private final double[] closes;
    private final List<LocalDate> days = weekdays(2 * BARS);

    BenchMarket(int listings) {
        this.listings = listings;
        this.symbols = new String[listings];
        this.closes = new double[listings];
        for (int i = 0; i < listings; i++) {
            symbols[i] = "L" + i;
        }
    }

    private static List<LocalDate> weekdays(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = MONDAY.minusDays(1); days.size() < count; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(day);
            }
        }
        Collections.reverse(days);
        return days;
    }

    static Provenance source(Instant at) {
        return new Provenance("Bench", at, Duration.ZERO, null, true);
    }

    String listing(int index) {
        return symbols[index];
    }

    private List<Bar> bars(int listing, int count) {
        Random random = new Random(listing);
        List<Bar> bars = new ArrayList<>();
        double close = 100;
        for (LocalDate day : days.subList(days.size() - count, days.size())) {
            double open = close * Math.exp(random.nextGaussian() * 0.005);
            close = Math.round(100 * open * Math.exp(random.nextGaussian() * 0.012)) / 100.0;
            double high = Math.max(open, close) * 1.005;
            double low = Math.min(open, close) * 0.995;
            bars.add(new Bar(day, open, high, low, close, 1 + random.nextInt(20_000_000)));
        }
        return bars;
    }

    /** Tells the engine all bars; it packs them, and they are gone here. */
    void tellBars(Engine engine) {
        for (int i = 0; i < listings; i++) {
            List<Bar> bars = bars(i, BARS);
            closes[i] = bars.getLast().close();
            Instant at = Exchange.NYSE.closing(bars.getLast().date());
            engine.observe(new Observation.Closed(symbols[i], at, bars, Set.of(), source(at)));
        }
    }

    /** Two years of one listing, of which the second is played. */
    Backtest.Played played() {
        List<Bar> bars = bars(0, 2 * BARS);
        closes[0] = bars.get(BARS).close();
        return new Backtest.Played(
                symbols[0],
                Exchange.NYSE,
                TradingCalendars.weekdays().of(Exchange.NYSE),
                bars,
                Set.of(),
                bars.getLast().date().minusYears(1));
    }

    Rule.Basis basis(int rule) {
        return rule / listings % 5 == 0 ? Rule.Basis.CLOSES : Rule.Basis.TICKS;
    }

    /** Half are prices to the cent, none nearer than 1%; the others are what else is asked for. */
    Condition condition(int rule) {
        Random random = new Random(rule);
        double away = (random.nextBoolean() ? 1 : -1) * (0.01 + 0.3 * random.nextDouble());
        double price = Math.round(100 * closes[rule % listings] * (1 + away)) / 100.0;
        Condition level = compare(PRICE, away > 0 ? Relation.ABOVE : Relation.BELOW, price);
        return switch (random.nextInt(10)) {
            case 0 -> compare(Quantity.change("1d"), Relation.ABOVE, 2 + random.nextInt(20) / 2.0);
            case 1 -> compare(Quantity.change("7d"), Relation.BELOW, -20 - random.nextInt(20) / 2.0);
            case 2 -> new Condition.Crosses(PRICE, new Operand.Constant(price, null), Direction.EITHER);
            case 3 -> new Condition.All(List.of(level, compare(Quantity.of(Kind.VOLUME), Relation.ABOVE, 2)));
            case 4 ->
                new Condition.Closes(
                        away > 0 ? Direction.UP : Direction.DOWN,
                        new Operand.Constant(price, null),
                        1 + random.nextInt(3));
            default -> level;
        };
    }

    /** One of ten. */
    Condition commonCondition(int which) {
        return compare(PRICE, Relation.ABOVE, 150 + which % 10 * 5);
    }

    private static Condition compare(Quantity left, Relation relation, double right) {
        return new Condition.Compare(left, relation, new Operand.Constant(right, null));
    }

    /** Prices of Monday that cross nothing, in a random order of the listings: two of each, a thousandth apart. The first have been told. */
    Observation[] quietPrices(Engine engine) {
        Instant at = Exchange.NYSE.opening(MONDAY).plusSeconds(60);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < listings; i++) {
            order.add(i);
            engine.observe(new Observation.Priced(symbols[i], at, closes[i], false, source(at)));
        }
        Collections.shuffle(order, new Random(1));
        Observation[] prices = new Observation[2 * listings];
        for (int i = 0; i < listings; i++) {
            int listing = order.get(i);
            prices[i] = new Observation.Priced(symbols[listing], at, closes[listing] * 1.0005, false, source(at));
            prices[listings + i] =
                    new Observation.Priced(symbols[listing], at, closes[listing] * 0.9995, false, source(at));
        }
        return prices;
    }

    PlainLoop plainLoop(int rules) {
        PlainLoop loop = new PlainLoop(rules);
        for (int rule = 0; rule < rules; rule++) {
            double away = rule % 2 == 0 ? 1.2 : 0.8;
            loop.add(symbols[rule % listings], closes[rule % listings] * away, rule % 2 == 0);
        }
        return loop;
    }

    Condition level() {
        return compare(PRICE, Relation.ABOVE, closes[0] * 1.005);
    }

    Observation below(int second) {
        Instant at = Exchange.NYSE.opening(MONDAY).plusSeconds(2L * second);
        return new Observation.Priced(symbols[0], at, closes[0], false, source(at));
    }

    Observation beyond(int second) {
        Instant at = Exchange.NYSE.opening(MONDAY).plusSeconds(2L * second + 1);
        return new Observation.Priced(symbols[0], at, closes[0] * 1.006, false, source(at));
    }
}
