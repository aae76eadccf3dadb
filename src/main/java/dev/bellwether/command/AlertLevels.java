package dev.bellwether.command;

import dev.bellwether.market.LatestPrice;
import dev.bellwether.market.Level;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Markets;
import dev.bellwether.talk.Ask;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Value;
import dev.bellwether.watch.rule.RuleHints.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Numbers that a kind of alert is likely to be wanted with, from where the market stands. */
final class AlertLevels {
    private static final int EACH_SIDE = 6;
    private static final List<Double> AWAY = List.of(1.0, 2.0, 5.0, 10.0);
    private static final List<Integer> PERCENTS = List.of(1, 2, 3, 5, 10, 20);
    private static final List<Integer> LOW_RSI = List.of(20, 25, 30, 35, 40);
    private static final List<Integer> HIGH_RSI = List.of(60, 65, 70, 75, 80);
    private static final List<Double> MULTIPLES = List.of(1.5, 2.0, 3.0, 5.0);
    private static final List<Integer> DAYS = List.of(1, 2, 3, 5, 7, 14);

    private final Markets markets;

    AlertLevels(Markets markets) {
        this.markets = markets;
    }

    /**
     * A number to choose.
     *
     * @param typed as it stands in a rule
     */
    record Offer(String typed, Line label) {}

    /** Where the listing stands now, in a sentence; empty if nobody knows. */
    Optional<Line> price(Ask ask, Target target) {
        return Optional.ofNullable(view(ask, target).price())
                .map(price -> Line.say(
                        "alert.form.price",
                        new Value.Price(price.price(), target.listing().currency()),
                        new Value.Moment(price.asOf())));
    }

    private MarketView view(Ask ask, Target target) {
        return markets.look(List.of(target.listing()), ask.at()).getFirst().view();
    }

    /** What may be chosen, the likeliest first. */
    List<Offer> offers(Ask ask, Target target, Template template) {
        boolean up = template.condition().contains(">") || template.condition().contains("above");
        boolean down =
                template.condition().contains("<") || template.condition().contains("below");
        return switch (template.takes()) {
            case NOTHING, WORDS -> List.of();
            case PRICE -> prices(view(ask, target), up || !down, down || !up);
            case PERCENT ->
                PERCENTS.stream()
                        .map(size -> new Offer(size.toString(), Line.of(Value.Percent.share(size))))
                        .toList();
            case TIMES ->
                MULTIPLES.stream()
                        .map(times -> new Offer(typed(times), Line.of(new Value.Figure(times, 1, "x"))))
                        .toList();
            case RSI -> rsis(view(ask, target), up || !down, down || !up);
            case DAYS ->
                DAYS.stream()
                        .map(days -> new Offer(days.toString(), Line.count("alert.form.days", days)))
                        .toList();
        };
    }

    /** The levels of {@code /levels}; where the market has none, round distances. */
    private static List<Offer> prices(MarketView view, boolean up, boolean down) {
        LatestPrice price = view.price();
        if (price == null) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        if (up) {
            levels(view, view.levels().resistances()).forEach(offers::add);
        }
        if (down) {
            levels(view, view.levels().supports()).forEach(offers::add);
        }
        for (double away : AWAY) {
            if (up) {
                offers.add(distance(view, price.price(), away));
            }
            if (down) {
                offers.add(distance(view, price.price(), -away));
            }
        }
        return offers;
    }

    private static Stream<Offer> levels(MarketView view, List<Level> levels) {
        String currency = view.listing().currency();
        return levels.stream()
                .limit(EACH_SIDE)
                .map(level -> new Offer(
                        typed(level.price()),
                        Line.of(new Value.Price(level.price(), currency))
                                .text(" · ")
                                .then(level.origin())
                                .text(" · ")
                                .value(Value.Percent.distance(level.distance()))));
    }

    private static Offer distance(MarketView view, double price, double percent) {
        double level = price * (1 + percent / 100);
        return new Offer(
                typed(level),
                Line.of(new Value.Price(level, view.listing().currency()))
                        .text(" · ")
                        .value(Value.Percent.distance(percent)));
    }

    /** As many decimals as prices have; more for those that would lose too much. */
    static String typed(double price) {
        int decimals = Math.abs(price) < 1 ? 4 : 2;
        BigDecimal rounded = BigDecimal.valueOf(price).setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal plain = rounded.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain).toPlainString();
    }

    private static List<Offer> rsis(MarketView view, boolean up, boolean down) {
        OptionalDouble now = view.momentum().rsi14().number();
        List<Offer> offers = new ArrayList<>();
        Stream.concat(down ? LOW_RSI.stream() : Stream.of(), up ? HIGH_RSI.stream() : Stream.of())
                .map(level -> new Offer(level.toString(), rsi(level, now)))
                .forEach(offers::add);
        return offers;
    }

    private static Line rsi(int level, OptionalDouble now) {
        Value shown = new Value.Figure(level, 0, null);
        return now.isEmpty()
                ? Line.of(shown)
                : Line.say("alert.form.rsi", shown, new Value.Figure(now.getAsDouble(), 1, null));
    }
}
