package dev.bellwether.market;

import dev.bellwether.talk.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A level before it is known on which side of the price it lies; the fields are those of {@link Level}. */
record PriceLine(
        double price, Line origin, int touches, @Nullable LocalDate last, double score) {
    private static final double SAME = 1e-9;

    static PriceLine mere(double price, Line origin, @Nullable LocalDate last) {
        return new PriceLine(price, origin, 0, last, 0);
    }

    /** All levels of a view: swings need the average true range, each line its own value. */
    static Levels levels(ClosedBars bars, LatestPrice now, YearRange year, Averages averages, Volatility volatility) {
        List<PriceLine> lines = new ArrayList<>();
        extreme(lines, year.high(), Line.say("market.level.high"), year.highOn(), now);
        extreme(lines, year.low(), Line.say("market.level.low"), year.lowOn(), now);
        add(lines, averages.sma50().value(), Line.of("SMA 50"));
        add(lines, averages.sma200().value(), Line.of("SMA 200"));
        add(lines, volatility.donchian().upper(), Line.say("market.level.donchian.high"));
        add(lines, volatility.donchian().lower(), Line.say("market.level.donchian.low"));
        volatility.atr14().number().ifPresent(atr -> lines.addAll(Swings.levels(bars, atr)));
        return new Levels(merged(lines).stream()
                .map(line -> line.against(now.price(), volatility.atr14()))
                .toList());
    }

    private static void add(List<PriceLine> lines, Measure price, Line origin) {
        price.number().ifPresent(value -> lines.add(mere(value, origin, null)));
    }

    private static void extreme(
            List<PriceLine> lines, Measure price, Line origin, @Nullable LocalDate day, LatestPrice now) {
        price.number().stream()
                .filter(value -> !same(value, now.price()))
                .forEach(value -> lines.add(mere(value, origin, day)));
    }

    /** Highest first, lines at one price made one. */
    private static List<PriceLine> merged(List<PriceLine> lines) {
        List<PriceLine> merged = new ArrayList<>();
        lines.sort(Comparator.comparingDouble(PriceLine::price).reversed());
        for (PriceLine line : lines) {
            if (!merged.isEmpty() && same(merged.getLast().price(), line.price())) {
                merged.add(merged.removeLast().with(line));
            } else {
                merged.add(line);
            }
        }
        return merged;
    }

    private PriceLine with(PriceLine other) {
        return new PriceLine(
                price,
                Line.joined("value.comma", List.of(origin, other.origin)),
                touches + other.touches,
                later(last, other.last),
                score + other.score);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private Level against(double now, Measure atr) {
        return new Level(
                price,
                price > now && !same(price, now) ? Level.Kind.RESISTANCE : Level.Kind.SUPPORT,
                origin,
                touches,
                last,
                score,
                (price / now - 1) * 100,
                atr.map(range -> (price - now) / range));
    }

    private static boolean same(double one, double other) {
        return Math.abs(one - other) <= SAME * other;
    }
}
