package dev.bellwether.watch.level;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Instrument;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SampleJanuaryTest {
    @Test
    void look() {
        for (var f : SampleMonth.press().known(Fact.Claimed.class, "BABA", java.time.Instant.MAX)) if (f.claim().kind().name().startsWith("LEVEL")||f.claim().kind().name().contains("52W")) System.out.println(f);
        for (String s : new String[] {"BABA", "9988.HK", "AHLA.DE", "BIDU", "JD", "PDD"}) {
            Function<String, Optional<Instrument>> in = SampleMonth.INSTRUMENTS::find;
            var m = new SampleMonth(s, clock -> new Breakouts(in, SampleMonth.press(), MemberLevels.inMemory(), LevelStates.inMemory(), BreakRules.defaults(), clock)).play("2025-12-31", "2026-01-30");
            System.out.println(s + " " + m.told.size());
            for (Fact.LevelMet f : m.told) System.out.println("  " + f.at() + " " + f.level().id() + " " + f.level().price() + " " + f.stage() + " " + (f.upward() ? "up" : "down") + " " + f.price() + " v=" + f.volume() + " gap=" + f.gap() + " " + f.trial() + " also=" + f.also().stream().map(l -> l.id()).toList() + " " + f.before());
        }
    }
}
