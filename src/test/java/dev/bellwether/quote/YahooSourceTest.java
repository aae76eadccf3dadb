package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.GERMAN;
import static dev.bellwether.quote.Some.HONG_KONG;
import static dev.bellwether.quote.Some.bar;
import static dev.bellwether.quote.Some.coded;
import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.found;
import static dev.bellwether.quote.Some.listing;
import static dev.bellwether.quote.Some.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import dev.bellwether.talk.English;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YahooSourceTest {
    /** 2026-01-07 09:30 and 16:00 in New York, in seconds. */
    private static final long OPENING = 1_767_796_200L;

    private static final long CLOSING = OPENING + 23_400;
    private static final long DAY = 86_400;
    private static final Instant NOON = Instant.ofEpochSecond(OPENING + 9_000);
    private static final Instant EVENING = Instant.ofEpochSecond(CLOSING + 7_200);

    private final MemoryWeb web = new MemoryWeb();
    private final YahooSource source = new YahooSource(web, URI.create("https://yahoo.example"));

    private static YahooAnswer newYork() {
        return new YahooAnswer()
                .meta("currency", "\"USD\"")
                .meta("exchangeTimezoneName", "\"America/New_York\"")
                .meta("priceHint", "2")
                .session(OPENING, CLOSING)
                .bar(OPENING - 2 * DAY, "150.5", "153.0", "149.25", "152.75", "1000")
                .bar(OPENING - DAY, "152.80999755859375", "155.1999969482422", "152.0", "154.3000030517578", "2000");
    }

    private static YahooAnswer runningDay(long lastTrade) {
        return newYork()
                .meta("regularMarketPrice", "156.12")
                .meta("regularMarketTime", Long.toString(lastTrade))
                .bar(lastTrade, "154.5", "157.0", "154.0", "156.1199951171875", "700");
    }

    private Priced<History> history(Listing listing, Instant now) {
        return source.history(listing, day("2026-01-01"), day("2026-01-31"), now);
    }

    @Test
    void bars_are_read_with_the_day_of_the_exchange_and_without_float_noise() {
        web.page("/v8/finance/chart/BABA?", newYork().json());

        History history = found(history(BABA, EVENING));

        assertThat(history.bars())
                .containsExactly(
                        bar("2026-01-05", 150.5, 153, 149.25, 152.75, 1000),
                        bar("2026-01-06", 152.81, 155.2, 152, 154.3, 2000));
        assertThat(history.currency()).isEqualTo("USD");
        assertThat(history.provenance().link()).isEqualTo(URI.create("https://finance.yahoo.com/quote/BABA"));
        assertThat(history.provenance().asOf()).isEqualTo(Instant.ofEpochSecond(CLOSING - DAY));
    }

    @Test
    void the_days_asked_for_stand_in_the_address() {
        web.page("/v8/", newYork().json());
        found(source.history(BABA, day("2026-01-05"), day("2026-01-06"), EVENING));

        assertThat(web.asked().getFirst().toString())
                .isEqualTo("https://yahoo.example/v8/finance/chart/BABA?period1=1767589200&period2=1767762000"
                        + "&interval=1d&events=div%2Csplits");
    }

    @Test
    void a_day_with_null_prices_is_a_day_without_a_bar() {
        web.page(
                "/v8/",
                newYork().bar(OPENING, "null", "null", "null", "null", "null").json());

        History history = found(history(BABA, EVENING));

        assertThat(history.bars()).extracting(Bar::date).containsExactly(day("2026-01-05"), day("2026-01-06"));
        assertThat(history.flags()).isEmpty();
    }

    @Test
    void a_null_volume_is_not_a_volume_of_zero() {
        web.page(
                "/v8/",
                newYork().bar(OPENING, "154", "157", "153", "155", "null").json());

        assertThat(found(history(BABA, EVENING)).bars().getLast().hasVolume()).isFalse();
    }

    @Test
    void the_running_day_is_a_price_and_no_bar() {
        web.page("/v8/", runningDay(NOON.getEpochSecond() - 60).json());

        assertThat(found(history(BABA, NOON)).bars().getLast().date()).isEqualTo(day("2026-01-06"));
        Tick tick = found(source.latest(BABA, NOON));
        assertThat(tick.price()).isEqualTo(156.12);
        assertThat(tick.provenance().asOf()).isEqualTo(NOON.minusSeconds(60));
        assertThat(tick.provenance().delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void the_day_is_a_bar_once_the_closing_auction_is_in() {
        web.page("/v8/", runningDay(CLOSING + 1).json());

        Bar last =
                found(history(BABA, Instant.ofEpochSecond(CLOSING + 5))).bars().getLast();
        assertThat(last).isEqualTo(bar("2026-01-07", 154.5, 157, 154, 156.12, 700));
    }

    @Test
    void a_share_that_seldom_trades_gets_its_bar_half_an_hour_after_the_close() {
        web.page("/v8/", runningDay(CLOSING - 3_600).json());

        assertThat(found(history(BABA, Instant.ofEpochSecond(CLOSING + 60))).bars())
                .hasSize(2);
        assertThat(found(history(BABA, Instant.ofEpochSecond(CLOSING + 1_800))).bars())
                .hasSize(3);
    }

    @Test
    void a_half_day_ends_when_yahoo_says_so() {
        long early = CLOSING - 3 * 3_600;
        YahooAnswer half = new YahooAnswer()
                .meta("currency", "\"USD\"")
                .session(OPENING, early)
                .meta("regularMarketPrice", "156.12")
                .meta("regularMarketTime", Long.toString(early + 1))
                .bar(early + 1, "154.5", "157.0", "154.0", "156.12", "700");
        web.page("/v8/", half.json());

        assertThat(found(history(BABA, Instant.ofEpochSecond(early + 60))).bars())
                .hasSize(1);
        assertThat(none(history(BABA, Instant.ofEpochSecond(early - 60))).cause())
                .isEqualTo(Priced.Cause.NO_DATA);
    }

    @Test
    void a_question_about_the_past_gets_the_close_of_then_and_not_the_price_of_now() {
        web.page("/v8/", runningDay(CLOSING + 1).json());

        Tick tick = found(source.latest(BABA, Instant.ofEpochSecond(CLOSING - DAY + 60)));

        assertThat(tick.price()).isEqualTo(154.3);
        assertThat(tick.provenance().asOf()).isEqualTo(Instant.ofEpochSecond(CLOSING - DAY));
    }

    @Test
    void without_a_price_of_its_own_the_last_close_is_the_latest_price() {
        web.page("/v8/", newYork().json());

        assertThat(found(source.latest(BABA, EVENING)).price()).isEqualTo(154.3);
    }

    @Test
    void prices_abroad_are_a_quarter_of_an_hour_late_until_the_close_unless_the_answer_says_otherwise() {
        long trade = Instant.parse("2026-01-07T10:00:00Z").getEpochSecond();
        YahooAnswer berlin = new YahooAnswer()
                .meta("currency", "\"EUR\"")
                .meta("regularMarketPrice", "133.2")
                .meta("regularMarketTime", Long.toString(trade));
        Instant now = Instant.ofEpochSecond(trade + 900);
        web.page("/v8/", berlin.json());
        assertThat(found(source.latest(GERMAN, now)).provenance().delay()).isEqualTo(Duration.ofMinutes(15));

        web.page("/v8/", berlin.meta("exchangeDataDelayedBy", "20").json());
        assertThat(found(source.latest(GERMAN, now)).provenance().delay()).isEqualTo(Duration.ofMinutes(20));
        long closing = Instant.parse("2026-01-07T16:35:44Z").getEpochSecond();
        web.page(
                "/v8/",
                new YahooAnswer()
                        .meta("currency", "\"EUR\"")
                        .meta("regularMarketPrice", "133.2")
                        .meta("regularMarketTime", Long.toString(closing))
                        .json());
        assertThat(found(source.latest(GERMAN, EVENING)).provenance().delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void pence_are_pence() {
        Listing london = listing("VOD.L", Exchange.LSE);
        web.page(
                "/v8/",
                new YahooAnswer()
                        .meta("currency", "\"GBp\"")
                        .bar(OPENING - DAY, "71", "72", "70", "71.5", "5")
                        .json());

        assertThat(found(history(london, EVENING)).currency()).isEqualTo("GBX");
    }

    @Test
    void prices_in_another_currency_than_configured_are_refused_with_what_to_correct() {
        web.page("/v8/", newYork().json());

        var answer = none(history(HONG_KONG, EVENING));

        assertThat(answer.cause()).isEqualTo(Priced.Cause.UNREADABLE);
        assertThat(English.of(answer.message())).contains("Yahoo", "9988.HK", "USD", "HKD", "correct");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"chart\":{\"result\":null,\"error\":null}}",
                "{\"chart\":{\"result\":[],\"error\":null}}",
                "{\"chart\":{\"result\":null,\"error\":{\"code\":\"Not Found\",\"description\":\"No data found\"}}}"
            })
    void a_symbol_answered_with_nothing_is_unknown(String body) {
        web.page("/v8/", body);

        assertThat(none(history(BABA, EVENING)).cause()).isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
        assertThat(English.of(none(source.latest(BABA, EVENING)).message()))
                .contains("Yahoo")
                .contains("BABA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html>consent</html>",
                "",
                "{\"chart\":",
                "[]",
                "{}",
                "42",
                "Too Many Requests",
                "{\"chart\":{\"error\":{\"code\":\"Bad Request\"},\"result\":null}}"
            })
    void anything_but_a_chart_is_unreadable(String body) {
        web.page("/v8/", body);

        var answer = none(history(BABA, EVENING));
        assertThat(answer.cause()).isEqualTo(Priced.Cause.UNREADABLE);
        assertThat(English.of(answer.message()))
                .contains("Yahoo")
                .contains("BABA")
                .endsWith(".");
    }

    @Test
    void a_chart_without_a_bar_has_no_data() {
        web.page("/v8/", new YahooAnswer().meta("currency", "\"USD\"").json());

        assertThat(none(history(BABA, EVENING)).cause()).isEqualTo(Priced.Cause.NO_DATA);
        assertThat(none(source.latest(BABA, EVENING)).cause()).isEqualTo(Priced.Cause.NO_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"chart\":{\"result\":[{\"meta\":{\"exchangeTimezoneName\":\"Mars/Olympus\"},\"timestamp\":[\"x\",null,1e99],"
                        + "\"indicators\":{\"quote\":[{}]}}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{},\"timestamp\":{\"a\":1},\"indicators\":[]}]}}",
                "{\"chart\":{\"result\":[{\"meta\":{},\"timestamp\":[1767700000],\"indicators\":{\"quote\":[{\"close\":[\"12\"]}]}}]}}"
            })
    void a_chart_with_odd_parts_has_no_data_rather_than_wrong_ones(String body) {
        web.page("/v8/", body);

        assertThat(none(history(BABA, EVENING)).cause()).isEqualTo(Priced.Cause.NO_DATA);
    }

    @ParameterizedTest
    @CsvSource({"BRK.B, BRK-B", "^GSPC, %5EGSPC", "a/../b, a%2F--%2Fb"})
    void a_symbol_is_written_as_yahoo_writes_it(String symbol, String inAddress) {
        web.page("/v8/", newYork().json());
        found(history(listing(symbol, Exchange.NYSE), EVENING));

        assertThat(web.asked().getFirst().getRawPath()).endsWith("/chart/" + inAddress);
    }

    @Test
    void a_configured_code_is_taken_as_it_is() {
        web.page("/v8/", newYork().json());
        found(history(coded("BRK.B", Exchange.NYSE, "yahoo", "BRK.B"), EVENING));

        assertThat(web.asked().getFirst().getPath()).endsWith("/chart/BRK.B");
    }

    @ParameterizedTest
    @CsvSource({
        "268.80999755859375, 268.81",
        "19.947999954223633, 19.948",
        "536.7286987304688, 536.7287",
        "156.12, 156.12",
        "0.1234567, 0.1235",
        "41234.6015625, 41234.6"
    })
    void float_noise_goes_and_real_decimals_stay(double given, double meant) {
        assertThat(YahooChart.withoutNoise(given, 4)).isEqualTo(meant);
    }
}
