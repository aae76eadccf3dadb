package dev.bellwether.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Tick;
import dev.bellwether.net.Fetched;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of the answers is that of Finnhub's manual; the numbers are made up. */
class FinnhubSourceTest {
    private static final Instant NOW = Instant.parse("2026-01-05T15:00:00Z");
    private static final String QUOTE = """
            {"c":156.5,"d":1.5,"dp":0.97,"h":157.2,"l":154.1,"o":155,"pc":155,"t":1767625140}
            """;

    private final MemoryWeb web = new MemoryWeb();
    private final FinnhubSource source = new FinnhubSource(web, URI.create("https://prices.example"), "se/cret");

    @Test
    void the_latest_price_has_its_moment_and_no_delay() {
        web.page("/quote", QUOTE);
        Tick tick = Some.found(source.latest(Some.BABA, NOW));
        assertThat(tick.price()).isEqualTo(156.5);
        assertThat(tick.currency()).isEqualTo("USD");
        assertThat(tick.provenance().source()).isEqualTo("Finnhub");
        assertThat(tick.provenance().asOf()).isEqualTo(Instant.ofEpochSecond(1767625140));
        assertThat(tick.provenance().delay()).isEqualTo(Duration.ZERO);
        assertThat(web.asked())
                .containsExactly(URI.create("https://prices.example/api/v1/quote?symbol=BABA&token=se%2Fcret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0} | UNKNOWN_SYMBOL",
                "{\"c\":-1,\"t\":1767625140} | UNREADABLE",
                "{\"c\":1,\"t\":1999999999} | NO_DATA",
                "{\"error\":\"Please use an API key.\"} | UNREADABLE",
                "{\"c\":\"1\",\"t\":1} | UNREADABLE",
                "[] | UNREADABLE",
                "nonsense | UNREADABLE",
                "<html> | UNREADABLE",
            })
    void what_is_no_price_is_told_apart_and_shows_no_key(String answer, Priced.Cause cause) {
        web.page("/quote", answer);
        Priced.Unavailable<Tick> none = Some.none(source.latest(Some.BABA, NOW));
        assertThat(none.cause()).isEqualTo(cause);
        assertThat(none.message().toString()).doesNotContain("cret");
    }

    @Test
    void other_exchanges_are_asked_about_only_where_the_settings_name_a_code() {
        web.page("/quote", QUOTE);
        assertThat(Some.none(source.latest(Some.HONG_KONG, NOW)).cause()).isEqualTo(Priced.Cause.NOT_OFFERED);
        assertThat(web.asked()).isEmpty();
        Some.found(source.latest(Some.coded("9988.HK", Some.HONG_KONG.exchange(), "finnhub", "HK:9988"), NOW));
        assertThat(web.asked().getFirst().toString()).contains("symbol=HK%3A9988");
    }

    @Test
    void bars_are_read_and_the_running_day_is_none_of_them() {
        web.page("/stock/candle", """
                {"s":"ok","t":[1767312000,1767571200],"o":[150,155],"h":[156,157.2],"l":[149,154.1],"c":[155,156.5],"v":[1000,900]}
                """);
        History history = Some.found(source.history(Some.BABA, Some.day("2026-01-01"), Some.day("2026-01-05"), NOW));
        assertThat(history.bars()).containsExactly(new Bar(Some.day("2026-01-02"), 150, 156, 149, 155, 1000));
    }

    @Test
    void bars_that_the_plan_does_not_include_are_no_trouble() {
        web.failure("/stock/candle", Fetched.Cause.DENIED, 403, null);
        assertThat(Some.none(source.history(Some.BABA, Some.day("2026-01-01"), Some.day("2026-01-05"), NOW))
                        .cause())
                .isEqualTo(Priced.Cause.NOT_OFFERED);
        web.page("/stock/candle", "{\"s\":\"no_data\"}");
    }
}
