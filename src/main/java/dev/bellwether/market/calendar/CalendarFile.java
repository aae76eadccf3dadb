package dev.bellwether.market.calendar;

import dev.bellwether.fact.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days of one exchange as a file among the resources holds them; the files say themselves how they are written.
 *
 * @param until the last day for which they are official; null for an exchange without a file
 * @param breakFrom when the lunch break begins, in the exchange's zone; null if there is none
 * @param breakTo when it ends; null if there is none
 * @param sources where the days were taken from, in the words of a reader
 * @param days what is special about which
 */
record CalendarFile(
        @Nullable LocalDate until,
        @Nullable LocalTime breakFrom,
        @Nullable LocalTime breakTo,
        List<String> sources,
        Map<LocalDate, Special> days) {
    private static final Pattern DAY = Pattern.compile("(~?)(\\d{4}-\\d\\d-\\d\\d)\\s+(closed|\\d\\d:\\d\\d)\\s+(.+)");

    /** What is known of an exchange whose holidays are not. */
    static CalendarFile none() {
        return new CalendarFile(null, null, null, List.of(), Map.of());
    }

    /** The file of an exchange; {@link #none} if there is none. */
    static CalendarFile of(Exchange exchange) {
        String name = exchange.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = CalendarFile.class.getResourceAsStream(name)) {
            return in == null ? none() : parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the first line that is none, or a day that stands there twice */
    static CalendarFile parse(String text) {
        LocalDate until = null;
        LocalTime[] pause = new LocalTime[2];
        List<String> sources = new ArrayList<>();
        Map<LocalDate, Special> days = new TreeMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            Matcher day = DAY.matcher(line);
            if (day.matches()) {
                put(days, day);
            } else if (line.startsWith("until ")) {
                until = LocalDate.parse(line.substring(6));
            } else if (line.startsWith("break ")) {
                pause[0] = LocalTime.parse(line.substring(6, 11));
                pause[1] = LocalTime.parse(line.substring(12));
            } else if (line.startsWith("source ")) {
                sources.add(line.substring(7));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("not a line of a calendar: " + line);
            }
        }
        return new CalendarFile(until, pause[0], pause[1], List.copyOf(sources), days);
    }

    private static void put(Map<LocalDate, Special> days, Matcher line) {
        String what = line.group(3);
        LocalTime close = what.equals("closed") ? null : LocalTime.parse(what);
        Special special = new Special(line.group(4), close, !line.group(1).isEmpty());
        if (days.put(LocalDate.parse(line.group(2)), special) != null) {
            throw new IllegalArgumentException("stands there twice: " + line.group(2));
        }
    }
}
