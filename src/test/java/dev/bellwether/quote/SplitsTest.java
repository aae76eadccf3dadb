package dev.bellwether.quote;

import static dev.bellwether.quote.Some.calm;
import static dev.bellwether.quote.Some.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bellwether.fact.Bar;
import dev.bellwether.talk.English;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
    private static final long USUAL = 1_000_000;

    /** Thirty calm days at 120, then one day at another price and with another volume, then calm again. */
    private static List<Bar> jumpTo(double close, double open, long volume) {
        List<Bar> bars = new ArrayList<>(Some.weekdays("2025-02-28", 30, i -> 120 + i % 3));
        bars.add(new Bar(
                day("2025-03-03"), open, Math.max(open, close) * 1.01, Math.min(open, close) * 0.99, close, volume));
        bars.add(calm(day("2025-03-04"), close * 1.01, volume));
        return bars;
    }

    private static final double LAST = 120 + 29 % 3;

    @ParameterizedTest(name = "old by new price {0} is {1}")
    @CsvSource({
        "1.5, 3:2",
        "2, 2:1",
        "3, 3:1",
        "4, 4:1",
        "5, 5:1",
        "7, 7:1",
        "8, 8:1",
        "10, 10:1",
        "15, 15:1",
        "20, 20:1",
        "25, 25:1",
        "50, 50:1",
        "100, 100:1",
        "0.5, 1:2",
        "0.2, 1:5",
        "0.1, 1:10",
        "0.04, 1:25",
        "0.01, 1:100"
    })
    void a_round_ratio_at_the_usual_turnover_is_a_split(double ratio, String text) {
        double price = LAST / ratio * 1.01;

        List<SplitSuspect> suspects = Splits.in(jumpTo(price, price * 1.005, Math.round(USUAL * ratio * 1.4)));

        assertThat(suspects).hasSize(1);
        SplitSuspect suspect = suspects.getFirst();
        assertThat(suspect.date()).isEqualTo(day("2025-03-03"));
        assertThat(suspect.ratio()).isCloseTo(ratio, within(1e-9));
        assertThat(suspect.ratioText()).isEqualTo(text);
        assertThat(English.of(suspect.sentence())).contains("2025-03-03").contains(text);
    }

    @ParameterizedTest(name = "{0} with {1} times the volume")
    @CsvSource({
        // a fall or rise in percent, volume against the usual
        "-45, 6",
        "-45, 1",
        "-40, 1",
        "-55, 1",
        "-22, 1",
        "60, 2",
        "-30, 1.2", // no round ratio
        "-50, 9",
        "-33.3, 5",
        "-50.5, 7",
        "100, 12",
        "50, 4",
        "-80, 60", // round, but money moved
    })
    void a_real_move_is_no_split(double percent, double volume) {
        double price = LAST * (1 + percent / 100);

        assertThat(Splits.in(jumpTo(price, price * 1.01, Math.round(USUAL * volume))))
                .isEmpty();
    }

    @Test
    void a_fall_by_half_in_the_course_of_the_day_is_no_split() {
        assertThat(Splits.in(jumpTo(LAST / 2, LAST * 0.8, USUAL * 2))).isEmpty();
    }

    @Test
    void a_split_on_a_day_that_falls_by_seven_percent_is_seen_at_the_open() {
        assertThat(Splits.in(jumpTo(LAST / 8 * 0.93, LAST / 8, USUAL * 9))).hasSize(1);
    }

    @Test
    void without_volumes_two_to_one_is_a_split_and_a_fall_by_a_third_is_not() {
        assertThat(Splits.in(jumpTo(LAST / 2, LAST / 2, Bar.NO_VOLUME))).hasSize(1);
        assertThat(Splits.in(jumpTo(LAST / 1.5, LAST / 1.5, Bar.NO_VOLUME))).isEmpty();
    }

    @Test
    void a_jump_over_weeks_without_a_bar_is_not_judged() {
        List<Bar> bars = List.of(calm(day("2025-01-03"), 100, USUAL), calm(day("2025-03-03"), 12.5, USUAL));

        assertThat(Splits.in(bars)).isEmpty();
    }

    @Test
    void a_calm_year_has_none() {
        assertThat(Splits.in(Some.weekdays("2025-12-31", 250, i -> 100 + 30 * Math.sin(i / 20.0))))
                .isEmpty();
    }

    @Test
    void a_suspect_lies_between_two_days_when_the_later_one_is_at_the_new_price() {
        SplitSuspect suspect = new SplitSuspect(day("2025-03-03"), 8);

        assertThat(suspect.between(day("2025-02-28"), day("2025-03-03"))).isTrue();
        assertThat(suspect.between(day("2025-02-28"), day("2025-06-01"))).isTrue();
        assertThat(suspect.between(day("2025-03-03"), day("2025-06-01"))).isFalse();
        assertThat(suspect.between(day("2025-01-01"), day("2025-02-28"))).isFalse();
    }

    @Test
    void a_running_price_shows_a_split_from_three_to_one_on() {
        assertThat(Splits.between(160, 20.2)).hasValue(8);
        assertThat(Splits.between(2, 20.2)).hasValue(0.1);
        assertThat(Splits.between(160, 80)).isEmpty();
        assertThat(Splits.between(160, 88)).isEmpty();
    }
}
