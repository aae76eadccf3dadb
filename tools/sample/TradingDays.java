import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The days on which an exchange trades, and those on which it closes early: the real ones, holidays left out. */
enum TradingDays {
    NYSE("""
            2024-01-15 2024-02-19 2024-03-29 2024-05-27 2024-06-19 2024-07-04 2024-09-02 2024-11-28 2024-12-25
            2025-01-01 2025-01-09 2025-01-20 2025-02-17 2025-04-18 2025-05-26 2025-06-19 2025-07-04 2025-09-01
            2025-11-27 2025-12-25 2026-01-01 2026-01-19
            """, "2024-07-03 2024-11-29 2024-12-24 2025-07-03 2025-11-28 2025-12-24"),
    /** 2024-09-06 was lost to a typhoon. */
    HKEX("""
            2024-02-12 2024-02-13 2024-03-29 2024-04-01 2024-04-04 2024-05-01 2024-05-15 2024-06-10 2024-07-01
            2024-09-06 2024-09-18 2024-10-01 2024-10-11 2024-12-25 2024-12-26
            2025-01-01 2025-01-29 2025-01-30 2025-01-31 2025-04-04 2025-04-18 2025-04-21 2025-05-01 2025-05-05
            2025-07-01 2025-10-01 2025-10-07 2025-10-29 2025-12-25 2025-12-26 2026-01-01
            """, "2024-02-09 2024-12-24 2024-12-31 2025-01-28 2025-12-24 2025-12-31"),
    XETRA("""
            2024-03-29 2024-04-01 2024-05-01 2024-12-24 2024-12-25 2024-12-26 2024-12-31
            2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-12-24 2025-12-25 2025-12-26 2025-12-31 2026-01-01
            """, "2024-12-30 2025-12-30"),
    /** The euro payment system: reference rates are fixed on its days. */
    TARGET("""
            2024-03-29 2024-04-01 2024-05-01 2024-12-25 2024-12-26
            2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-12-25 2025-12-26 2026-01-01
            """, "");

    final List<LocalDate> days;
    final List<LocalDate> halfDays;

    TradingDays(String closed, String half) {
        List<LocalDate> holidays = dates(closed);
        halfDays = dates(half);
        days = LocalDate.of(2024, 1, 2)
                .datesUntil(LocalDate.of(2026, 1, 31))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !holidays.contains(day))
                .toList();
    }

    private static List<LocalDate> dates(String text) {
        return text.lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> !word.isBlank())
                .map(LocalDate::parse)
                .toList();
    }

    /** The place of a day among the trading days; a day that is none is a mistake in the tables of this file. */
    int at(String day) {
        int index = days.indexOf(LocalDate.parse(day));
        if (index < 0) {
            throw new IllegalArgumentException(day + " is no day of " + this);
        }
        return index;
    }

    /** Values given as {@code date value} lines, by the place of their day. */
    NavigableMap<Integer, Double> table(String lines) {
        NavigableMap<Integer, Double> table = new TreeMap<>();
        for (String line : lines.lines().toList()) {
            String[] words = line.split(" ");
            if (table.put(at(words[0]), Double.valueOf(words[1])) != null) {
                throw new IllegalArgumentException(words[0] + " stands twice in a table of " + this);
            }
        }
        return table;
    }

    /** The place of the last trading day on or before the one given; -1 if there is none. */
    int lastUpTo(LocalDate day) {
        int found = Collections.binarySearch(days, day);
        return found >= 0 ? found : -found - 2;
    }
}
