package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.found;
import static dev.bellwether.quote.Some.listing;
import static dev.bellwether.quote.Some.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSourceTest {
    private final SampleSource source = new SampleSource("/quote-test/bars");

    @Test
    void sample_bars_are_marked_as_samples_wherever_they_go() {
        Instant now = Instant.parse("2026-01-05T22:00:00Z");
        History history = found(source.history(BABA, day("2025-01-01"), day("2026-01-05"), now));

        assertThat(history.bars()).extracting(Bar::close).containsExactly(151.25, 155.5);
        assertThat(history.provenance().sample()).isTrue();
        assertThat(history.provenance().source()).isEqualTo("Sample data");
        assertThat(found(source.latest(BABA, now)).provenance().sample()).isTrue();
        assertThat(source.closing(BABA, now).sample()).isTrue();
    }

    @Test
    void the_latest_sample_price_is_the_last_close_at_the_moment_asked_for() {
        assertThat(found(source.latest(BABA, Instant.parse("2026-01-05T20:59:59Z")))
                        .price())
                .isEqualTo(151.25);
        assertThat(found(source.latest(BABA, Instant.parse("2026-01-05T21:00:00Z")))
                        .price())
                .isEqualTo(155.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZ", "../rates", "BABA/", "..", "", "BABA.csv\u0000"})
    void what_is_not_bundled_is_unknown(String symbol) {
        var answer = none(source.latest(listing(symbol, Exchange.NYSE), Instant.parse("2026-01-06T22:00:00Z")));

        assertThat(answer.cause()).isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
    }
}
