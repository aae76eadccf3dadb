package dev.bellwether.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** One committed price file and the few sums the facts need, written out plainly; it shares no code with the program. */
record SampleListing(String symbol, List<Day> days) {
    static final Path FOLDER = Path.of("src/main/resources/sample");
    static final List<String> SYMBOLS = List.of("BABA", "9988.HK", "AHLA.DE", "BIDU", "PDD", "JD");

    /** A line of the file. */
    record Day(LocalDate date, double open, double high, double low, double close, long volume) {}

    static SampleListing of(String symbol) {
        List<String> lines = lines("bars/" + symbol + ".csv");
        return new SampleListing(
                symbol, lines.stream().skip(1).map(SampleListing::day).toList());
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Day day(String line) {
        List<String> cells = List.of(line.split(",", -1));
        return new Day(
                LocalDate.parse(cells.get(0)),
                Double.parseDouble(cells.get(1)),
                Double.parseDouble(cells.get(2)),
                Double.parseDouble(cells.get(3)),
                Double.parseDouble(cells.get(4)),
                Long.parseLong(cells.get(5)));
    }

    /** The sign in front of its prices. */
    String sign() {
        return symbol.endsWith(".HK") ? "HK$" : symbol.endsWith(".DE") ? "€" : "$";
    }

    /** When the session of a day is over, the auction included. */
    Instant over(LocalDate date) {
        if (symbol.endsWith(".HK")) {
            return at(date, "16:10", "Asia/Hong_Kong");
        }
        return symbol.endsWith(".DE") ? at(date, "17:35", "Europe/Berlin") : at(date, "16:00", "America/New_York");
    }

    private static Instant at(LocalDate date, String time, String zone) {
        return date.atTime(LocalTime.parse(time)).atZone(ZoneId.of(zone)).toInstant();
    }

    /** The place of the last day on or before a date. */
    int upTo(LocalDate date) {
        int i = days.size() - 1;
        while (days.get(i).date().isAfter(date)) {
            i--;
        }
        return i;
    }

    /** The place of a day that must be there. */
    int on(String date) {
        int i = upTo(LocalDate.parse(date));
        if (!days.get(i).date().toString().equals(date)) {
            throw new AssertionError(symbol + " has no bar on " + date);
        }
        return i;
    }

    Day day(int index) {
        return days.get(index);
    }

    double close(String date) {
        return day(on(date)).close();
    }

    /** Change to a day in percent, from the last close on or before another date. */
    double change(String date, LocalDate since) {
        return (close(date) / day(upTo(since)).close() - 1) * 100;
    }

    /** Change against the bar before, in percent. */
    double dayChange(String date) {
        int i = on(date);
        return (day(i).close() / day(i - 1).close() - 1) * 100;
    }

    double yearChange(String date) {
        return change(date, LocalDate.parse(date).minusYears(1));
    }

    /** Mean of the closes of so many days, the last one included. */
    double meanClose(int index, int count) {
        return days.subList(index - count + 1, index + 1).stream()
                .mapToDouble(Day::close)
                .average()
                .orElseThrow();
    }

    /** Mean volume of so many days before one, that day left out. */
    double meanVolumeBefore(String date, int count) {
        int i = on(date);
        return days.subList(i - count, i).stream()
                .mapToDouble(Day::volume)
                .average()
                .orElseThrow();
    }

    /** Relative strength after Welles Wilder: the first means are plain, each later one keeps (n - 1) / n of the one before. */
    double rsi(String date, int n) {
        double gain = 0;
        double loss = 0;
        for (int i = 1; i <= on(date); i++) {
            double move = day(i).close() - day(i - 1).close();
            double kept = i <= n ? 1 : (n - 1.0) / n;
            gain = gain * kept + Math.max(move, 0) / n;
            loss = loss * kept + Math.max(-move, 0) / n;
        }
        return 100 * gain / (gain + loss);
    }
}
