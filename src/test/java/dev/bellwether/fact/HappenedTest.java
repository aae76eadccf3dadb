package dev.bellwether.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HappenedTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-24T20:12:00Z, 2026-11-24T05:50:00Z, 2026-11-24T05:50:00Z",
        "2026-11-24T20:12:00Z, 2026-11-24T20:12:00Z, 2026-11-24T20:12:00Z",
        "2026-11-24T20:12:00Z, 2026-11-24T20:12:30Z, 2026-11-24T20:12:00Z"
    })
    void what_a_source_told_late_happened_when_its_price_says(Instant known, Instant price, Instant happened) {
        Provenance source = new Provenance("CSV", price, Duration.ZERO, null, false);
        Fact.Seen fact = new Fact.AlertFired(
                "alert:1", "BABA", "9988.HK", known, 1, "9988.HK price > 150", 158.5, false, Duration.ZERO, source);
        assertThat(fact.happened()).isEqualTo(happened);
    }
}
