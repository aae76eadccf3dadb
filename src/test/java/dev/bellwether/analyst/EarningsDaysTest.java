package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days on which companies report. */
class EarningsDaysTest {
    private static final Instrument BABA = SampleDesk.at("2026-01-15T08:00:00Z").instrument("BABA");

    private static List<EarningsDays.Expected> ahead(MemoryFacts facts, String at) {
        return new EarningsDays(facts).ahead(BABA, Instant.parse(at));
    }

    @Test
    void two_dates_are_both_told_soonest_first_and_one_is_confirmed() {
        MemoryFacts facts = new MemoryFacts()
                .earnings("BABA", "2026-02-24", "2026-01-14T09:00:00Z", "blog")
                .earnings("BABA", "2026-02-19", "2026-01-13T17:10:00Z", "wire", "ticker", "wire");
        List<EarningsDays.Expected> ahead = ahead(facts, "2026-01-15T08:00:00Z");
        assertThat(ahead)
                .extracting(EarningsDays.Expected::day)
                .containsExactly(LocalDate.parse("2026-02-19"), LocalDate.parse("2026-02-24"));
        assertThat(ahead).extracting(EarningsDays.Expected::confirmed).containsExactly(true, false);
        assertThat(ahead).extracting(EarningsDays.Expected::daysAhead).containsExactly(35L, 40L);
        assertThat(ahead.getFirst().mentions()).hasSize(2);
    }

    @Test
    void past_days_are_dropped_by_the_calendar_of_the_exchange() {
        MemoryFacts facts = new MemoryFacts().earnings("BABA", "2026-02-19", "2026-01-13T17:10:00Z", "wire");
        assertThat(ahead(facts, "2026-02-20T04:59:00Z"))
                .singleElement()
                .extracting(EarningsDays.Expected::daysAhead)
                .isEqualTo(0L);
        assertThat(ahead(facts, "2026-02-20T05:00:00Z")).isEmpty();
    }

    @Test
    void what_was_not_known_yet_is_not_told() {
        MemoryFacts facts = new MemoryFacts().earnings("BABA", "2026-02-19", "2026-01-13T17:10:00Z", "wire");
        assertThat(ahead(facts, "2026-01-13T17:00:00Z")).isEmpty();
    }
}
