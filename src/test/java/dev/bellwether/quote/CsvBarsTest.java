package dev.bellwether.quote;

import static dev.bellwether.quote.Some.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.English;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBarsTest {
    private static final Bar FIRST = bar("2026-01-02", 150.1, 152.5, 149, 151.25, 12_000_000);
    private static final Bar SECOND = bar("2026-01-15", 151, 156, 150.5, 155.5, 9_500_000);

    static List<String> sameTwoBars() {
        return List.of(
                "Date,Open,High,Low,Close,Adj Close,Volume\n2026-01-02,150.1,152.5,149,151.25,140.9,12000000\n2026-01-15,151,156,150.5,155.5,141,9500000\n",
                "Date,Open,High,Low,Close,Volume\r\n2026-01-02,150.1,152.5,149,151.25,12000000\r\n2026-01-15,151,156,150.5,155.5,9500000\r\n",
                "date,open,high,low,close,volume\n2026-01-02,150.1,152.5,149,151.25,12000000\n2026-01-15,151,156,150.5,155.5,9500000",
                "VOLUME,CLOSE,LOW,HIGH,OPEN,DATE\n12000000,151.25,149,152.5,150.1,20260102\n9500000,155.5,150.5,156,151,20260115\n",
                "\uFEFFDate;Open;High;Low;Close;Volume\n02.01.2026;150,1;152,5;149;151,25;12.000.000\n15.01.2026;151,0;156;150,5;155,5;9.500.000\n",
                "sep=;\nDate;Open;High;Low;Close;Volume\n2026-01-02;150.1;152.5;149;151.25;12000000\n\n2026-01-15;151;156;150.5;155.5;9500000\n",
                "\"Date\",\"Close/Last\",\"Volume\",\"Open\",\"High\",\"Low\"\n\"01/02/2026\",\"$151.25\",\"12,000,000\",\"$150.10\",\"$152.50\",\"$149.00\"\n\"01/15/2026\",\"$155.50\",\"9,500,000\",\"$151.00\",\"$156.00\",\"$150.50\"\n",
                "Date\tOpen\tHigh\tLow\tClose\tVolume\n2026-01-02\t150.1\t152.5\t149\t151.25\t12000000\n2026-01-15\t151\t156\t150.5\t155.5\t9500000\n",
                "Date,Open,High,Low,Close,Volume,\n2/1/2026,150.1,152.5,149,151.25,12000000,\n15/1/2026,151,156,150.5,155.5,9500000.0,\n",
                "Date,Ticker,Open,High,Low,Close,Volume\n2026-01-02T00:00:00,X,150.1,152.5,149,151.25,1.2e7\n2026-01-15 00:00:00,X,151,156,150.5,155.5,9500000\n");
    }

    @ParameterizedTest
    @MethodSource("sameTwoBars")
    void the_same_bars_are_read_from_every_way_of_writing_them(String text) throws NotPricesException {
        CsvBars read = CsvBars.parse(text);

        assertThat(read.bars()).containsExactly(FIRST, SECOND);
        assertThat(read.flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void columns_are_found_in_any_order(long seed) throws NotPricesException {
        List<String> names = new ArrayList<>(List.of("Date", "Open", "High", "Low", "Close", "Adj Close", "Volume"));
        Collections.shuffle(names, new Random(seed));
        Map<String, String> row = Map.of(
                "Date",
                "2026-01-02",
                "Open",
                "150.1",
                "High",
                "152.5",
                "Low",
                "149",
                "Close",
                "151.25",
                "Adj Close",
                "99",
                "Volume",
                "12000000");
        String text =
                String.join(",", names) + "\n" + names.stream().map(row::get).collect(Collectors.joining(","));

        assertThat(CsvBars.parse(text).bars()).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "N/D", "n/a", "-", "NaN", "NULL"})
    void an_empty_cell_is_missing_and_not_zero(String empty) throws NotPricesException {
        String text = "Date,Open,High,Low,Close,Volume\n2026-01-02,%1$s,%1$s,%1$s,%1$s,%1$s\n".formatted(empty);

        CsvBars read = CsvBars.parse(text);

        assertThat(read.bars()).singleElement().satisfies(bar -> {
            assertThat(bar.close()).isNaN();
            assertThat(bar.open()).isNaN();
            assertThat(bar.hasVolume()).isFalse();
        });
        assertThat(read.flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-45,1,2,1,1,1",
                "yesterday,1,2,1,1,1",
                "2026-01-03,1,2,1",
                "2026-01-03,1,2,1,1,1,7,8",
                "2026-01-03,1,2,1,abc,1",
                "2026-01-03,1,2,1,0x1p3,1",
                "2026-01-03,1,2,1,Infinity,1",
                "2026-01-03,1,2,1,\"1,5\",1",
                "2026-01-03,1,2,1,1.2.3,1",
                "2026-01-03,\"1,2,1,1,1",
                "garbage"
            })
    void a_broken_line_is_left_out_and_counted(String line) throws NotPricesException {
        CsvBars read = CsvBars.parse(
                "Date,Open,High,Low,Close,Volume\n" + line + "\n2026-01-02,150.1,152.5,149,151.25,12000000\n" + line);

        assertThat(read.bars()).containsExactly(FIRST);
        assertThat(English.of(read.flags())).containsExactly("2 lines could not be read and were left out.");
    }

    @Test
    void a_decimal_comma_makes_points_group_thousands() throws NotPricesException {
        CsvBars read = CsvBars.parse("Date;Close\n2026-01-02;5.908,87\n2026-01-05;6.000\n");

        assertThat(read.bars()).extracting(Bar::close).containsExactly(5908.87, 6000.0);
    }

    @Test
    void dates_that_can_be_read_two_ways_are_refused() {
        String text = "Date,Close\n01/02/2026,10\n01/05/2026,11\n";

        assertThatThrownBy(() -> CsvBars.parse(text))
                .isInstanceOf(NotPricesException.class)
                .hasMessageContaining("two ways");
    }

    @Test
    void dates_in_both_orders_are_refused() {
        String text = "Date,Close\n13/02/2026,10\n01/15/2026,11\n";

        assertThatThrownBy(() -> CsvBars.parse(text)).isInstanceOf(NotPricesException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n \n",
                "<!DOCTYPE html><html>",
                "  <html>",
                "Symbol,Price\nA,1",
                "Date,Open\n2026-01-02,1",
                "{}"
            })
    void what_is_no_table_of_prices_is_refused(String text) {
        assertThatThrownBy(() -> CsvBars.parse(text)).isInstanceOf(NotPricesException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void random_damage_never_throws_anything_else(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder(sameTwoBars().get(random.nextInt(10)));
            IntStream.range(0, 6)
                    .forEach(i -> text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 127)));
            try {
                assertThat(CsvBars.parse(text.toString()).bars()).hasSizeLessThanOrEqualTo(3);
            } catch (NotPricesException e) {
                assertThat(English.of(e.what())).isNotEmpty();
            }
        }
    }

    @Test
    void a_line_with_quotes_in_quotes_keeps_its_columns() throws NotPricesException {
        CsvTable table = CsvTable.parse("Name,Close\n\"A \"\"big\"\", old one\",5\n");

        assertThat(table.rows()).containsExactly(Arrays.asList("A \"big\", old one", "5"));
    }
}
