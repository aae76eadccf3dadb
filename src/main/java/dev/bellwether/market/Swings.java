package dev.bellwether.market;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Prices at which the market turned, and those of them that lie together. The rules are in {@link Levels}. */
final class Swings {
    private static final int WINDOW = 250;
    private static final int REACH = 5;
    private static final double HALF_LIFE = 125;
    private static final double ATRS_TOGETHER = 0.5;

    private Swings() {}

    /**
     * One turn.
     *
     * @param age in bars
     */
    private record Swing(double price, boolean high, LocalDate day, int age) {
        double weight() {
            return Math.pow(0.5, age / HALF_LIFE);
        }
    }

    /**
     * Swings that lie together.
     *
     * @param price their mean
     * @param highs how many of them are highs
     * @param lows how many of them are lows
     * @param last the day of the latest
     * @param score each counting half as much for every half year of age
     */
    record Cluster(double price, int highs, int lows, LocalDate last, double score) {
        int touches() {
            return highs + lows;
        }
    }

    /** The levels that swings make, lowest first. */
    static List<PriceLine> levels(ClosedBars bars, double atr) {
        return clusters(bars.all(), atr).stream()
                .map(cluster -> new PriceLine(
                        cluster.price(), origin(cluster), cluster.touches(), cluster.last(), cluster.score()))
                .toList();
    }

    /** The same before they have words. */
    static List<Cluster> clusters(List<Bar> bars, double atr) {
        List<Cluster> clusters = new ArrayList<>();
        List<Swing> together = new ArrayList<>();
        for (Swing swing : find(bars)) {
            if (!together.isEmpty() && swing.price() - together.getFirst().price() > ATRS_TOGETHER * atr) {
                clusters.add(cluster(together));
                together.clear();
            }
            together.add(swing);
        }
        if (!together.isEmpty()) {
            clusters.add(cluster(together));
        }
        return clusters;
    }

    /** Lowest price first; swings of one price in the order of their days, so that the result never varies. */
    private static List<Swing> find(List<Bar> bars) {
        List<Swing> swings = new ArrayList<>();
        int first = Math.max(0, bars.size() - WINDOW) + REACH;
        for (int i = first; i < bars.size() - REACH; i++) {
            if (turns(bars, i, Bar::high)) {
                swings.add(new Swing(bars.get(i).high(), true, bars.get(i).date(), bars.size() - 1 - i));
            }
            if (turns(bars, i, bar -> -bar.low())) {
                swings.add(new Swing(bars.get(i).low(), false, bars.get(i).date(), bars.size() - 1 - i));
            }
        }
        swings.sort(Comparator.comparingDouble(Swing::price));
        return swings;
    }

    /** Whether a bar stands above those before it and not below those after it: the first bar of a plateau does. */
    private static boolean turns(List<Bar> bars, int i, ToDoubleFunction<Bar> height) {
        double here = height.applyAsDouble(bars.get(i));
        for (int step = 1; step <= REACH; step++) {
            if (height.applyAsDouble(bars.get(i - step)) >= here || height.applyAsDouble(bars.get(i + step)) > here) {
                return false;
            }
        }
        return true;
    }

    private static Cluster cluster(List<Swing> together) {
        double price = together.stream().mapToDouble(Swing::price).average().orElseThrow();
        double score = together.stream().mapToDouble(Swing::weight).sum();
        LocalDate last =
                together.stream().map(Swing::day).max(Comparator.naturalOrder()).orElseThrow();
        int highs = (int) together.stream().filter(Swing::high).count();
        return new Cluster(price, highs, together.size() - highs, last, score);
    }

    private static Line origin(Cluster cluster) {
        if (cluster.highs() == 0) {
            return Line.say("market.level.swings.low");
        }
        return cluster.lows() == 0 ? Line.say("market.level.swings.high") : Line.say("market.level.swings.both");
    }
}
