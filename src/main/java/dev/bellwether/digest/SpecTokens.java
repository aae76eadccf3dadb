package dev.bellwether.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The smallest parts of a digest's text: words, times of the day, amounts of time, days of the week. */
final class SpecTokens {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},;，、；]+");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(am|pm|uhr|h|点)?");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,4})-?(.*)");
    private static final Set<String> HALVES = Set.of("am", "pm", "uhr");
    private static final Set<String> MINUTES = Set.of("m", "min", "mins", "minute", "minutes", "minuten", "分", "分钟");
    private static final Set<String> HOURS =
            Set.of("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "小时");

    private SpecTokens() {}

    /**
     * A time of the day.
     *
     * @param time null for one that does not exist, such as 25:00
     * @param words how many words it took
     */
    record Clock(@Nullable LocalTime time, int words) {}

    /** An amount of time that took so many words. */
    record Amount(Duration length, int words) {}

    /** The words of a text; a colon at the end of one, as behind {@code sections:}, is no part of it. */
    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text.replace('：', ':').strip()))
                .map(word -> word.endsWith(":") ? word.substring(0, word.length() - 1) : word)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The time of the day at the beginning of some words: {@code 08:00}, {@code 8am}, {@code 8 pm}, {@code 8.30}. */
    static Optional<Clock> clock(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = CLOCK.matcher(words.getFirst());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean behind = matcher.group(3) == null && words.size() > 1 && HALVES.contains(words.get(1));
        String half = behind ? words.get(1) : matcher.group(3);
        if (matcher.group(2) == null && half == null) {
            return Optional.empty(); // a mere number may be a symbol
        }
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(new Clock(time(Integer.parseInt(matcher.group(1)), minute, half), behind ? 2 : 1));
    }

    private static @Nullable LocalTime time(int hour, int minute, @Nullable String half) {
        boolean twelve = "am".equals(half) || "pm".equals(half);
        if (minute > 59 || hour > (twelve ? 12 : 24) || (twelve && hour == 0) || (hour == 24 && minute > 0)) {
            return null;
        }
        int ofDay = twelve ? hour % 12 + ("pm".equals(half) ? 12 : 0) : hour % 24;
        return LocalTime.of(ofDay, minute);
    }

    /** The amount at the beginning of some words: {@code 30m}, {@code 30 minutes}, {@code 1h}, {@code half an hour}. */
    static Optional<Amount> amount(List<String> words) {
        if (words.size() > 2 && words.subList(0, 3).equals(List.of("half", "an", "hour"))) {
            return Optional.of(new Amount(Duration.ofMinutes(30), 3));
        }
        if (words.size() > 1 && words.get(0).equals("an") && words.get(1).equals("hour")) {
            return Optional.of(new Amount(Duration.ofHours(1), 2));
        }
        Matcher matcher = words.isEmpty() ? null : AMOUNT.matcher(words.getFirst());
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        boolean apart = matcher.group(2).isEmpty() && words.size() > 1;
        String unit = apart ? words.get(1) : matcher.group(2);
        long count = Long.parseLong(matcher.group(1));
        if (MINUTES.contains(unit)) {
            return Optional.of(new Amount(Duration.ofMinutes(count), apart ? 2 : 1));
        }
        return HOURS.contains(unit) && beforeOrAfter(words, apart ? 2 : 1)
                ? Optional.of(new Amount(Duration.ofHours(count), apart ? 2 : 1))
                : Optional.empty();
    }

    /** A German "8 h" is eight o'clock unless something comes before or after it. */
    private static boolean beforeOrAfter(List<String> words, int from) {
        return words.size() > from
                && (SpecWords.BEFORE.contains(words.get(from)) || SpecWords.AFTER.contains(words.get(from)));
    }

    /** The days a word means: {@code friday}, {@code mon-fri}, {@code weekdays}. */
    static Optional<Set<DayOfWeek>> days(String word) {
        Set<DayOfWeek> days = SpecWords.DAYS.get(word);
        if (days != null) {
            return Optional.of(days);
        }
        String[] ends = word.split("[-–]", 2);
        Set<DayOfWeek> from = SpecWords.DAYS.get(ends[0]);
        Set<DayOfWeek> to = ends.length < 2 ? null : SpecWords.DAYS.get(ends[1]);
        if (from == null || to == null || from.size() != 1 || to.size() != 1) {
            return Optional.empty();
        }
        Set<DayOfWeek> range = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek last = to.iterator().next();
        for (DayOfWeek day = from.iterator().next(); range.add(day) && day != last; ) {
            day = day.plus(1);
        }
        return Optional.of(range);
    }
}
