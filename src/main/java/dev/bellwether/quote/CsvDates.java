package dev.bellwether.quote;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of one table: {@code 2026-01-02} (a time behind it is ignored), {@code 20260102}, {@code 02.01.2026}, and
 * {@code 1/2/2026} where another line of the table shows by a number above 12 which part is the day.
 *
 * @param slashes what the two numbers before the year mean
 */
record CsvDates(Slashes slashes) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([T ].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    /** The order of day and month in a date with slashes. */
    enum Slashes {
        MONTH_FIRST,
        DAY_FIRST,
        /** Both orders fit every date, or neither fits all. */
        UNKNOWN
    }

    static CsvDates of(List<String> dates) {
        boolean dayFirst = dates.stream().anyMatch(date -> part(date, 1) > 12);
        boolean monthFirst = dates.stream().anyMatch(date -> part(date, 2) > 12);
        if (dayFirst == monthFirst) {
            return new CsvDates(Slashes.UNKNOWN);
        }
        return new CsvDates(dayFirst ? Slashes.DAY_FIRST : Slashes.MONTH_FIRST);
    }

    /** Whether a date is written with slashes and can be read two ways. */
    boolean isUnclear(String date) {
        return slashes == Slashes.UNKNOWN && SLASHED.matcher(date).matches();
    }

    private static int part(String date, int group) {
        Matcher slashed = SLASHED.matcher(date);
        return slashed.matches() ? Integer.parseInt(slashed.group(group)) : 0;
    }

    /** @throws DateTimeException if it is not a date, or one that can be read two ways */
    LocalDate date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return day(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            return day(dotted.group(3), dotted.group(2), dotted.group(1));
        }
        return slashed(text);
    }

    private LocalDate slashed(String text) {
        Matcher slashed = SLASHED.matcher(text);
        if (!slashed.matches()) {
            throw new DateTimeException("not a date");
        }
        return switch (slashes) {
            case MONTH_FIRST -> day(slashed.group(3), slashed.group(1), slashed.group(2));
            case DAY_FIRST -> day(slashed.group(3), slashed.group(2), slashed.group(1));
            case UNKNOWN -> throw new DateTimeException("day or month first");
        };
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }
}
