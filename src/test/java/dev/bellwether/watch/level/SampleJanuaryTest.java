package dev.bellwether.watch.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Fact;
import dev.bellwether.fact.Fact.LevelMet.Stage;
import dev.bellwether.fact.Instrument;
import dev.bellwether.fact.WatchedLevel.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled month, four prices a day, with the bundled press. */
class SampleJanuaryTest {
    private static final LocalDate SECOND = LocalDate.parse("2026-01-02");
    private static final LocalDate TWELFTH = LocalDate.parse("2026-01-12");
    private static final Function<String, Optional<Instrument>> INSTRUMENTS = SampleMonth.INSTRUMENTS::find;

    private static List<Fact.LevelMet> played(String symbol) {
        return new SampleMonth(
                        symbol,
                        clock -> new Breakouts(
                                INSTRUMENTS,
                                SampleMonth.press(),
                                MemberLevels.inMemory(),
                                LevelStates.inMemory(),
                                BreakRules.defaults(),
                                clock))
                .play("2025-12-31", "2026-01-30")
                .told;
    }

    private static List<Fact.LevelMet> of(List<Fact.LevelMet> facts, Stage stage) {
        return facts.stream().filter(fact -> fact.stage() == stage).toList();
    }

    @Test
    void the_two_hundred_day_average_is_broken_on_january_second_and_confirmed_with_more_than_double_volume() {
        List<Fact.LevelMet> facts = played("BABA").stream()
                .filter(fact -> fact.level().kind() == Kind.SMA_200 && fact.stage() != Stage.NEAR)
                .toList();
        assertThat(facts).extracting(Fact.LevelMet::stage).containsExactly(Stage.BROKEN, Stage.CONFIRMED);
        Fact.LevelMet broken = facts.getFirst();
        assertThat(broken.key()).isEqualTo("level:BABA:sma-200:2026-01-02:broken");
        assertThat(broken.upward()).isTrue();
        assertThat(broken.level().price()).isCloseTo(144, within(0.5));
        Fact.LevelMet confirmed = facts.getLast();
        assertThat(confirmed.first()).isEqualTo(broken.key());
        assertThat(confirmed.trial()).isNotNull().satisfies(trial -> {
            assertThat(trial.day()).isEqualTo(SECOND);
            assertThat(trial.volume()).isGreaterThan(2);
        });
    }

    @Test
    void the_zone_at_a_hundred_and_fifty_five_is_broken_by_a_gap_on_the_twelfth_and_confirmed_the_day_after() {
        List<Fact.LevelMet> facts = played("BABA").stream()
                .filter(fact -> Math.abs(fact.level().price() - 155) < 1 && fact.stage() != Stage.NEAR)
                .toList();
        assertThat(facts).extracting(Fact.LevelMet::stage).containsExactly(Stage.BROKEN, Stage.CONFIRMED);
        Fact.LevelMet broken = facts.getFirst();
        assertThat(broken.gap()).isTrue();
        assertThat(broken.trial()).isEqualTo(new Fact.LevelMet.Trial(TWELFTH, 0, null));
        assertThat(broken.before())
                .isNotNull()
                .satisfies(before -> assertThat(before.all()).isNotEmpty());
        Fact.LevelMet confirmed = facts.getLast();
        assertThat(confirmed.first()).isEqualTo(broken.key());
        assertThat(confirmed.trial())
                .isNotNull()
                .satisfies(trial -> assertThat(trial.volume()).isGreaterThan(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BABA", "9988.HK", "AHLA.DE", "BIDU", "JD", "PDD"})
    void each_break_is_told_once_with_one_reply_at_most_and_a_month_brings_a_dozen_at_most(String symbol) {
        List<Fact.LevelMet> facts = played(symbol);
        assertThat(facts).extracting(Fact::key).doesNotHaveDuplicates();
        List<Fact.LevelMet> broken = of(facts, Stage.BROKEN);
        assertThat(broken).hasSizeBetween(1, 12);
        List<String> replied = facts.stream()
                .filter(fact -> fact.stage() == Stage.CONFIRMED || fact.stage() == Stage.FAILED)
                .map(Fact.LevelMet::first)
                .toList();
        assertThat(replied).doesNotHaveDuplicates();
        assertThat(broken.stream().map(Fact::key).toList()).containsAll(replied);
        assertThat(facts).allSatisfy(fact -> assertThat(fact.source().sample()).isTrue());
    }

    @Test
    void every_confirmed_break_goes_beyond_its_level_and_every_failed_one_comes_back() {
        for (String symbol : List.of("BABA", "BIDU", "JD", "PDD")) {
            for (Fact.LevelMet fact : played(symbol)) {
                boolean beyond = fact.upward() == (fact.price() > fact.level().price());
                switch (fact.stage()) {
                    case BROKEN, CONFIRMED -> assertThat(beyond).as(fact.key()).isTrue();
                    case FAILED -> assertThat(beyond).as(fact.key()).isFalse();
                    case NEAR -> {}
                }
            }
        }
    }
}
