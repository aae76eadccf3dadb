package dev.bellwether.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final Pace pace = new Pace(new Random(1));

    private static Feed every(String interval) {
        return new Feed(URI.create("https://x.example/"), Duration.parse(interval), Set.of(), "en");
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, , PT15M",
        "PT15M, PT5M, PT15M",
        "PT15M, PT1H, PT1H",
        "PT15M, P30D, P1D",
        "P2D, P30D, P2D",
        "PT1S, , PT1M",
        "PT0S, PT0S, PT1M"
    })
    void after_a_success_the_longer_of_interval_and_freshness_counts(String every, Duration maxAge, Duration wait) {
        assertThat(pace.afterSuccess(every(every), maxAge)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, 1, PT15M",
        "PT15M, 2, PT30M",
        "PT15M, 3, PT1H",
        "PT15M, 6, PT6H",
        "PT15M, 2000000000, PT6H",
        "PT1S, 1, PT1M",
        "PT12H, 5, PT12H"
    })
    void after_failures_the_wait_doubles_up_to_six_hours_give_or_take_a_fifth(
            String every, int failures, Duration wait) {
        for (int i = 0; i < 50; i++) {
            assertThat(pace.afterFailure(every(every), failures, null))
                    .isBetween(
                            wait.multipliedBy(8).dividedBy(10),
                            wait.multipliedBy(12).dividedBy(10));
        }
    }

    @Test
    void feeds_that_failed_together_do_not_come_back_together() {
        assertThat(pace.afterFailure(every("PT15M"), 3, null)).isNotEqualTo(pace.afterFailure(every("PT15M"), 3, null));
    }

    @Test
    void it_is_never_sooner_than_the_other_side_asks_for_but_within_a_day() {
        assertThat(pace.afterFailure(every("PT15M"), 1, Duration.ofHours(9))).isEqualTo(Duration.ofHours(9));
        assertThat(pace.afterFailure(every("PT15M"), 1, Duration.ofDays(90))).isEqualTo(Duration.ofDays(1));
        assertThat(pace.afterFailure(every("PT15M"), 1, Duration.ZERO)).isGreaterThan(Duration.ofMinutes(11));
    }
}
