package dev.bellwether.watch.level;

import dev.bellwether.analyst.MemoryFacts;
import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.Instruments;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Provenance;
import dev.bellwether.watch.engine.Observation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One listing in New York with hand-made sessions, and everything that watches its levels. The clock is where the last price was. */
final class Scene {
    static final Listing BABA = new Listing("BABA", Exchange.NYSE, "USD", 8, Map.of());
    static final Instrument ALIBABA = new Instrument(
            "BABA",
            "Alibaba",
            List.of(),
            null,
            List.of(BABA, new Listing("9988.HK", Exchange.HKEX, "HKD", 1, Map.of())),
            List.of());
    static final Instruments INSTRUMENTS = new Instruments(List.of(ALIBABA));

    final MemberLevels members = MemberLevels.inMemory();
    final MemoryFacts press = new MemoryFacts();
    final LevelStates states = LevelStates.inMemory();
    final List<Bar> bars = new ArrayList<>();
    final List<Fact.LevelMet> told = new ArrayList<>();
    private final BreakRules rules;
    private LevelWatch watch;
    Instant now = Instant.EPOCH;
    Duration behind = Duration.ZERO;
    Set<LocalDate> splits = Set.of();

    Scene() {
        this(BreakRules.defaults());
    }

    Scene(BreakRules rules) {
        this.rules = rules;
        this.watch = fresh();
    }

    private LevelWatch fresh() {
        return new Breakouts(INSTRUMENTS::find, press, members, states, rules, () -> now.plus(behind));
    }

    LevelWatch watch() {
        return watch;
    }

    /** A new process with the same store: it is told the bars and goes on. */
    void restart() {
        watch = fresh();
        if (!bars.isEmpty()) {
            watch.observe(closing());
        }
    }

    /** Bars of weekdays that were there before anybody looked. */
    Scene history(List<Bar> past) {
        bars.addAll(past);
        observe(closing());
        return this;
    }

    LocalDate nextDay() {
        LocalDate day = bars.getLast().date().plusDays(1);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** A price of the session after the last bar, so many minutes after it opened; the first minute is the opening. */
    List<Fact.LevelMet> price(double price, int minutes) {
        Instant at = BABA.exchange().opening(nextDay()).plus(Duration.ofMinutes(minutes));
        return observe(new Observation.Priced("BABA", at, price, minutes == 0, source(at)));
    }

    /** The session closes with this bar. */
    List<Fact.LevelMet> close(double open, double high, double low, double close, long volume) {
        bars.add(new Bar(nextDay(), open, high, low, close, volume));
        return observe(closing());
    }

    /** The same with nothing known but its close. */
    List<Fact.LevelMet> close(double close, long volume) {
        return close(close, close, close, close, volume);
    }

    Observation.Closed closing() {
        Instant at = BABA.exchange().closing(bars.getLast().date());
        return new Observation.Closed("BABA", at, bars, splits, source(at));
    }

    List<Fact.LevelMet> observe(Observation observation) {
        now = observation.at();
        List<Fact.LevelMet> facts = watch.observe(observation);
        told.addAll(facts);
        if (watch.stirred()) {
            watch.save();
        }
        return facts;
    }

    static Provenance source(Instant at) {
        return new Provenance("test", at, Duration.ZERO, null, false);
    }

    /** So many sessions that swing by a dollar around a price, with a volume of 1000. */
    static List<Bar> calm(int days, double around) {
        List<Bar> bars = new ArrayList<>();
        LocalDate day = LocalDate.parse("2024-06-03");
        for (int i = 0; i < days; i++) {
            double close = around + (i % 2 == 0 ? 0.2 : -0.2);
            bars.add(new Bar(day, around, around + 0.5, around - 0.5, close, 1000));
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return bars;
    }
}
