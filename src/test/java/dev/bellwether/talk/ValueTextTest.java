package dev.bellwether.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTextTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new Value.Price(1234.5, "USD"), "$1,234.50"),
                Arguments.of(new Value.Price(149, "HKD"), "HK$149.00"),
                Arguments.of(new Value.Price(0.0312, "EUR"), "€0.0312"),
                Arguments.of(new Value.Price(2750, "JPY"), "¥2,750"),
                Arguments.of(new Value.Price(510.5, "GBX"), "510.50p"),
                Arguments.of(new Value.Price(12, "CHF"), "CHF 12.00"),
                Arguments.of(new Value.Price(7, "QQQ"), "QQQ 7.00"),
                Arguments.of(Value.Percent.change(6.2, "1d"), "+6.2%"),
                Arguments.of(Value.Percent.change(-0.04, "1d"), "0.0%"),
                Arguments.of(Value.Percent.distance(-10.36), "-10.4%"),
                Arguments.of(Value.Percent.share(78.9), "78.9%"),
                Arguments.of(new Value.Figure(68.44, 1, null), "68.4"),
                Arguments.of(new Value.Figure(2.153, 2, "x"), "2.15×"),
                Arguments.of(new Value.Figure(3, 0, "bars"), "3 bars"),
                Arguments.of(new Value.Count(15_742_300, "shares"), "15.7M"),
                Arguments.of(new Value.Count(812, "shares"), "812"),
                Arguments.of(new Value.Day(LocalDate.of(2025, 10, 2)), "2025-10-02"),
                Arguments.of(new Value.Moment(Instant.parse("2026-01-02T21:00:00Z")), "2026-01-02 21:00 UTC"),
                Arguments.of(new Value.Words("up"), "up"),
                Arguments.of(new Value.Missing(""), "n/a"),
                Arguments.of(new Value.Missing("needs 150 more bars"), "n/a (needs 150 more bars)"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_reads_as_people_write_it(Value value, String text) {
        assertThat(ValueText.english().of(value)).isEqualTo(text);
    }

    @Test
    void another_reader_gets_other_separators_and_another_zone() {
        ValueText german = new ValueText(Locale.GERMANY, ZoneId.of("Europe/Berlin"));
        assertThat(german.of(new Value.Price(1234.5, "EUR"))).isEqualTo("€1.234,50");
        assertThat(german.of(new Value.Moment(Instant.parse("2026-01-02T21:00:00Z"))))
                .startsWith("2026-01-02 22:00");
    }
}
