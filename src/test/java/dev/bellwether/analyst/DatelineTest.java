package dev.bellwether.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a text says it was published. */
class DatelineTest {
    private static final Instant NOW = Instant.parse("2026-01-20T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14.01.2026 - 12:54:04The group shows strength.|2026-01-14T12:54:04Z",
                "14.01.2026, 12:54|2026-01-14T12:54:00Z",
                "2026-01-14T12:54:04Z|2026-01-14T12:54:04Z",
                "Published 2026-01-14 09:05 CET by the desk|2026-01-14T08:05:00Z",
                "January 14, 2026 at 4:05 pm ET - Shares rose|2026-01-14T21:05:00Z",
                "14. Januar 2026|2026-01-14T12:00:00Z",
                "New York, Jan. 14, 2026 - Shares of the company rose by a good deal more than others did on the day|2026-01-14T12:00:00Z",
                "14 January 2026|2026-01-14T12:00:00Z",
                "20.01.2026|2026-01-20T10:00:00Z"
            })
    void a_date_at_the_head_is_the_date_of_publication(String head, String moment) {
        assertThat(Dateline.of(head + "\nThe shares rose.", NOW)).contains(Instant.parse(moment));
    }

    @Test
    void it_may_stand_below_the_headline() {
        assertThat(Dateline.of("Shares rise again\n\nBy a reporter\n14.01.2026 - 12:54:04\nText.", NOW))
                .contains(Instant.parse("2026-01-14T12:54:04Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The shares rose.",
                "31.02.2026 - 12:00",
                "14.01.2026 - 25:99",
                "21.01.2026 - 12:00",
                "31.12.9999",
                "The 52-week high of €161.60 was set on October 2, 2025, and nobody expects it to come back any time soon.",
                "99999999999999999999.99.9999999999999999999"
            })
    void no_date_a_date_told_a_date_to_come_and_no_date_at_all_are_none(String text) {
        assertThat(Dateline.of(text, NOW)).isEmpty();
    }

    @Test
    void a_date_far_down_a_megabyte_is_not_looked_for() {
        assertThat(Dateline.of("x ".repeat(500_000) + "14.01.2026", NOW)).isEmpty();
    }
}
