package dev.bellwether.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the news of January 2026 said, found again in the bundled prices. The list is that of docs/sample-data.md. */
class SampleFactsTest {
    private static final Offset<Double> HALF_A_CENT = within(0.005);

    private final SampleListing baba = SampleListing.of("BABA");
    private final SampleListing hongKong = SampleListing.of("9988.HK");
    private final SampleListing frankfurt = SampleListing.of("AHLA.DE");

    @ParameterizedTest
    @CsvSource({
        "BABA,    2025-12-31, 143.50",
        "BABA,    2026-01-02, 152.40",
        "BABA,    2026-01-07, 147.00",
        "BABA,    2026-01-09, 151.90",
        "BABA,    2026-01-12, 167.39",
        "BABA,    2026-01-13, 169.90",
        "BABA,    2026-01-14, 172.60",
        "9988.HK, 2025-12-31, 142.86",
        "9988.HK, 2026-01-02, 149.00",
        "AHLA.DE, 2025-01-14,  79.40",
        "AHLA.DE, 2026-01-07, 126.20",
        "AHLA.DE, 2026-01-13, 145.79",
        "AHLA.DE, 2026-01-14, 148.20"
    })
    void closes_are_met_to_the_cent(String symbol, String date, double close) {
        assertThat(SampleListing.of(symbol).close(date)).isCloseTo(close, HALF_A_CENT);
    }

    @ParameterizedTest
    @CsvSource({
        "BABA,    2026-01-02,  6.2,  0.05",
        "BABA,    2026-01-12, 10.2,  0.05",
        "9988.HK, 2026-01-02,  4.3,  0.05",
        "AHLA.DE, 2026-01-14,  1.65, 0.005",
        "BIDU,    2026-01-02, 12.0,  0.1"
    })
    void daily_gains_are_met(String symbol, String date, double percent, double tolerance) {
        assertThat(SampleListing.of(symbol).dayChange(date)).isCloseTo(percent, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({
        "BABA,    2026-01-02, 73,    0.1",
        "BABA,    2026-01-12, 87,    0.5",
        "BABA,    2026-01-13, 87,    0.5",
        "9988.HK, 2026-01-02, 73,    0.1",
        "AHLA.DE, 2026-01-14, 86.65, 0.005"
    })
    void twelve_month_gains_are_met(String symbol, String date, double percent, double tolerance) {
        assertThat(SampleListing.of(symbol).yearChange(date)).isCloseTo(percent, within(tolerance));
    }

    @Test
    void the_euro_line_gains_17_43_percent_in_seven_days() {
        assertThat(frankfurt.change("2026-01-14", LocalDate.parse("2026-01-07")))
                .isCloseTo(17.43, within(0.005));
    }

    @Test
    void the_200_day_average_stands_at_144_when_the_price_comes_back_over_it() {
        int turn = baba.on("2026-01-02");
        assertThat(baba.meanClose(turn, 200)).isCloseTo(144.0, within(0.15));
        assertThat(baba.meanClose(turn - 1, 200)).isCloseTo(143.9, within(0.1));
        assertThat(aboveAverage(turn)).isTrue();
    }

    @Test
    void the_price_fell_below_its_average_once_in_late_2025_and_came_back_on_january_2() {
        List<LocalDate> below = IntStream.range(
                        baba.on("2025-09-02"), baba.days().size())
                .filter(i -> !aboveAverage(i))
                .mapToObj(i -> baba.day(i).date())
                .toList();
        assertThat(below).hasSizeGreaterThanOrEqualTo(5).last().hasToString("2025-12-31");
        assertThat(baba.on("2025-12-31") - baba.on(below.getFirst().toString()))
                .as("one stretch without a break")
                .isEqualTo(below.size() - 1);
        assertThat(below.getFirst()).isAfter(LocalDate.parse("2025-11-01"));
    }

    private boolean aboveAverage(int index) {
        return baba.day(index).close() > baba.meanClose(index, 200);
    }

    @Test
    void fifteen_million_shares_are_more_than_double_the_usual_on_january_2() {
        long volume = baba.day(baba.on("2026-01-02")).volume();
        assertThat(volume).isBetween(15_700_000L, 15_799_999L);
        assertThat(baba.meanVolumeBefore("2026-01-02", 20)).isCloseTo(7.3e6, within(1e5));
        assertThat(volume / baba.meanVolumeBefore("2026-01-02", 20)).isGreaterThan(2);
        assertThat(volume / baba.meanVolumeBefore("2026-01-02", 50)).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"BABA, 2026-01-12, 2.3", "BIDU, 2026-01-02, 3.0"})
    void other_great_days_have_their_volume(String symbol, String date, double multiple) {
        SampleListing listing = SampleListing.of(symbol);
        assertThat(listing.day(listing.on(date)).volume() / listing.meanVolumeBefore(date, 20))
                .isCloseTo(multiple, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"BABA, 192.10", "AHLA.DE, 161.60"})
    void the_52_week_high_is_that_of_october_2_and_stands_alone(String symbol, double high) {
        SampleListing listing = SampleListing.of(symbol);
        int peak = listing.on("2025-10-02");
        assertThat(listing.day(peak).high()).isCloseTo(high, HALF_A_CENT);
        assertThat(listing.days().stream()
                        .filter(day -> day.high() >= listing.day(peak).high()))
                .hasSize(1);
    }

    @Test
    void advances_fail_at_155_from_late_november_until_january_12() {
        List<SampleListing.Day> under = baba.days().subList(baba.on("2025-11-18"), baba.on("2026-01-12")).stream()
                .toList();
        assertThat(under).allSatisfy(day -> assertThat(day.close()).isLessThan(155));
        assertThat(under.stream()
                        .filter(day -> day.high() >= 154.5)
                        .map(day -> day.date().toString()))
                .containsExactly("2025-11-26", "2025-12-09", "2025-12-17");
        assertThat(under).allSatisfy(day -> assertThat(day.high()).isLessThanOrEqualTo(155.5));
        assertThat(baba.day(baba.on("2026-01-02")).high()).isLessThanOrEqualTo(155);
    }

    @Test
    void the_week_before_the_jump_stays_between_146_and_154() {
        assertThat(baba.days().subList(baba.on("2026-01-05"), baba.on("2026-01-09") + 1))
                .hasSize(5)
                .allSatisfy(day -> {
                    assertThat(day.low()).isGreaterThanOrEqualTo(146);
                    assertThat(day.high()).isLessThanOrEqualTo(154);
                });
    }

    @Test
    void after_the_jump_the_price_stays_between_155_and_185() {
        assertThat(baba.days().subList(baba.on("2026-01-13"), baba.days().size()))
                .hasSize(13)
                .allSatisfy(day -> {
                    assertThat(day.low()).isGreaterThan(155);
                    assertThat(day.high()).isLessThan(185);
                });
    }

    @Test
    void eight_hong_kong_shares_cost_about_one_american_line_in_january() {
        SampleRates rates = SampleRates.read();
        for (SampleListing.Day day :
                baba.days().subList(baba.on("2026-01-02"), baba.days().size())) {
            double ordinary = hongKong.day(hongKong.upTo(day.date())).close() / rates.hkdPerUsd(day.date());
            assertThat(8 * ordinary / day.close()).as("%s", day.date()).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void the_euro_line_follows_the_american_one_in_january() {
        SampleRates rates = SampleRates.read();
        for (SampleListing.Day day :
                baba.days().subList(baba.on("2026-01-02"), baba.days().size())) {
            double dollars = frankfurt.day(frankfurt.upTo(day.date())).close() * rates.usdPerEuro(day.date());
            // Frankfurt closes in the middle of New York's day: on January 12 it saw only a part of the jump.
            assertThat(dollars / day.close()).as("%s", day.date()).isCloseTo(1, within(0.04));
        }
    }

    /** One of the articles printed 29.4, "oversold" after a gain of 17 % in a week: the prices say otherwise. */
    @Test
    void the_rsi_of_the_euro_line_is_well_above_50_whatever_the_press_says() {
        assertThat(frankfurt.rsi("2026-01-14", 14)).isBetween(65.0, 90.0);
    }
}
