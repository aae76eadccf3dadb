package dev.bellwether.analyst;

import dev.bellwether.market.Level;
import dev.bellwether.market.MarketView;
import dev.bellwether.market.Measure;
import dev.bellwether.talk.Line;
import dev.bellwether.talk.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A line that the price crossed from one session's close to the next one's.
 *
 * @param line what it is for programs, in English, such as {@code SMA 200} or {@code swing highs}
 * @param words what it is for a person, such as "the 200-day average": the object of rising above or falling below
 * @param price where it lies, in the listing's currency; for an average its value at the end of the day
 * @param up whether the price is above it now
 */
public record Crossing(String line, Line words, double price, boolean up) {
    private static final int MOST_SWINGS = 2;

    /**
     * The crossings of a day, averages first, then the year's range, the 20-day channel and the strongest levels of the day
     * before. An average is compared with the price of its own day; the other lines are those of the day before.
     */
    static List<Crossing> between(MarketView before, MarketView now) {
        if (before.price() == null || now.price() == null) {
            return List.of();
        }
        double from = before.price().price();
        double to = now.price().price();
        List<Crossing> found = new ArrayList<>();
        average(
                found,
                "SMA 50",
                Line.say("why.line.sma50"),
                before,
                now,
                view -> view.averages().sma50().value());
        average(
                found,
                "SMA 200",
                Line.say("why.line.sma200"),
                before,
                now,
                view -> view.averages().sma200().value());
        upwards(
                found,
                "52-week high",
                Line.say("why.line.year.high"),
                before.year().high(),
                to);
        downwards(
                found,
                "52-week low",
                Line.say("why.line.year.low"),
                before.year().low(),
                to);
        breakout(found, now, from, to);
        swings(found, before, from, to);
        return found;
    }

    private static void average(
            List<Crossing> found,
            String line,
            Line words,
            MarketView before,
            MarketView now,
            Function<MarketView, Measure> value) {
        if (before.price() == null
                || now.price() == null
                || !(value.apply(before) instanceof Measure.Known(double then))
                || !(value.apply(now) instanceof Measure.Known(double today))) {
            return;
        }
        boolean wasAbove = before.price().price() > then;
        boolean isAbove = now.price().price() > today;
        if (wasAbove != isAbove) {
            found.add(new Crossing(line, words, today, isAbove));
        }
    }

    private static void upwards(List<Crossing> found, String line, Line words, Measure height, double to) {
        height.number().stream()
                .filter(price -> to > price)
                .forEach(price -> found.add(new Crossing(line, words, price, true)));
    }

    private static void downwards(List<Crossing> found, String line, Line words, Measure depth, double to) {
        depth.number().stream()
                .filter(price -> to < price)
                .forEach(price -> found.add(new Crossing(line, words, price, false)));
    }

    private static void breakout(List<Crossing> found, MarketView now, double from, double to) {
        now.volatility().donchian().upper().number().stream()
                .filter(price -> from <= price && to > price)
                .forEach(price ->
                        found.add(new Crossing("20-day high", Line.say("why.line.channel.high"), price, true)));
        now.volatility().donchian().lower().number().stream()
                .filter(price -> from >= price && to < price)
                .forEach(
                        price -> found.add(new Crossing("20-day low", Line.say("why.line.channel.low"), price, false)));
    }

    private static void swings(List<Crossing> found, MarketView before, double from, double to) {
        before.levels().all().stream()
                .filter(level -> level.touches() > 0)
                .filter(level -> (from <= level.price()) != (to <= level.price()))
                .sorted(Comparator.comparingDouble(Level::score).reversed())
                .limit(MOST_SWINGS)
                .forEach(level -> found.add(new Crossing(
                        Voice.english().plain(level.origin()),
                        Line.say("why.line.level", level.origin()),
                        level.price(),
                        to > from)));
    }
}
