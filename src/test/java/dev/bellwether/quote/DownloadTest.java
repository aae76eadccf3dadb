package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.net.Fetched;
import dev.bellwether.talk.English;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DownloadTest {
    private static final Instant NOW = Instant.parse("2026-01-07T22:00:00Z");

    static Stream<Arguments> everyFailure() {
        return Stream.of(
                Arguments.of(Fetched.Cause.DENIED, 401, Priced.Cause.DENIED, "(status 401)"),
                Arguments.of(Fetched.Cause.DENIED, 403, Priced.Cause.DENIED, "(status 403)"),
                Arguments.of(Fetched.Cause.NOT_FOUND, 404, Priced.Cause.UNKNOWN_SYMBOL, "does not know BABA"),
                Arguments.of(Fetched.Cause.RATE_LIMITED, 429, Priced.Cause.RATE_LIMITED, "too often"),
                Arguments.of(Fetched.Cause.SERVER_ERROR, 503, Priced.Cause.SERVER_ERROR, "(status 503)"),
                Arguments.of(Fetched.Cause.TIMED_OUT, 0, Priced.Cause.UNREACHABLE, "too slow"),
                Arguments.of(Fetched.Cause.UNREACHABLE, 0, Priced.Cause.UNREACHABLE, "can't be reached"),
                Arguments.of(Fetched.Cause.REFUSED, 0, Priced.Cause.DENIED, "refuses"),
                Arguments.of(Fetched.Cause.TOO_LARGE, 200, Priced.Cause.UNREADABLE, "unexpected"),
                Arguments.of(Fetched.Cause.REDIRECTED_TOO_OFTEN, 302, Priced.Cause.UNREADABLE, "unexpected"),
                Arguments.of(Fetched.Cause.UNEXPECTED, 418, Priced.Cause.UNREADABLE, "(status 418)"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFailure")
    void each_failure_of_the_web_is_a_named_outcome_of_each_source(
            Fetched.Cause cause, int status, Priced.Cause named, String words) {
        Duration wait = Duration.ofSeconds(17);
        MemoryWeb web = new MemoryWeb().failure("example", cause, status, wait);
        URI base = URI.create("https://prices.example");

        for (PriceSource source : List.of(new YahooSource(web, base), new StooqSource(web, base))) {
            var answer = none(source.latest(BABA, NOW));
            assertThat(answer.cause()).isEqualTo(named);
            assertThat(answer.source()).isEqualTo(source.name());
            assertThat(English.of(answer.message()))
                    .startsWith(source.name().equals("yahoo") ? "Yahoo " : "Stooq ")
                    .contains("BABA", words)
                    .doesNotContain("example")
                    .endsWith(".");
            assertThat(none(source.history(BABA, Some.day("2026-01-01"), Some.day("2026-01-07"), NOW))
                            .cause())
                    .isEqualTo(named);
        }
    }

    @Test
    void no_failure_of_the_web_is_forgotten_in_the_list_above() {
        Set<Fetched.Cause> tested = EnumSet.noneOf(Fetched.Cause.class);
        everyFailure().forEach(arguments -> tested.add((Fetched.Cause) arguments.get()[0]));

        assertThat(tested).containsExactlyInAnyOrder(Fetched.Cause.values());
    }

    @Test
    void the_wait_that_the_other_side_asks_for_is_passed_on() {
        MemoryWeb web = new MemoryWeb().failure("example", Fetched.Cause.RATE_LIMITED, 429, Duration.ofSeconds(17));

        var answer = none(new YahooSource(web, URI.create("https://prices.example")).latest(BABA, NOW));

        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }
}
