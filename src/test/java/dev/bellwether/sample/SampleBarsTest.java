package dev.bellwether.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The shape of the bundled price files, and that the committed program makes exactly these. */
class SampleBarsTest {
    @SuppressWarnings("UnusedVariable") // read by name
    private static final List<String> SYMBOLS = SampleListing.SYMBOLS;

    @Test
    void the_committed_program_makes_the_committed_files(@TempDir Path folder) throws Exception {
        Path made = folder.resolve("made");
        Path log = folder.resolve("log.txt");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.timezone=Pacific/Chatham",
                        "tools/sample/SampleBars.java",
                        made.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(program.waitFor(120, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).as(Files.readString(log)).isZero();
        assertThat(names(made)).containsExactlyInAnyOrderElementsOf(committed().keySet());
        for (var file : committed().entrySet()) {
            assertThat(made.resolve(file.getKey())).hasSameBinaryContentAs(file.getValue());
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Map<String, Path> committed() throws IOException {
        try (Stream<Path> files = Files.walk(SampleListing.FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
        }
    }

    @ParameterizedTest
    @FieldSource("SYMBOLS")
    void every_line_is_a_bar_that_can_be_true(String symbol) {
        assertThat(SampleListing.lines("bars/" + symbol + ".csv").getFirst())
                .isEqualTo("Date,Open,High,Low,Close,Volume");
        assertThat(SampleListing.lines("bars/" + symbol + ".csv").stream().skip(1))
                .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d(,\\d+\\.\\d\\d){4},[1-9]\\d*"));
        assertThat(SampleListing.of(symbol).days()).allSatisfy(day -> {
            assertThat(day.low()).isPositive().isLessThanOrEqualTo(Math.min(day.open(), day.close()));
            assertThat(day.high()).isGreaterThanOrEqualTo(Math.max(day.open(), day.close()));
            assertThat(day.date().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        });
    }

    @ParameterizedTest
    @FieldSource("SYMBOLS")
    void days_rise_from_the_first_to_the_last_and_no_jump_looks_like_a_split(String symbol) {
        List<SampleListing.Day> days = SampleListing.of(symbol).days();
        assertThat(days.getFirst().date()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(days.getLast().date()).isEqualTo(LocalDate.of(2026, 1, 30));
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).date()).isAfter(days.get(i - 1).date());
            assertThat(days.get(i).close() / days.get(i - 1).close())
                    .as("%s", days.get(i).date())
                    .isBetween(0.87, 1.13);
        }
    }

    /** Counts of the exchanges' own calendars; 2025 had 250 days in New York because of a day of mourning. */
    @ParameterizedTest
    @CsvSource({
        "BABA,    2024, 252",
        "BABA,    2025, 250",
        "BABA,    2026,  20",
        "9988.HK, 2024, 246",
        "9988.HK, 2025, 246",
        "9988.HK, 2026,  21",
        "AHLA.DE, 2024, 254",
        "AHLA.DE, 2025, 253",
        "AHLA.DE, 2026,  21"
    })
    void a_year_has_the_trading_days_of_its_exchange(String symbol, int year, long count) {
        assertThat(SampleListing.of(symbol).days().stream()
                        .filter(day -> day.date().getYear() == year))
                .hasSize(Math.toIntExact(count));
    }

    @ParameterizedTest
    @CsvSource({
        "BABA,    2025-01-09",
        "BABA,    2025-11-27",
        "BABA,    2026-01-19",
        "9988.HK, 2024-09-06",
        "9988.HK, 2025-10-29",
        "9988.HK, 2025-12-26",
        "AHLA.DE, 2025-04-21",
        "AHLA.DE, 2025-12-31",
        "AHLA.DE, 2026-01-01"
    })
    void an_exchange_rests_on_its_own_holidays(String symbol, LocalDate holiday) {
        assertThat(SampleListing.of(symbol).days()).noneMatch(day -> day.date().equals(holiday));
    }

    @Test
    void rates_are_plausible_on_the_days_they_are_fixed() {
        assertThat(SampleListing.lines("rates.csv").getFirst()).isEqualTo("Date,USD,HKD");
        SampleRates rates = SampleRates.read();
        assertThat(rates.perEuro().firstKey()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(rates.perEuro().lastKey()).isEqualTo(LocalDate.of(2026, 1, 30));
        assertThat(rates.perEuro().keySet()).allSatisfy(day -> {
            assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(rates.usdPerEuro(day)).isBetween(1.02, 1.20);
            assertThat(rates.hkdPerUsd(day)).as("within the band of the peg").isBetween(7.749, 7.851);
        });
        assertThat(rates.perEuro().tailMap(LocalDate.of(2026, 1, 1)).keySet()).allSatisfy(day -> {
            assertThat(rates.usdPerEuro(day)).isBetween(1.164, 1.176);
            assertThat(rates.hkdPerUsd(day)).isBetween(7.78, 7.80);
        });
    }
}
