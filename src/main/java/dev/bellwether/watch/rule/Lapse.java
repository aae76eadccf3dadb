package dev.bellwether.watch.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many days, weeks, …, as typed: {@code 3d}, {@code 52-week}, {@code 12 months}.
 *
 * @param count one to four digits
 * @param unit one letter: m for a minute or a month, i for a minute, h, d, w, M for a month, y
 */
record Lapse(String count, char unit) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})-?([a-z]+)");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");

    private static final Map<String, Character> UNITS = new HashMap<>();

    static {
        put('m', "m");
        put('i', "min", "mins", "minute", "minutes");
        put('h', "h", "hr", "hrs", "hour", "hours", "std");
        put('d', "d", "day", "days", "session", "sessions", "bar", "bars");
        put('w', "w", "wk", "week", "weeks");
        put('M', "mo", "month", "months");
        put('y', "y", "yr", "year", "years");
    }

    private static void put(char unit, String... words) {
        for (String word : words) {
            UNITS.put(word, unit);
        }
    }

    /** Takes one, in one word or in two; empty if there is none, and then nothing is taken. */
    static Optional<Lapse> read(Cursor cursor) {
        Token first = cursor.peek();
        Matcher one = SHAPE.matcher(first.text());
        if (first.isWord() && one.matches()) {
            Optional<Lapse> lapse = unit(one.group(2)).map(unit -> new Lapse(one.group(1), unit));
            cursor.skip(lapse.isPresent() ? 1 : 0);
            return lapse;
        }
        Token second = cursor.peek(1);
        if (first.isWord() && COUNT.matcher(first.text()).matches() && second.isWord()) {
            Optional<Lapse> lapse = unit(second.text()).map(unit -> new Lapse(first.text(), unit));
            cursor.skip(lapse.isPresent() ? 2 : 0);
            return lapse;
        }
        return Optional.empty();
    }

    private static Optional<Character> unit(String word) {
        return Optional.ofNullable(UNITS.get(word));
    }

    boolean isDays() {
        return unit == 'd';
    }

    /** Whether it is the year that a 52-week high is of. */
    boolean isYear() {
        return (unit == 'w' && number() == 52) || (unit == 'y' && number() == 1) || (unit == 'M' && number() == 12);
    }

    int number() {
        return Integer.parseInt(count);
    }
}
