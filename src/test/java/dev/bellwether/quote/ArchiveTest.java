package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.calm;
import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.found;
import static dev.bellwether.quote.Some.none;
import static dev.bellwether.quote.Some.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final LocalDate FROM = day("2025-01-02");
    private static final List<Bar> YEAR = weekdays("2026-01-09", 300, i -> 80 + i * 0.1);

    private final TestClock clock = new TestClock("2026-01-09T22:00:00Z");
    private final BarStore store = BarStore.inMemory();
    private final Archive archive = new Archive(store, clock);
    private final FakeSource source = new FakeSource("first").bars(YEAR);

    private Priced<History> ask() {
        return archive.history(source, BABA, FROM, clock.instant());
    }

    private static List<Bar> longer(String last, double factor) {
        List<Bar> bars = new ArrayList<>(YEAR);
        day("2026-01-12")
                .datesUntil(day(last).plusDays(1))
                .filter(date -> date.getDayOfWeek().getValue() < 6)
                .forEach(date -> bars.add(calm(date, 110, 1_000_000)));
        return bars.stream()
                .map(bar -> calm(bar.date(), bar.close() * factor, bar.volume()))
                .toList();
    }

    @Test
    void at_first_everything_is_asked_for_and_kept() {
        History history = found(ask());

        assertThat(source.histories()).extracting(FakeSource.Asked::from).containsExactly(FROM);
        assertThat(store.bars("BABA", "first", FROM, day("2026-01-09"))).isEqualTo(history.bars());
        assertThat(store.newestSource("BABA")).contains("first");
    }

    @Test
    void later_only_the_missing_days_and_ten_more_are_asked_for() {
        ask();
        clock.moveTo("2026-01-14T22:00:00Z");
        source.bars(longer("2026-01-14", 1));

        History history = found(ask());

        assertThat(source.histories().getLast().from()).isEqualTo(day("2025-12-30"));
        assertThat(source.histories()).hasSize(2);
        assertThat(history.bars().getFirst().date()).isEqualTo(FROM);
        assertThat(history.bars().getLast().date()).isEqualTo(day("2026-01-14"));
        assertThat(history.bars()).isEqualTo(store.bars("BABA", "first", FROM, day("2026-01-14")));
        assertThat(history.stored()).isFalse();
    }

    @Test
    void when_the_source_has_adjusted_its_past_everything_is_asked_for_again() {
        ask();
        clock.moveTo("2026-01-14T22:00:00Z");
        source.bars(longer("2026-01-14", 0.125));

        History history = found(ask());

        assertThat(source.histories().getLast().from()).isEqualTo(FROM);
        assertThat(history.splits()).isEmpty();
        assertThat(history.bars().getFirst().close()).isLessThan(20);
        assertThat(store.bars("BABA", "first", FROM, day("2026-01-14"))).isEqualTo(history.bars());
    }

    @Test
    void a_split_the_source_has_not_adjusted_for_is_seen_across_old_and_new_bars() {
        ask();
        clock.moveTo("2026-01-12T22:00:00Z");
        List<Bar> bars = new ArrayList<>(YEAR);
        bars.add(calm(day("2026-01-12"), YEAR.getLast().close() / 4, 4_000_000));
        source.bars(bars);

        History history = found(ask());

        assertThat(history.splits()).containsExactly(new SplitSuspect(day("2026-01-12"), 4));
        assertThat(history.flags()).hasSize(1);
    }

    @Test
    void a_hole_in_what_is_kept_is_filled() {
        List<Bar> holed = YEAR.stream()
                .filter(bar ->
                        bar.date().isBefore(day("2025-05-01")) || bar.date().isAfter(day("2025-07-01")))
                .toList();
        store.save("BABA", "first", holed, clock.instant());

        assertThat(found(ask()).bars()).anyMatch(bar -> bar.date().equals(day("2025-06-02")));
        assertThat(source.histories()).extracting(FakeSource.Asked::from).containsExactly(FROM);
    }

    @Test
    void when_the_new_days_can_not_be_had_the_failure_is_the_answer() {
        ask();
        source.failing(Priced.Cause.SERVER_ERROR, null);

        assertThat(none(ask()).cause()).isEqualTo(Priced.Cause.SERVER_ERROR);
    }

    @Test
    void two_sources_never_meet_in_one_history() {
        ask();
        FakeSource other = new FakeSource("second").bars(longer("2026-01-14", 2));
        clock.moveTo("2026-01-14T22:00:00Z");

        History history = found(archive.history(other, BABA, FROM, clock.instant()));

        assertThat(other.histories()).extracting(FakeSource.Asked::from).containsExactly(FROM);
        assertThat(history.bars()).allMatch(bar -> bar.close() > 150);
    }

    @Test
    void kept_bars_come_from_the_source_that_answered_last() {
        FakeSource other = new FakeSource("second").bars(longer("2026-01-14", 2));
        ask();
        clock.moveTo("2026-01-09T23:00:00Z");
        archive.history(other, BABA, FROM, clock.instant());

        Optional<History> stored = archive.stored(List.of(source, other), BABA, FROM, clock.instant());

        assertThat(stored).hasValueSatisfying(history -> {
            assertThat(history.provenance().source()).isEqualTo("second");
            assertThat(history.stored()).isTrue();
        });
    }

    @Test
    void a_store_that_fails_costs_no_answer() {
        Archive unlucky = new Archive(new BrokenStore(), clock);

        assertThat(found(unlucky.history(source, BABA, FROM, clock.instant())).bars())
                .isNotEmpty();
        assertThat(unlucky.stored(List.of(source), BABA, FROM, clock.instant())).isEmpty();
    }

    /** A store whose database is damaged. */
    private static final class BrokenStore implements BarStore {
        @Override
        public void save(String listing, String source, List<Bar> bars, Instant fetched) {
            throw new IllegalStateException("damaged");
        }

        @Override
        public List<Bar> bars(String listing, String source, LocalDate from, LocalDate to) {
            throw new IllegalStateException("damaged");
        }

        @Override
        public Optional<String> newestSource(String listing) {
            throw new IllegalStateException("damaged");
        }
    }

    @Test
    void the_store_in_memory_replaces_a_day_and_gives_only_the_days_asked_for() {
        store.save(
                "BABA", "first", List.of(calm(day("2026-01-06"), 2, 1), calm(day("2026-01-05"), 1, 1)), Instant.EPOCH);
        store.save("BABA", "first", List.of(calm(day("2026-01-06"), 3, 1)), Instant.EPOCH);

        assertThat(store.bars("BABA", "first", day("2026-01-05"), day("2026-01-09")))
                .extracting(Bar::close)
                .containsExactly(1.0, 3.0);
        assertThat(store.bars("BABA", "first", day("2026-01-06"), day("2026-01-06")))
                .hasSize(1);
        assertThat(store.bars("BABA", "first", day("2026-01-09"), day("2026-01-01")))
                .isEmpty();
        assertThat(store.bars("BABA", "other", day("2026-01-01"), day("2026-01-09")))
                .isEmpty();
        assertThat(store.newestSource("PDD")).isEmpty();
    }
}
