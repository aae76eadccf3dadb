package dev.bellwether.analyst;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as texts print it, English or German, with the time of day if one stands behind it.
 *
 * @param date the day
 * @param time null if none is printed
 * @param zone the zone printed behind the time; UTC if none is
 * @param start where it begins in the text
 * @param end where it ends
 */
record PrintedDate(LocalDate date, @Nullable LocalTime time, ZoneId zone, int start, int end) {
    private static final String MONTH =
            "(?<name>Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)[a-z]{0,7}\\.?";
    private static final String TIME =
            "(?:[ T,;|–-]{1,4}(?:at |um )?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?"
                    + "(?: ?(?<half>[ap])\\.?m\\b\\.?)?(?: ?(?<zone>Z|UTC|GMT|ET|EST|EDT|CET|CEST|MEZ|MESZ|BST|HKT|JST|[+-]\\d{2}:\\d{2})(?![A-Za-z]))?)?";
    private static final List<Pattern> SHAPES = List.of(
            shape("(?<![\\d.])(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})"),
            shape("(?<![\\d-])(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})(?!\\d)"),
            shape(MONTH + " (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)"),
            shape("(?<!\\d)(?<day>\\d{1,2})\\.? " + MONTH + ",? (?<year>\\d{4})(?!\\d)"));
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("okt", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12),
            Map.entry("dez", 12));
    private static final Map<String, ZoneId> ZONES = Map.of(
            "ET", ZoneId.of("America/New_York"),
            "EST", ZoneOffset.ofHours(-5),
            "EDT", ZoneOffset.ofHours(-4),
            "CET", ZoneId.of("Europe/Berlin"),
            "CEST", ZoneId.of("Europe/Berlin"),
            "MEZ", ZoneId.of("Europe/Berlin"),
            "MESZ", ZoneId.of("Europe/Berlin"),
            "BST", ZoneOffset.ofHours(1),
            "HKT", ZoneId.of("Asia/Hong_Kong"),
            "JST", ZoneId.of("Asia/Tokyo"));

    /** All dates of a text, in the order of the forms; what looks like one and is none, such as 31.02.2026, is left out. */
    static List<PrintedDate> in(String text) {
        List<PrintedDate> found = new ArrayList<>();
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(text);
            while (matcher.find()) {
                PrintedDate date = read(matcher);
                if (date != null) {
                    found.add(date);
                }
            }
        }
        return found;
    }

    /** The moment; noon in UTC where no time is printed, which is the same day at every exchange. */
    Instant moment() {
        return date.atTime(time == null ? LocalTime.NOON : time).atZone(zone).toInstant();
    }

    private static Pattern shape(String date) {
        return Pattern.compile(date + TIME);
    }

    private static @Nullable PrintedDate read(Matcher found) {
        try {
            LocalDate date = LocalDate.of(number(found, "year"), month(found), number(found, "day"));
            return new PrintedDate(date, time(found), zone(found), found.start(), found.end());
        } catch (DateTimeException e) {
            return null; // not in the calendar
        }
    }

    private static int month(Matcher found) {
        if (!found.namedGroups().containsKey("name")) {
            return number(found, "month");
        }
        return MONTHS.getOrDefault(found.group("name").toLowerCase(Locale.ROOT), 0);
    }

    private static @Nullable LocalTime time(Matcher found) {
        if (found.group("hour") == null) {
            return null;
        }
        int hour = number(found, "hour");
        String half = found.group("half");
        if (half != null) {
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        return LocalTime.of(hour, number(found, "minute"), found.group("second") == null ? 0 : number(found, "second"));
    }

    private static ZoneId zone(Matcher found) {
        String zone = found.group("zone");
        if (zone == null || found.group("hour") == null) {
            return ZoneOffset.UTC;
        }
        return zone.startsWith("+") || zone.startsWith("-")
                ? ZoneOffset.of(zone)
                : ZONES.getOrDefault(zone, ZoneOffset.UTC);
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
