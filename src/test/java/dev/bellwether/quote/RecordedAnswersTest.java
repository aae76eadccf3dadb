package dev.bellwether.quote;

import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.found;
import static dev.bellwether.quote.Some.listing;
import static dev.bellwether.quote.Some.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.fact.Tick;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An extra check against real answers of the services, which are kept outside of the project. */
class RecordedAnswersTest {
    private static final Path RECORDED =
            Path.of(System.getProperty("bellwether.shared", "../shared")).resolve("recorded");
    private static final Listing APPLE = listing("AAPL", Exchange.NASDAQ);
    private static final Listing GAMESTOP = listing("GS2C.DE", Exchange.XETRA);

    @BeforeEach
    void recordings() {
        assumeTrue(Files.isDirectory(RECORDED), "the folder with recorded answers is not beside the project");
    }

    private static String read(String file) throws IOException {
        return Files.readString(RECORDED.resolve(file));
    }

    private static YahooSource yahoo(String file) throws IOException {
        return new YahooSource(
                new MemoryWeb().page("chart", read("quotes/yahoo/" + file)), URI.create("https://y.example"));
    }

    private static History apple(String file, String now) throws IOException {
        return found(yahoo(file).history(APPLE, day("2025-01-01"), day("2025-12-31"), Instant.parse(now)));
    }

    @Test
    void half_a_year_of_apple_is_read_whole_and_has_no_split() throws IOException {
        History history = apple("history_chart_AAPL.json", "2025-10-29T21:00:00Z");

        assertThat(history.bars()).hasSize(127);
        assertThat(history.flags()).isEmpty();
        Bar last = history.bars().getLast();
        assertThat(last.date()).isEqualTo(day("2025-10-29"));
        assertThat(last.close()).isEqualTo(269.7);
    }

    @Test
    void the_running_day_of_apple_is_no_bar() throws IOException {
        String file = "variants/history_chart_AAPL__2025-04-28_2025-10-28_live-bar.json";
        Instant now = Instant.ofEpochSecond(1_761_670_110);

        assertThat(apple(file, now.toString()).bars().getLast().date()).isEqualTo(day("2025-10-27"));
        Tick tick = found(yahoo(file).latest(APPLE, now));
        assertThat(tick.price()).isEqualTo(269.22);
        assertThat(tick.provenance().asOf()).isEqualTo(Instant.ofEpochSecond(1_761_670_102));
    }

    @Test
    void days_without_a_price_and_the_running_day_leave_two_bars_of_five() throws IOException {
        YahooSource source = yahoo("variants/history_chart_GS2C.DE__2025-09-25_2025-10-01_nulls.json");
        Instant noon = Instant.ofEpochSecond(1_759_321_976 + 900);

        History history = found(source.history(GAMESTOP, day("2025-09-01"), day("2025-10-01"), noon));

        assertThat(history.bars()).extracting(Bar::close).containsExactly(22.39, 22.695);
        assertThat(history.flags()).isEmpty();
    }

    @Test
    void new_york_closes_at_ten_in_warsaw() throws IOException {
        MemoryWeb web = new MemoryWeb().page("/q/l/", read("quotes/stooq/quote_NVR.US_2021-12-31.csv"));

        Tick tick = found(new StooqSource(web, URI.create("https://s.example"))
                .latest(listing("NVR", Exchange.NYSE), Instant.parse("2022-01-01T00:00:00Z")));

        assertThat(tick.price()).isEqualTo(5908.87);
        assertThat(tick.provenance().asOf()).isEqualTo(Instant.parse("2021-12-31T21:00:37Z"));
    }

    @Test
    void a_wrong_symbol_is_unknown_to_stooq() throws IOException {
        MemoryWeb web = new MemoryWeb().page("/q/l/", read("quotes/stooq/quote_unknown_symbol_ND.csv"));

        assertThat(none(new StooqSource(web, URI.create("https://s.example"))
                                .latest(listing("APPL", Exchange.NASDAQ), Instant.parse("2026-01-01T00:00:00Z")))
                        .cause())
                .isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
    }

    @Test
    void the_banks_rates_of_a_day_in_2015_are_read() throws IOException, NotPricesException {
        RateTable table =
                EcbFile.parse(Files.readAllBytes(RECORDED.resolve("quotes/ecb/eurofxref-daily_2015-11-17.xml")));
        EcbRates rates = new EcbRates(
                new MemoryWeb().page("daily", read("quotes/ecb/eurofxref-daily_2015-11-17.xml")),
                URI.create("https://bank.example/"),
                new TestClock("2015-11-17T20:00:00Z"));

        assertThat(table.isEmpty()).isFalse();
        assertThat(rates.rate("EUR", "HKD", Instant.parse("2015-11-17T20:00:00Z"))
                        .orElseThrow()
                        .value())
                .isEqualTo(8.27);
    }

    @Test
    void a_real_year_of_bars_is_read_from_a_csv_file() throws IOException, NotPricesException {
        CsvBars csv = CsvBars.parse(read("bars/AAPL-PT1D-20130102_20131231.csv"));
        BarCheck.Result checked = BarCheck.check(csv.bars());

        assertThat(csv.flags()).isEmpty();
        assertThat(checked.flags()).isEmpty();
        assertThat(checked.bars()).hasSize(252);
        assertThat(checked.bars().getFirst().close()).isEqualTo(549.03);
    }
}
