package dev.bellwether.watch.engine;

import dev.bellwether.fact.AnalystCall;
import dev.bellwether.fact.Article;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Provenance;
import dev.bellwether.fact.WatchedLevel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some days of one listing's life in New York: history, openings with and without gaps, prices that dance on half dollars, closes that come
 * late, days without anything, splits, and observations that are too old.
 */
final class RandomMarket {
    static final String LISTING = "BABA";
    private static final Exchange NYSE = Exchange.NYSE;

    /**
     * One step.
     *
     * @param split by what prices are divided from this observation on; 1 for not
     */
    record Step(Observation observation, double split) {}

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private List<Bar> bars = new ArrayList<>();
    private LocalDate day = LocalDate.parse("2025-06-02");
    private double price = 100;
    private double grid = 0.5;
    private Observation.@Nullable Closed late;

    /** How many bars were told at least once. */
    private int known;

    private final boolean lateCloses;

    RandomMarket(Random random, boolean lateCloses) {
        this.random = random;
        this.lateCloses = lateCloses;
    }

    List<Step> live(int days) {
        history(List.of(0, 1, 6, 25, 60, 210, 290).get(random.nextInt(7)));
        for (int i = 0; i < days; i++) {
            nextDay();
            if (random.nextInt(12) > 0) {
                day();
            }
        }
        return steps;
    }

    static Provenance source(Instant at) {
        return new Provenance("Test", at, Duration.ZERO, null, true);
    }

    private void history(int count) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate back = day.minusDays(1); days.size() < count; back = back.minusDays(1)) {
            if (isWeekday(back) && random.nextInt(40) > 0) {
                days.add(back);
            }
        }
        Collections.reverse(days);
        boolean flat = random.nextInt(6) == 0;
        for (LocalDate each : days) {
            if (!flat) {
                price = Math.max(20, price + step());
            }
            bars.add(bar(each, price, flat ? price : price + grid * random.nextInt(3), flat ? price : price - grid));
        }
        if (random.nextInt(5) > 0 && count > 0) {
            steps.add(new Step(closed(), 1));
        }
    }

    private Bar bar(LocalDate date, double close, double high, double low) {
        long volume = random.nextInt(200) == 0 ? Bar.NO_VOLUME : 1000L + 500L * random.nextInt(4);
        return new Bar(date, close, Math.max(high, close), Math.min(low, close), close, volume);
    }

    private double step() {
        return grid * (random.nextInt(5) - 2) * (random.nextInt(8) == 0 ? 4 : 1);
    }

    private Observation.Closed closed() {
        known = bars.size();
        Instant at = NYSE.closing(bars.getLast().date());
        return new Observation.Closed(LISTING, at, bars, Set.of(), source(at));
    }

    private void nextDay() {
        do {
            day = day.plusDays(1);
        } while (!isWeekday(day));
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    private void day() {
        Instant at = NYSE.opening(day);
        if (random.nextInt(3) > 0) {
            LocalDate earnings = random.nextInt(3) == 0 ? null : day.plusDays(random.nextInt(9) - 1);
            add(new Observation.Dawned(LISTING, at, random.nextInt(20) == 0 ? day.minusDays(3) : day, earnings));
        }
        if (known > 2 && late == null && random.nextInt(12) == 0) {
            split();
        }
        double high = 0;
        double low = Double.MAX_VALUE;
        int prices = random.nextInt(7);
        for (int i = 0; i < prices; i++) {
            at = at.plusSeconds(600);
            price = Math.max(20, price + (random.nextInt(4) == 0 ? 0 : step()));
            high = Math.max(high, price);
            low = Math.min(low, price);
            add(new Observation.Priced(LISTING, at, price, i == 0, source(at)));
            between(at, i);
        }
        bars = new ArrayList<>(bars);
        bars.add(bar(day, price + (random.nextInt(3) == 0 ? step() : 0), high, low));
        price = bars.getLast().close();
        end();
    }

    /** What may come between two prices. */
    private void between(Instant at, int i) {
        switch (random.nextInt(16)) {
            case 0, 1 -> add(new Observation.Compared(LISTING, at, random.nextInt(9) - 4, source(at)));
            case 2 -> add(new Observation.Compared(LISTING, at.minusSeconds(7200), 4, source(at)));
            case 3 -> add(new Observation.Told(LISTING, at, article(at)));
            case 4 -> add(new Observation.Learned(LISTING, at, call(at)));
            case 5 -> add(new Observation.Learned(LISTING, at, met(at)));
            case 6 -> add(new Observation.Priced(LISTING, at.minusSeconds(5), price + 20, false, source(at)));
            case 7 -> {
                if (late != null && i > 0) {
                    add(late);
                    late = null;
                }
            }
            default -> {}
        }
    }

    private void end() {
        if (late != null) {
            add(late);
            late = null;
        }
        if (lateCloses && random.nextInt(8) == 0) {
            late = closed();
            return;
        }
        add(closed());
        Instant after = NYSE.closing(day).plusSeconds(60);
        switch (random.nextInt(10)) {
            case 0 -> add(new Observation.Priced(LISTING, after, price + 30, false, source(after)));
            case 1 -> add(closed());
            case 2 -> {
                if (bars.size() > 1) {
                    List<Bar> old = bars.subList(0, bars.size() - 1);
                    add(new Observation.Closed(LISTING, after, old, Set.of(), source(after)));
                }
            }
            default -> {}
        }
    }

    private void split() {
        double factor = List.of(2.0, 4.0, 0.5).get(random.nextInt(3));
        bars = new ArrayList<>(SlowEngine.scaled(bars, factor));
        price /= factor;
        grid /= factor;
        steps.add(new Step(closed(), factor));
    }

    private void add(Observation observation) {
        steps.add(new Step(observation, 1));
    }

    private Article article(Instant at) {
        String title = List.of("Alibaba opens qwen to all", "No CHIP BAN yet", "Results due", "Qwenty things")
                .get(random.nextInt(4));
        return new Article("a", "feed", "Press", title, "", null, at, at, "en", Set.of(LISTING));
    }

    private Fact call(Instant at) {
        AnalystCall call = new AnalystCall(
                "A broker",
                null,
                "Alibaba",
                LISTING,
                AnalystCall.Action.SET,
                BigDecimal.valueOf(180 + random.nextInt(3)),
                BigDecimal.valueOf(180 + random.nextInt(3)),
                "USD",
                null,
                null,
                AnalystCall.Kind.ANALYST,
                "",
                1);
        return new Fact.Call("call", LISTING, at, call, List.of());
    }

    private Fact met(Instant at) {
        Fact.LevelMet.Stage[] stages = Fact.LevelMet.Stage.values();
        WatchedLevel level = new WatchedLevel("52w-high", WatchedLevel.Kind.HIGH_52W, 100, "USD", "", "", null);
        return new Fact.LevelMet(
                "level",
                LISTING,
                LISTING,
                at,
                level,
                stages[random.nextInt(stages.length)],
                random.nextBoolean(),
                price,
                null,
                false,
                Duration.ZERO,
                "level",
                source(at));
    }
}
