package dev.bellwether.watch.engine;

import dev.bellwether.fact.Article;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Provenance;
import dev.bellwether.watch.rule.Condition;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tests of the engine have in common: one listing in New York, told in few words. Rule ids are given by the test. */
final class Given {
    static final String BABA = "BABA";
    static final Quantity PRICE = Quantity.of(Kind.PRICE);
    static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

    final Engine engine;

    Given() {
        this(Engine.over(symbol -> Exchange.NYSE, Rates.same()));
    }

    Given(Engine engine) {
        this.engine = engine;
    }

    Given onTicks(long rule, Condition when) {
        engine.arm(rule, BABA, when, Rule.Basis.TICKS);
        return this;
    }

    Given onCloses(long rule, Condition when) {
        engine.arm(rule, BABA, when, Rule.Basis.CLOSES);
        return this;
    }

    /** The ids of the rules that fire at a price of a day, so many minutes after the opening. */
    List<Long> price(LocalDate day, int minute, double price) {
        return ids(engine.observe(priced(BABA, day, minute, price)));
    }

    /** The ids that fire at each of some prices of a Monday, a minute apart. */
    List<List<Long>> prices(double... prices) {
        List<List<Long>> fired = new ArrayList<>();
        int minute = 1;
        for (double price : prices) {
            fired.add(price(MONDAY, minute++, price));
        }
        return fired;
    }

    static Observation.Priced priced(String listing, LocalDate day, int minute, double price) {
        Instant at = Exchange.NYSE.opening(day).plus(Duration.ofMinutes(minute));
        return new Observation.Priced(listing, at, price, minute == 0, source(at));
    }

    List<Long> closed(List<Bar> bars, LocalDate... splits) {
        return ids(engine.observe(closing(bars, splits)));
    }

    static Observation.Closed closing(List<Bar> bars, LocalDate... splits) {
        Instant at = bars.isEmpty()
                ? Instant.EPOCH
                : Exchange.NYSE.closing(bars.getLast().date());
        return new Observation.Closed(BABA, at, bars, Set.of(splits), source(at));
    }

    List<Long> dawned(LocalDate day, @Nullable LocalDate earnings) {
        return ids(engine.observe(new Observation.Dawned(BABA, Exchange.NYSE.opening(day), day, earnings)));
    }

    List<Long> compared(LocalDate day, double percent) {
        Instant at = Exchange.NYSE.opening(day);
        return ids(engine.observe(new Observation.Compared(BABA, at, percent, source(at))));
    }

    List<Long> told(String title, String text) {
        Instant at = Exchange.NYSE.opening(MONDAY);
        Article article = new Article("a", "feed", "Press", title, text, null, at, at, "en", Set.of(BABA));
        return ids(engine.observe(new Observation.Told(BABA, at, article)));
    }

    static List<Long> ids(List<Firing> firings) {
        return firings.stream().map(Firing::alert).toList();
    }

    static Provenance source(Instant at) {
        return new Provenance("Test", at, Duration.ZERO, null, true);
    }

    /** Bars with these closes on the weekdays before {@link #MONDAY}, the last on the Friday. */
    static List<Bar> closes(double... closes) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = MONDAY.minusDays(1); days.size() < closes.length; day = day.minusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                days.add(day);
            }
        }
        Collections.reverse(days);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            bars.add(bar(days.get(i), closes[i]));
        }
        return bars;
    }

    static Bar bar(LocalDate day, double close) {
        return new Bar(day, close, close + 1, close - 1, close, 1000);
    }

    /** So many bars at one price. */
    static List<Bar> flat(int count, double price) {
        double[] closes = new double[count];
        java.util.Arrays.fill(closes, price);
        return closes(closes);
    }

    static List<Bar> with(List<Bar> bars, Bar... more) {
        List<Bar> all = new ArrayList<>(bars);
        all.addAll(List.of(more));
        return all;
    }

    static Operand constant(double value) {
        return new Operand.Constant(value, null);
    }

    static Operand measured(Quantity quantity) {
        return new Operand.Measured(quantity);
    }

    static Condition is(Quantity left, Relation relation, double right) {
        return new Condition.Compare(left, relation, constant(right));
    }

    static Condition above(double price) {
        return is(PRICE, Relation.ABOVE, price);
    }

    static Condition crosses(double price, Condition.Direction direction) {
        return new Condition.Crosses(PRICE, constant(price), direction);
    }
}
