package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.bar;
import static dev.bellwether.quote.Some.coded;
import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.found;
import static dev.bellwether.quote.Some.listing;
import static dev.bellwether.quote.Some.none;
import static org.assertj.core.api.Assertions.assertThat;

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

class StooqSourceTest {
    private static final Instant EVENING = Instant.parse("2026-01-07T22:30:00Z");
    private static final String DAYS =
            "Date,Open,High,Low,Close,Volume\r\n2026-01-06,152,155,151,154.3,2000\r\n2026-01-07,154,157,153.5,156.1,1800\r\n";

    private final MemoryWeb web = new MemoryWeb();
    private final StooqSource source = new StooqSource(web, URI.create("https://stooq.example"));

    private Priced<History> history(Instant now) {
        return source.history(BABA, day("2026-01-01"), day("2026-01-07"), now);
    }

    private static String latest(String date, String time, String close) {
        return "Symbol,Date,Time,Open,High,Low,Close,Volume,Name\r\nBABA.US," + date + "," + time + ",154,157,153.5,"
                + close + ",1800,ALIBABA\r\n";
    }

    @Test
    void daily_bars_are_read() {
        web.page("/q/d/l/", DAYS);

        History history = found(history(EVENING));

        assertThat(history.bars())
                .containsExactly(
                        bar("2026-01-06", 152, 155, 151, 154.3, 2000), bar("2026-01-07", 154, 157, 153.5, 156.1, 1800));
        assertThat(history.provenance().source()).isEqualTo("Stooq");
        assertThat(web.asked().getFirst())
                .isEqualTo(URI.create("https://stooq.example/q/d/l/?s=baba.us&d1=20260101&d2=20260107&i=d"));
    }

    @Test
    void the_running_day_is_left_out_of_the_bars() {
        web.page("/q/d/l/", DAYS);

        assertThat(found(history(Instant.parse("2026-01-07T20:59:00Z"))).bars()).hasSize(1);
    }

    @Test
    void the_time_of_the_latest_price_is_that_of_warsaw() {
        web.page("/q/l/", latest("2026-01-07", "22:00:37", "5908.87"));

        Tick tick = found(source.latest(BABA, EVENING));

        assertThat(tick.price()).isEqualTo(5908.87);
        assertThat(tick.provenance().asOf()).isEqualTo(Instant.parse("2026-01-07T21:00:37Z"));
        assertThat(tick.provenance().delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void a_price_within_the_session_is_late() {
        web.page("/q/l/", latest("2026-01-07", "18:00:00", "155"));

        assertThat(found(source.latest(BABA, EVENING)).provenance().delay()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_price_without_a_time_is_that_of_the_close() {
        web.page("/q/l/", latest("2026-01-06", "N/D", "155"));

        assertThat(found(source.latest(BABA, EVENING)).provenance().asOf())
                .isEqualTo(Instant.parse("2026-01-06T21:00:00Z"));
    }

    @Test
    void a_question_about_the_past_gets_the_close_of_then() {
        web.page("/q/l/", latest("2026-01-07", "22:00:37", "156.1")).page("/q/d/l/", DAYS);

        Tick tick = found(source.latest(BABA, Instant.parse("2026-01-07T12:00:00Z")));

        assertThat(tick.price()).isEqualTo(154.3);
    }

    @Test
    void an_unknown_symbol_answered_with_200_is_still_unknown() {
        web.page("/q/l/", "Symbol,Date,Time,Open,High,Low,Close,Volume\r\nBABA.US,N/D,N/D,N/D,N/D,N/D,N/D,N/D\r\n");

        var answer = none(source.latest(BABA, EVENING));

        assertThat(answer.cause()).isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
        assertThat(English.of(answer.message())).contains("Stooq", "BABA");
    }

    @ParameterizedTest
    @CsvSource({
        "No data, NO_DATA",
        "Brak danych, NO_DATA",
        "Exceeded the daily hits limit, RATE_LIMITED",
        "Przekroczony dzienny limit wywołań, RATE_LIMITED",
        "'Get your apikey: open the page', DENIED",
        "<html><body>Sorry</body></html>, UNREADABLE",
        "'', UNREADABLE",
        "'Date,Open,High,Low,Close,Volume', NO_DATA",
        "something else, UNREADABLE"
    })
    void its_sentences_are_named_outcomes(String body, Priced.Cause cause) {
        web.page("/q/d/l/", body);

        var answer = none(history(EVENING));

        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(English.of(answer.message())).contains("Stooq", "BABA").endsWith(".");
        if (cause == Priced.Cause.RATE_LIMITED) {
            assertThat(answer.retryAfter()).isEqualTo(Duration.ofHours(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"someday", "2026-13-01"})
    void a_date_that_is_none_is_unreadable(String date) {
        web.page("/q/l/", latest(date, "22:00:37", "155"));

        assertThat(none(source.latest(BABA, EVENING)).cause()).isEqualTo(Priced.Cause.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc"})
    void a_price_that_is_none_is_unreadable(String price) {
        web.page("/q/l/", latest("2026-01-07", "22:00:37", price));

        assertThat(none(source.latest(BABA, EVENING)).cause()).isEqualTo(Priced.Cause.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "BABA, NYSE, baba.us",
        "BRK.B, NYSE, brk-b.us",
        "9988.HK, HKEX, 9988.hk",
        "AHLA.DE, XETRA, ahla.de",
        "VOD.L, LSE, vod.uk",
        "7203.T, TOKYO, 7203.jp",
        "IBI, NASDAQ, ibi.us",
        "KGH.WA, WARSAW, kgh.wa"
    })
    void symbols_are_written_as_stooq_writes_them(String symbol, Exchange exchange, String code) {
        assertThat(Codes.stooq(listing(symbol, exchange))).isEqualTo(code);
    }

    @Test
    void a_configured_code_is_taken_as_it_is() {
        Listing polish = coded("KGH.WA", Exchange.WARSAW, "stooq", "kgh");
        web.page("s=kgh&", latest("2026-01-07", "17:00:00", "155"));

        assertThat(found(source.latest(polish, EVENING)).listing()).isEqualTo("KGH.WA");
    }
}
