package dev.bellwether.news;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds really hold: RFC 822 and 850 in all their bent forms, ISO 8601, American, German, and seconds since
 * 1970. A time without a zone is taken as UTC, a date without a time as midnight. What can't be read, or lies outside of 1980 to
 * 2100, is null: a wrong date is worse than none.
 */
final class FeedDates {
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final String TIME =
            "(?:[T ,]*(?:at |um )?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?: ?(?<half>[ap])\\.?m\\.?)?)?";
    private static final String ZONE = " ?(?<zone>[a-z]{1,5}|(?:gmt|utc)?[+-]\\d{1,2}(?::?\\d{2})?)?(?: ?\\([^)]*\\))?";

    private static final List<Pattern> SHAPES = List.of(
            shape("(?:[a-z]+\\.?,? )?(?<day>\\d{1,2})[ .-]+(?<month>[a-zä]{3,9})\\.?,?[ -]+(?<year>\\d{2}|\\d{4})"),
            shape("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})"),
            shape("(?:[a-z]+,? )?(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})"),
            shape("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})"));

    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})Z?)?");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("mär", 3),
            Map.entry("mrz", 3),
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

    /** Abbreviations with one meaning in the feeds of markets; hours from UTC. */
    private static final Map<String, ZoneOffset> ZONES = Map.ofEntries(
            zone("Z", 0),
            zone("UT", 0),
            zone("UTC", 0),
            zone("GMT", 0),
            zone("WET", 0),
            zone("EST", -5),
            zone("EDT", -4),
            zone("CST", -6),
            zone("CDT", -5),
            zone("MST", -7),
            zone("MDT", -6),
            zone("PST", -8),
            zone("PDT", -7),
            zone("BST", 1),
            zone("CET", 1),
            zone("MEZ", 1),
            zone("CEST", 2),
            zone("MESZ", 2),
            zone("EET", 2),
            zone("EEST", 3),
            zone("MSK", 3),
            zone("HKT", 8),
            zone("SGT", 8),
            zone("AWST", 8),
            zone("JST", 9),
            zone("KST", 9),
            zone("AEST", 10),
            zone("AEDT", 11));

    private FeedDates() {}

    /** The moment a text names; null if it names none that can be believed. */
    static @Nullable Instant read(@Nullable String text) {
        if (text == null || text.length() > 100) {
            return null;
        }
        String date = text.replace('\u00A0', ' ').strip().replaceAll("\\s+", " ");
        try {
            return believable(moment(date));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The moment itself if it lies within the years of feeds; else null. */
    static @Nullable Instant believable(@Nullable Instant moment) {
        return moment == null || moment.isBefore(EARLIEST) || moment.isAfter(LATEST) ? null : moment;
    }

    private static @Nullable Instant moment(String date) {
        Matcher basic = BASIC.matcher(date);
        if (basic.matches()) {
            return basic(basic);
        }
        if (EPOCH.matcher(date).matches()) {
            long number = Long.parseLong(date);
            return date.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        for (Pattern shape : SHAPES) {
            Matcher matcher = shape.matcher(date);
            if (matcher.matches()) {
                return written(matcher);
            }
        }
        return null;
    }

    private static Instant basic(Matcher parts) {
        boolean timed = parts.group(4) != null;
        return LocalDateTime.of(
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        timed ? Integer.parseInt(parts.group(4)) : 0,
                        timed ? Integer.parseInt(parts.group(5)) : 0,
                        timed ? Integer.parseInt(parts.group(6)) : 0)
                .toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant written(Matcher parts) {
        ZoneOffset zone = offset(parts.group("zone"));
        if (zone == null) {
            return null;
        }
        LocalDateTime day = LocalDateTime.of(
                year(parts.group("year")), month(parts.group("month")), number(parts.group("day")), 0, 0);
        int hour = hour(number(parts.group("hour")), parts.group("half"));
        int minute = number(parts.group("minute"));
        int second = number(parts.group("second"));
        if (hour > 24 || minute > 59 || second > 60) {
            return null;
        }
        return day.plusHours(hour).plusMinutes(minute).plusSeconds(second).toInstant(zone);
    }

    private static int year(String text) {
        int year = number(text);
        if (text.length() > 2) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? number(text)
                : MONTHS.getOrDefault(text.substring(0, 3).toLowerCase(Locale.ROOT), 0);
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** UTC for none; null for one that is not known, so that no moment is made up. */
    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        String name = zone.toUpperCase(Locale.ROOT);
        ZoneOffset known = ZONES.get(name);
        if (known != null || Character.isLetter(name.charAt(name.length() - 1))) {
            return known;
        }
        return ZoneId.of(sign(name)).getRules().getOffset(Instant.EPOCH);
    }

    /** {@code +8}, {@code +08}, {@code +0800} and {@code GMT+8:00} as {@link ZoneOffset} reads them. */
    private static String sign(String name) {
        String offset = name.replaceFirst("^(GMT|UTC)", "");
        String digits = offset.substring(1).replace(":", "");
        String full = digits.length() % 2 == 0 ? digits : "0" + digits;
        return offset.charAt(0) + full;
    }

    private static Pattern shape(String day) {
        return Pattern.compile(day + TIME + ZONE, Pattern.CASE_INSENSITIVE);
    }

    private static Map.Entry<String, ZoneOffset> zone(String name, int hours) {
        return Map.entry(name, ZoneOffset.ofHours(hours));
    }
}
