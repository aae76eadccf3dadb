package dev.bellwether.quote;

import static dev.bellwether.quote.Some.BABA;
import static dev.bellwether.quote.Some.coded;
import static dev.bellwether.quote.Some.day;
import static dev.bellwether.quote.Some.found;
import static dev.bellwether.quote.Some.listing;
import static dev.bellwether.quote.Some.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.fact.Bar;
import dev.bellwether.fact.Exchange;
import dev.bellwether.fact.Listing;
import dev.bellwether.talk.English;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
    private static final Instant EVENING = Instant.parse("2026-01-07T22:00:00Z");
    private static final String BARS = """
            Date,Open,High,Low,Close,Volume
            2026-01-07,104,106,103,105,1000
            2026-01-06,103,105,102,104,1000
            2026-01-05,102,104,101,103,1000
            2026-01-02,101,103,100,102,1000
            """;

    @TempDir
    Path root;

    private Path folder = Path.of("unset");

    @BeforeEach
    void aFolderWithOneFile() throws IOException {
        folder = Files.createDirectory(root.resolve("bars"));
        Files.writeString(folder.resolve("BABA.csv"), BARS);
    }

    private Priced<History> history(Listing listing) {
        return new CsvSource(folder).history(listing, day("2025-01-01"), day("2026-01-31"), EVENING);
    }

    @Test
    void a_file_in_falling_order_becomes_a_rising_history_in_the_currency_of_the_listing() {
        History history = found(history(BABA));

        assertThat(history.bars()).extracting(Bar::close).containsExactly(102.0, 103.0, 104.0, 105.0);
        assertThat(history.currency()).isEqualTo("USD");
        assertThat(history.provenance().source()).isEqualTo("CSV");
        assertThat(history.provenance().link()).isNull();
        assertThat(history.provenance().asOf()).isEqualTo(Instant.parse("2026-01-07T21:00:00Z"));
        assertThat(history.stored()).isFalse();
    }

    @Test
    void only_the_days_asked_for_are_given() {
        Priced<History> answer = new CsvSource(folder).history(BABA, day("2026-01-05"), day("2026-01-06"), EVENING);

        assertThat(found(answer).bars()).extracting(Bar::date).containsExactly(day("2026-01-05"), day("2026-01-06"));
    }

    @Test
    void a_day_whose_session_is_not_over_is_left_out() {
        Instant noon = Instant.parse("2026-01-07T17:00:00Z");
        CsvSource source = new CsvSource(folder);

        assertThat(found(source.history(BABA, day("2026-01-01"), day("2026-01-31"), noon))
                        .bars())
                .hasSize(3);
        assertThat(found(source.latest(BABA, noon)).price()).isEqualTo(104);
    }

    @Test
    void the_latest_price_is_the_last_close() {
        var tick = found(new CsvSource(folder).latest(BABA, EVENING));

        assertThat(tick.price()).isEqualTo(105);
        assertThat(tick.provenance().asOf()).isEqualTo(Instant.parse("2026-01-07T21:00:00Z"));
        assertThat(tick.provenance().delay()).isEqualTo(Duration.ZERO);
    }

    @Test
    void the_file_is_found_in_any_case_and_the_exact_one_first() throws IOException {
        Files.writeString(folder.resolve("baba.CSV"), BARS.replace("105,1000", "105.5,1000"));

        assertThat(found(new CsvSource(folder).latest(BABA, EVENING)).price()).isEqualTo(105);
        Files.delete(folder.resolve("BABA.csv"));
        assertThat(found(new CsvSource(folder).latest(BABA, EVENING)).price()).isEqualTo(105.5);
    }

    @Test
    void the_configured_code_names_the_file() {
        assertThat(found(history(coded("ALIBABA", Exchange.NYSE, "csv", "baba")))
                        .listing())
                .isEqualTo("ALIBABA");
    }

    @Test
    void a_missing_file_is_an_unknown_symbol_and_the_message_says_which_file_to_put() {
        var answer = none(history(listing("ZZZZ", Exchange.NYSE)));

        assertThat(answer.cause()).isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
        assertThat(English.of(answer.message())).contains("ZZZZ.csv");
        assertThat(none(new CsvSource(folder).latest(listing("ZZZZ", Exchange.NYSE), EVENING))
                        .cause())
                .isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
    }

    @Test
    void a_missing_folder_says_what_to_set() {
        CsvSource source = new CsvSource(root.resolve("nowhere"));

        var answer = none(source.history(BABA, day("2025-01-01"), day("2026-01-31"), EVENING));

        assertThat(answer.cause()).isEqualTo(Priced.Cause.UNREADABLE);
        assertThat(English.of(answer.message())).contains("prices.csv.folder").contains("BABA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "..\\secret",
                "sub/../../secret",
                "/etc/passwd",
                "..",
                "",
                ".",
                "a\u0000b",
                "./BABA",
                "x/BABA"
            })
    void no_code_leads_out_of_the_folder(String code) throws IOException {
        Files.writeString(root.resolve("secret.csv"), BARS);

        assertThat(none(history(listing(code, Exchange.NYSE))).cause()).isEqualTo(Priced.Cause.UNKNOWN_SYMBOL);
    }

    @Test
    void a_file_that_is_no_table_or_a_folder_is_unreadable() throws IOException {
        Files.writeString(folder.resolve("HTML.csv"), "<html>Sorry</html>");
        Files.createDirectory(folder.resolve("DIR.csv"));

        var page = none(history(listing("HTML", Exchange.NYSE)));
        assertThat(page.cause()).isEqualTo(Priced.Cause.UNREADABLE);
        assertThat(English.of(page.message())).contains("CSV").contains("HTML").contains("a web page");
        assertThat(none(history(listing("DIR", Exchange.NYSE))).cause()).isEqualTo(Priced.Cause.UNREADABLE);
    }

    @Test
    void a_file_without_prices_in_the_time_asked_for_has_no_data() throws IOException {
        Files.writeString(folder.resolve("OLD.csv"), "Date,Close\n1999-01-04,5\n");

        assertThat(none(history(listing("OLD", Exchange.NYSE))).cause()).isEqualTo(Priced.Cause.NO_DATA);
    }

    @Test
    void broken_lines_are_counted_in_the_flags() throws IOException {
        Files.writeString(folder.resolve("BABA.csv"), BARS + "2026-01-0x,1,1,1,1,1\n");

        assertThat(English.of(found(history(BABA)).flags()))
                .containsExactly("1 line could not be read and was left out.");
    }
}
