package dev.bellwether.command;

import dev.bellwether.talk.Line;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as a member types it in one word: {@code 2026-01-02}, {@code 02.01.2026}, {@code 2.1.}, {@code today}, {@code yesterday},
 * {@code monday} or {@code mon}, or as Germans and Chinese say that, whatever language the chat has. With slashes it would be another day in America than in Europe, so that is not taken.
 */
final class DayWord {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,4}([-./][0-9]{1,2}){1,2}([-./][0-9]{0,4})?\\.?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?");
    private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("mon", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("tue", DayOfWeek.TUESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("wed", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("thu", DayOfWeek.THURSDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("fri", DayOfWeek.FRIDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY),
            Map.entry("montag", DayOfWeek.MONDAY),
            Map.entry("dienstag", DayOfWeek.TUESDAY),
            Map.entry("mittwoch", DayOfWeek.WEDNESDAY),
            Map.entry("donnerstag", DayOfWeek.THURSDAY),
            Map.entry("freitag", DayOfWeek.FRIDAY),
            Map.entry("samstag", DayOfWeek.SATURDAY),
            Map.entry("sonntag", DayOfWeek.SUNDAY),
            Map.entry("周一", DayOfWeek.MONDAY),
            Map.entry("周二", DayOfWeek.TUESDAY),
            Map.entry("周三", DayOfWeek.WEDNESDAY),
            Map.entry("周四", DayOfWeek.THURSDAY),
            Map.entry("周五", DayOfWeek.FRIDAY),
            Map.entry("周六", DayOfWeek.SATURDAY),
            Map.entry("周日", DayOfWeek.SUNDAY));

    /** Days counted from today. */
    private static final Map<String, Integer> NEAR = Map.of(
            "today",
            0,
            "heute",
            0,
            "今天",
            0,
            "yesterday",
            -1,
            "gestern",
            -1,
            "昨天",
            -1,
            "tomorrow",
            1,
            "morgen",
            1,
            "明天",
            1);

    private DayWord() {}

    /** Words that completion offers. */
    static List<String> words() {
        return List.of("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday");
    }

    /** Whether a word was meant as a day, even if there is no such day. */
    static boolean looksLikeOne(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return SHAPE.matcher(lower).matches() || NEAR.containsKey(lower) || WEEKDAYS.containsKey(lower);
    }

    /**
     * The day a word means; empty if it means none.
     *
     * @param today the day at the exchange in question; a weekday is the last one up to it, a day without a year the last such day
     */
    static Optional<LocalDate> day(String word, LocalDate today) {
        String lower = word.toLowerCase(Locale.ROOT);
        DayOfWeek weekday = WEEKDAYS.get(lower);
        if (weekday != null) {
            return Optional.of(today.with(TemporalAdjusters.previousOrSame(weekday)));
        }
        Integer days = NEAR.get(lower);
        return days == null ? written(lower, today) : Optional.of(today.plusDays(days));
    }

    private static Optional<LocalDate> written(String word, LocalDate today) {
        try {
            Matcher iso = ISO.matcher(word);
            if (iso.matches()) {
                return Optional.of(date(iso.group(1), iso.group(2), iso.group(3)));
            }
            Matcher dotted = DOTTED.matcher(word);
            if (!dotted.matches()) {
                return Optional.empty();
            }
            if (dotted.group(3) != null) {
                return Optional.of(date(dotted.group(3), dotted.group(2), dotted.group(1)));
            }
            LocalDate thisYear = date(String.valueOf(today.getYear()), dotted.group(2), dotted.group(1));
            return Optional.of(thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear);
        } catch (DateTimeException e) {
            return Optional.empty(); // such as the 31st of February
        }
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /** What to say of a word that means no day. */
    static Line say(String word) {
        String shown = word.length() > 30 ? word.substring(0, 29) + "…" : word;
        return Line.say("why.day.unread", shown);
    }
}
